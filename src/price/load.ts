import { shown } from '../errors.ts'
import { nearestName } from '../text/nearest.ts'
import { toMatcher } from '../text/wildcard.ts'
import { isoTime, parseTimestamp } from '../time.ts'
import type { CostRecord, Priced, Pricer } from '../usage/record.ts'
import type { Catalog, CatalogText } from './catalog.ts'
import { fingerprint } from './fingerprint.ts'
import type { ListData } from './list/data.ts'
import { PriceList } from './list/list.ts'
import type { Providers } from './names.ts'
import { type Quote, quote } from './quote.ts'
import { readSources, type Source, type Sources } from './sources.ts'
import { classOf, costOf, type ModelPrice } from './tariff.ts'
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
  const known = new Map(Object.entries(data.providers))
  const own = overrides === null ? null : await readOwn(overrides, known)
  const defaults = own?.data.defaults
  const providers = own?.providers ?? known
  const samePrices = own === null ? new Map<string, readonly string[]>() : samePricesOf(own, providers, data)
  const list = new PriceList(data, { providers, samePrices, allowsOthers: defaults?.other_seller === 'allow' })
  if (own !== null) checkMultipliers(own, list)
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
async function readOwn(text: CatalogText, known: Providers): Promise<Catalog> {
  const { readCatalog } = await import('./catalog.ts')
  return readCatalog(text, known)
}

function priceRecord(record: CostRecord, sources: readonly Source[]): Priced | null {
  for (const source of sources) {
    const price = source.at(record.timeMs)
    if (price === null) continue
    const costUsd = costOf(record, price)
    return costUsd === null ? null : { costUsd, pricedAs: source.name, how: howPriced(record, source, price), prices: source.fingerprint }
  }
  return null
}

const NOTHING: readonly string[] = []

/** What tells a price from that of any other call of the model. */
function howPriced(record: CostRecord, { origin, factor, isOfAnother }: Source, { base }: ModelPrice): readonly string[] {
  const kind = classOf(record)
  const isFree = base.input === 0 && base.output === 0
  // Most records of a ledger: nothing is made for them.
  if (origin === 'list' && !isOfAnother && factor === 1 && kind === null && !isFree) return NOTHING
  return [
    ...(origin === 'file' ? ['price file'] : []),
    ...(isOfAnother ? ['another seller'] : []),
    ...(factor === 1 ? [] : [`x ${factor}`]),
    ...(kind === null ? [] : [kind]),
    ...(isFree ? ['free'] : []),
  ]
}

function assume(priced: Priced | null): Priced | null {
  return priced === null ? null : { ...priced, how: [...priced.how, 'assumed'], isAssumed: true }
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

/** One that fits nothing was meant for something. */
function checkMultipliers({ data, problem }: Catalog, list: PriceList): void {
  const globs = Object.keys(data.multipliers ?? {})
  if (globs.length === 0) return
  const names = list.entryNames()
  for (const glob of globs) {
    const matches = toMatcher(glob.toLowerCase())
    if (names.some(matches)) continue
    const near = nearestName(glob.toLowerCase(), names)
    throw problem(
      ['multipliers', glob],
      `nothing in the price list is called ${shown(glob)}${near === null ? '' : `; the nearest is ${near}`}`,
    )
  }
}

/** The day that the file names. */
function dayOf(own: Catalog | null): string | null {
  const day = own?.data.as_of
  if (own === null || day === undefined) return null
  if (parseTimestamp(`${day}T12:00`) === null) throw own.problem(['as_of'], `as_of must be a day of the calendar, got ${day}`)
  return day
}
