import type { DatedPrice } from '../generated/types.ts'
import { isoDay } from '../time.ts'
import type { Catalog } from './catalog.ts'
import { priceOn } from './dated.ts'
import { fingerprint } from './fingerprint.ts'
import type { Missing } from './list/found.ts'
import type { PriceList } from './list/list.ts'
import { multiplierOf } from './multipliers.ts'
import { namesFor } from './own-names.ts'
import type { ModelPrice } from './tariff.ts'

/** A price of a model, in the order of trust. */
export interface Source {
  /** Seller and model as the source calls them. */
  readonly name: string
  /** Tells its prices from others of the same model. */
  readonly fingerprint: string
  readonly origin: 'file' | 'list'
  /** How much dearer it is than its entry says. */
  readonly factor: number
  /** Whether it is the price of another seller than the one of the call, as a price file may allow. */
  readonly isOfAnother: boolean
  /** Price of a call at a time (milliseconds since 1970; null: the day of the list); null before that of its first price. */
  at(timeMs: number | null): ModelPrice | null
}

/** What holds for all of them. */
export interface Terms {
  readonly providers: ReadonlyMap<string, string>
  /** Null where there are no batches. */
  readonly batchDiscount: number | null
  /** Day of calls without a time: YYYY-MM-DD. */
  readonly asOf: string
}

/** What knows the price of a model. */
export interface Known {
  /** The user's own file first. */
  readonly known: readonly Source[]
  /** Why there is none; null: there is one. */
  readonly missing: Missing | null
}

/** Where prices are looked for. */
export interface Sources {
  of(provider: string | null, model: string): Known
}

/** Looks every model up once: a ledger repeats few names often. */
export function readSources(own: Catalog | null, list: PriceList, terms: Terms): Sources {
  const found = new Map<string, Known>()
  const look = (provider: string | null, model: string): Known => {
    const sources: Source[] = []
    const mine = own?.find(namesFor(provider, model, list, terms.providers)) ?? null
    if (mine !== null) sources.push(toSource('file', mine.id, mine.prices, 1, terms))
    const { address, listed, missing } = list.find(provider, model)
    if (listed !== null) {
      const factor = rounded(listed.factor * multiplierOf(own?.data.multipliers ?? {}, listed.name))
      const isOfAnother = address.seller !== null && !listed.name.startsWith(`${address.seller}/`)
      const source = toSource(
        'list',
        listed.name,
        listed.model?.prices ?? FREE,
        factor,
        listed.hasBatch ? terms : { ...terms, batchDiscount: null },
      )
      sources.push({ ...source, isOfAnother })
    }
    return { known: sources, missing: mine === null ? missing : null }
  }
  return {
    of(provider, model) {
      const key = `${provider ?? ''}\0${model}`
      const known = found.get(key) ?? look(provider, model)
      found.set(key, known)
      return known
    },
  }
}

/** 1.1 x 1.2 is 1.32, not 1.3200000000000003. */
function rounded(factor: number): number {
  return Number(factor.toPrecision(12))
}

const ALWAYS = '1970-01-01'
const FREE: readonly DatedPrice[] = [{ effective: ALWAYS, input: 0, output: 0 }]

function toSource(
  origin: Source['origin'],
  name: string,
  prices: readonly DatedPrice[],
  factor: number,
  { batchDiscount, asOf }: Terms,
): Source {
  const onDay = new Map<string, ModelPrice | null>()
  const on = (day: string) => {
    const price = onDay.get(day) ?? priceOn(prices, day, batchDiscount, factor)
    onDay.set(day, price)
    return price
  }
  // Most have one price: then no record needs a look at the calendar.
  const [first] = prices
  const isDated = prices.length > 1 || first === undefined || first.effective > ALWAYS
  return {
    name,
    origin,
    factor,
    isOfAnother: false,
    fingerprint: fingerprint([JSON.stringify([prices, factor, batchDiscount])]),
    at: (timeMs) => on(isDated && timeMs !== null ? isoDay(timeMs) : asOf),
  }
}
