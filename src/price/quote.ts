import { nearestName } from '../text/nearest.ts'
import { isoDay } from '../time.ts'
import type { CostRecord } from '../usage/record.ts'
import type { Address } from './list/address.ts'
import type { PriceList } from './list/list.ts'
import type { Source, Sources } from './sources.ts'
import { billTo, costOf, type Kind, usdOf } from './tariff.ts'
import { decide, type Unpriced } from './unpriced.ts'

/** One kind of what a call is billed by. */
export interface Part {
  readonly kind: Kind
  /** Tokens, calls or searches. */
  readonly amount: number
  /** US dollars for one million tokens; for one call or search. */
  readonly rate: number
  /** Part or multiple of that rate that is paid. */
  readonly factor: number
  readonly usd: number
}

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
  /** How much dearer the price is than its entry says. */
  readonly factor: number
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
  const { provider, model, timeMs } = record
  const day = timeMs === null ? asOf : isoDay(timeMs)
  const { address } = list.find(provider, model)
  const nothing = {
    seller: address.seller,
    pricedAs: null,
    origin: null,
    day,
    factor: 1,
    parts: [],
    costUsd: null,
    serviceTiers: [],
    nearest: null,
  }
  const { source, price, unpriced } = decide(record, sources)
  if (price === null) return { ...nothing, unpriced, nearest: nearestTo(address, unpriced, list) }
  const found = { ...nothing, pricedAs: source.name, origin: source.origin, factor: source.factor, unpriced }
  if (unpriced !== null)
    return { ...found, serviceTiers: ['standard', ...(price.batch === null ? [] : ['batch']), ...price.serviceTiers.keys()] }
  const parts: Part[] = []
  billTo((kind, amount, rate, factor) => parts.push({ kind, amount, rate, factor, usd: usdOf(kind, amount, rate, factor) }), record, price)
  return { ...found, parts: parts.filter(({ amount, rate }) => amount > 0 && rate > 0), costUsd: costOf(record, price) }
}

function nearestTo({ seller, name }: Address, unpriced: Unpriced | null, list: PriceList): string | null {
  if (unpriced === 'unknown_seller') return nearestName(seller ?? '', list.sellerNames)
  return unpriced === 'unknown_model' ? nearestName(name, list.namesOf(seller)) : null
}
