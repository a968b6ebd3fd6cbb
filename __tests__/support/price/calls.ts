import type { Prices } from '../../../src/price/load.ts'
import { type CostRecord, NO_USAGE } from '../../../src/usage/record.ts'

/** One call with 100,000 prompt tokens and no answer, unless told otherwise. */
export function call(model: string, provider: string | null = null, more: Partial<CostRecord> = {}): CostRecord {
  return { ...NO_USAGE, calls: 1, inputTokens: 100_000, model, provider, ...more }
}

/** US dollars for 1 million prompt tokens, in a call that is short everywhere; null where they have no price. */
export function inputRate(prices: Prices, model: string, provider: string | null = null, more: Partial<CostRecord> = {}): number | null {
  const priced = prices.price(call(model, provider, { inputTokens: 10_000, ...more }))
  return priced === null ? null : priced.costUsd * 100
}

/** The entry that prices a model; null where none does. */
export function entryOf(prices: Prices, model: string, provider: string | null = null): string | null {
  return prices.price(call(model, provider))?.pricedAs ?? null
}
