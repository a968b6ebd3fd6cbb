import type { CostRecord } from '../usage/record.ts'
import type { Missing } from './list/found.ts'
import type { Source, Sources } from './sources.ts'
import { type Gap, gapOf, type ModelPrice } from './tariff.ts'

/** Why a call has no price. */
export type Unpriced = Missing | 'not_yet' | Gap

/** The price that decides about a record; where there is none, or it leaves open what the record used, why. */
export type Decision =
  | { readonly source: Source; readonly price: ModelPrice; readonly unpriced: Gap | null }
  | { readonly source: null; readonly price: null; readonly unpriced: Unpriced }

export function decide(record: CostRecord, sources: Sources): Decision {
  const { known, missing } = sources.of(record.provider, record.model)
  for (const source of known) {
    const price = source.at(record.timeMs)
    if (price !== null) return { source, price, unpriced: gapOf(record, price) }
  }
  return { source: null, price: null, unpriced: missing ?? 'not_yet' }
}
