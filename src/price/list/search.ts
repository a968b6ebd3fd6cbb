import type { DatedPrice } from '../../generated/types.ts'

/** A price without the fee for searches: who takes the prices of others for tokens has searches of its own. */
export function withoutSearch({ web_search: _, ...price }: DatedPrice): DatedPrice {
  return price
}
