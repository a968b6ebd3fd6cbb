import { shown } from '../errors.ts'
import { nearestName } from '../text/nearest.ts'
import { isoTime, parseTimestamp } from '../time.ts'
import type { CostRecord, Priced, Pricer } from '../usage/record.ts'
import type { Catalog, CatalogText } from './catalog.ts'
import { fingerprint } from './fingerprint.ts'
import type { ListData } from './list/data.ts'
import { PriceList } from './list/list.ts'
import { type Quote, quote } from './quote.ts'
import { readSources, type Source, type Sources } from './sources.ts'
import { costOf } from './tariff.ts'
import { decide } from './unpriced.ts'

export type { CatalogText } from './catalog.ts'

/** Texts of the bundled list, which is JSON, and of the user's own price file. */
export interface PriceTexts {
  readonly bundled: string
  readonly overrides: CatalogText | null
}

/** Prices records, and says how. */
export interface Prices extends Pricer {
  quote(record: CostRecord): Quote
}

/**
 * Reads the list and the user's price file, which comes before it. Throws an InputError for what is wrong in the file; `price` and `quote` do so where
 * two patterns of it match a model equally well.
 */
export async function loadPricer({ bundled, overrides }: PriceTexts): Promise<Prices> {
  const data = JSON.parse(bundled) as ListData
  const own = overrides === null ? null : await readOwn(overrides)
  const { defaults, providers: renamed = {} } = own?.data ?? {}
  const providers = new Map([...Object.entries(data.providers), ...Object.entries(renamed)].map(lowerCase))
  const samePrices = own === null ? new Map<string, readonly string[]>() : samePricesOf(own, providers, data)
  const list = new PriceList(data, { providers, samePrices, allowsOthers: defaults?.other_seller === 'allow' })
  const asOf = dayOf(own) ?? data.as_of
  const sources = readSources(own, list, { providers, batchDiscount: defaults?.batch_discount ?? data.defaults.batch_discount, asOf })
  const choice = defaults?.unknown_model ?? data.defaults.unknown_model
  const assumed = own !== null && choice.startsWith('assume:') ? assumedOf(own, choice.slice('assume:'.length), sources) : []
  return {
    price: (record) => priceRecord(record, sources.of(record.provider, record.model).known) ?? assume(priceRecord(record, assumed)),
    whyUnpriced: (record) => decide(record, sources).unpriced,
    quote: (record) => quote(record, sources, list, asOf),
    asOf: isoTime(parseTimestamp(`${asOf}T12:00`) ?? 0),
    catalog: `${data.source} + catalog ${fingerprint([overrides?.text ?? '', data.fingerprint ?? ''])}`,
    unknownModel: choice === 'fail' ? 'fail' : 'warn',
  }
}

/** Most runs have no price file of their own: what reads YAML is loaded for those that have. */
async function readOwn(text: CatalogText): Promise<Catalog> {
  const { readCatalog } = await import('./catalog.ts')
  return readCatalog(text)
}

function priceRecord(record: CostRecord, sources: readonly Source[]): Priced | null {
  for (const source of sources) {
    const price = source.at(record.timeMs)
    if (price === null) continue
    const costUsd = costOf(record, price)
    return costUsd === null ? null : { costUsd, pricedAs: source.name, prices: source.fingerprint }
  }
  return null
}

function assume(priced: Priced | null): Priced | null {
  return priced === null ? null : { ...priced, pricedAs: `${priced.pricedAs} (assumed)`, isAssumed: true }
}

function assumedOf(own: Catalog, model: string, sources: Sources): readonly Source[] {
  const found = sources.of(null, model).known
  if (found.length > 0) return found
  throw own.problem(['defaults', 'unknown_model'], `unknown_model assumes ${shown(model)}, which has no price itself`)
}

/** Sellers who take the prices of others, by name. Others are named as the list calls them, or as records do. */
function samePricesOf(own: Catalog, providers: ReadonlyMap<string, string>, data: ListData): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(own.data.sellers ?? {})
  const known = [...Object.keys(data.sellers), ...entries.map(([name]) => name.toLowerCase())]
  return new Map(
    entries.map(([seller, { same_prices_as: others }]) => {
      const named = others.map((other, index) => {
        const name = providers.get(other.toLowerCase()) ?? other.toLowerCase()
        if (known.includes(name)) return name
        const near = nearestName(name, known)
        const path = ['sellers', seller, 'same_prices_as', index]
        throw own.problem(path, `the price list has no seller ${shown(other)}${near === null ? '' : `; the nearest is ${near}`}`)
      })
      return [seller.toLowerCase(), named]
    }),
  )
}

/** The day that the file names. */
function dayOf(own: Catalog | null): string | null {
  const day = own?.data.as_of
  if (own === null || day === undefined) return null
  if (parseTimestamp(`${day}T12:00`) === null) throw own.problem(['as_of'], `as_of must be a day of the calendar, got ${day}`)
  return day
}

function lowerCase([name, seller]: [string, string]): [string, string] {
  return [name.toLowerCase(), seller.toLowerCase()]
}
