import { nearestName } from '../text/nearest.ts'
import { isoDay } from '../time.ts'
import type { CostRecord } from '../usage/record.ts'
import type { PriceList } from './list/list.ts'
import type { Source, Sources } from './sources.ts'
import { type Part, partsOf } from './tariff.ts'

/** Why a call has no price. */
export type Unpriced = 'self_hosted' | 'unknown_seller' | 'unknown_model' | 'not_yet' | 'service_tier'

/** What a call costs, and how that is known. */
export interface Quote {
  /** Who sold it, as the list calls them; null where neither the record nor the name tells. */
  readonly seller: string | null
  /** The entry whose price it is: seller and model. */
  readonly pricedAs: string | null
  /** The user's own file, or the bundled list. */
  readonly origin: Source['origin'] | null
  /** The day whose prices are used: YYYY-MM-DD. */
  readonly day: string
  /** Empty where it has no price. */
  readonly parts: readonly Part[]
  /** US dollars. */
  readonly costUsd: number | null
  readonly unpriced: Unpriced | null
  /** Service tiers that have a price, where that of the call has none. */
  readonly serviceTiers: readonly string[]
  /** The name of the list that is nearest to one that it does not have. */
  readonly nearest: string | null
}

/** Says what a record costs and how that comes about. */
export function quote(record: CostRecord, sources: Sources, list: PriceList, asOf: string): Quote {
  const day = record.timeMs === null ? asOf : isoDay(record.timeMs)
  const { address, isSelfHosted } = list.find(record.provider, record.model)
  const known = sources.of(record.provider, record.model)
  const nothing = { seller: address.seller, pricedAs: null, origin: null, day, parts: [], costUsd: null, serviceTiers: [], nearest: null }
  for (const source of known) {
    const price = source.at(record.timeMs)
    if (price === null) continue
    const found = { ...nothing, pricedAs: source.name, origin: source.origin }
    const parts = partsOf(record, price)
    if (parts === null) return { ...found, unpriced: 'service_tier', serviceTiers: ['standard', 'batch', ...price.serviceTiers.keys()] }
    return { ...found, parts: parts.filter(({ amount, rate }) => amount > 0 && rate > 0), costUsd: sumOf(parts), unpriced: null }
  }
  if (known.length > 0) return { ...nothing, unpriced: 'not_yet' }
  if (isSelfHosted) return { ...nothing, unpriced: 'self_hosted' }
  const names = list.namesOf(address.seller)
  if (names.length === 0) return { ...nothing, unpriced: 'unknown_seller', nearest: nearestName(address.seller ?? '', list.sellerNames) }
  return { ...nothing, unpriced: 'unknown_model', nearest: nearestName(address.name, names) }
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { usd }) => sum + usd, 0)
}
