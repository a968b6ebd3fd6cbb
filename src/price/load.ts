import { InputError, shown } from '../errors.ts'
import { PRICE_LIST_VERSION } from '../generated/version.ts'
import { isoTime, parseTimestamp } from '../time.ts'
import type { CostRecord, Priced, Pricer } from '../usage/record.ts'
import { type Catalog, type CatalogText, readCatalog } from './catalog.ts'
import { loadPriceList, type PriceList } from './list.ts'
import { type CatalogName, listNames, type Providers } from './names.ts'
import { overridePrice } from './override.ts'
import { costOf, type ModelPrice } from './tariff.ts'

export type { CatalogText } from './catalog.ts'

/** A price, and what tells it from another one of the same model. */
interface Price extends ModelPrice {
  readonly fingerprint: string
}

type Find = (provider: string | null, model: string) => Price | null

/**
 * Reads the catalogs and loads the list prices. The user's overrides come before the bundled ones, both before the list.
 * Throws an InputError for what is wrong in a catalog; `price` does so where two patterns match a model equally well.
 */
export async function loadPricer(files: { readonly bundled: CatalogText; readonly overrides: CatalogText | null }): Promise<Pricer> {
  const texts = files.overrides === null ? [files.bundled] : [files.overrides, files.bundled]
  const catalogs = texts.map(readCatalog)
  const asOf = readInstant(catalogs)
  const batchDiscount = catalogs.map(({ data }) => data.defaults?.batch_discount).find((discount) => discount !== undefined) ?? 0
  const providers = readProviders(catalogs)
  const list = await loadPriceList(asOf.timeMs, batchDiscount)
  const find = remember((provider, model) => {
    const names = listNames(provider, model, providers)
    return mark(findOverride(catalogs, names, asOf.day, batchDiscount) ?? findListed(list, names))
  })
  const { unknownModel, assumed } = readUnknownModel(catalogs, find)
  return {
    price: (record) => priceRecord(record, find(record.provider, record.model)) ?? assume(priceRecord(record, assumed)),
    asOf: isoTime(asOf.timeMs),
    catalog: `genai-prices ${PRICE_LIST_VERSION} + catalog ${fingerprint(texts.map(({ text }) => text))}`,
    unknownModel,
  }
}

function mark(price: ModelPrice | null): Price | null {
  return price === null ? null : { ...price, fingerprint: fingerprint([JSON.stringify(price)]) }
}

function priceRecord(record: CostRecord, price: Price | null): Priced | null {
  return price === null ? null : { costUsd: costOf(record, price), pricedAs: price.name, prices: price.fingerprint }
}

function assume(priced: Priced | null): Priced | null {
  return priced === null ? null : { ...priced, isAssumed: true }
}

function findOverride(catalogs: readonly Catalog[], names: readonly CatalogName[], day: string, batchDiscount: number): ModelPrice | null {
  for (const catalog of catalogs) {
    const model = catalog.find(names)
    const price = model === null ? null : overridePrice(model, day, batchDiscount)
    if (price !== null) return price
  }
  return null
}

function findListed(list: PriceList, names: readonly CatalogName[]): ModelPrice | null {
  for (const name of names) {
    const price = list(name)
    if (price !== null) return price
  }
  return null
}

/** Looks every model up once: a ledger repeats few names often. */
function remember(find: Find): Find {
  const byProvider = new Map<string | null, Map<string, Price | null>>()
  return (provider, model) => {
    const byModel = byProvider.get(provider) ?? new Map<string, Price | null>()
    byProvider.set(provider, byModel)
    const known = byModel.get(model)
    if (known !== undefined) return known
    const price = find(provider, model)
    byModel.set(model, price)
    return price
  }
}

/** The user's names of providers win over the bundled ones. */
function readProviders(catalogs: readonly Catalog[]): Providers {
  const entries = catalogs.toReversed().flatMap(({ data }) => Object.entries(data.providers ?? {}))
  return new Map(entries.map(([name, provider]) => [name.toLowerCase(), provider.toLowerCase()]))
}

/** The day of the first catalog that names one, at noon. */
function readInstant(catalogs: readonly Catalog[]): { day: string; timeMs: number } {
  for (const { data, problem } of catalogs) {
    if (data.as_of === undefined) continue
    const timeMs = parseTimestamp(`${data.as_of}T12:00`)
    if (timeMs === null) throw problem(['as_of'], `as_of must be a day of the calendar, got ${data.as_of}`)
    return { day: data.as_of, timeMs }
  }
  throw new InputError('no pricing file says as_of, the day whose prices are used. Example: as_of: 2026-11-01')
}

function readUnknownModel(catalogs: readonly Catalog[], find: Find): { unknownModel: 'warn' | 'fail'; assumed: Price | null } {
  const [catalog] = catalogs.filter(({ data }) => data.defaults?.unknown_model !== undefined)
  const choice = catalog?.data.defaults?.unknown_model ?? 'warn'
  if (catalog === undefined || !choice.startsWith('assume:')) return { unknownModel: choice === 'fail' ? 'fail' : 'warn', assumed: null }
  const model = choice.slice('assume:'.length)
  const price = find(null, model)
  if (price === null)
    throw catalog.problem(['defaults', 'unknown_model'], `unknown_model assumes ${shown(model)}, which has no price itself`)
  return { unknownModel: 'warn', assumed: { ...price, name: `${price.name} (assumed)` } }
}

/** Eight hex digits that change when a text changes (FNV-1a, 32 bits): tells catalogs apart, proves nothing about who wrote them. */
function fingerprint(texts: readonly string[]): string {
  let hash = 0x811c9dc5
  // The separator keeps a line that moves from one file to the other from going unnoticed.
  for (const character of texts.join('\0')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
