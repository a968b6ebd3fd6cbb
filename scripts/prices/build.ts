import type { Provider } from '@pydantic/genai-prices'
import type { PricingFile } from '../../src/generated/types.ts'
import type { ListData, ListedModel, SellerData } from '../../src/price/list/data.ts'
import { withoutSearch } from '../../src/price/list/search.ts'
import { type CacheRule, withCache } from './cache.ts'
import { correct, correctionsOf } from './corrections.ts'
import { entryOf } from './entry.ts'
import { hasTerms, type Term, withTerms } from './terms.ts'

/** `catalog/sellers.yaml`. */
export interface SellersFile {
  readonly makers: readonly string[]
  readonly sellers: Readonly<Record<string, SellerRules>>
  readonly cache: readonly CacheRule[]
  readonly tier_limits: Readonly<Record<number, number>>
}

interface SellerRules extends Omit<SellerData, 'models'> {
  /** Models of the library that the seller does not sell. */
  readonly not_sold?: readonly string[]
  /** A pattern of names that the library has at the wrong model. */
  readonly wrong_names?: string
  readonly terms?: readonly Term[]
  /** What it takes for a search of the web, whatever the model. US dollars. */
  readonly web_search?: number
}

/** The bundled list: what the library knows, and before it the corrections of the pricing file. */
export function buildList(source: string, library: readonly Provider[], file: SellersFile, pricing: PricingFile): ListData {
  const models = modelsOf(library, file, pricing)
  const names = [...new Set([...Object.keys(file.sellers), ...models.keys()])].sort()
  return {
    source,
    as_of: pricing.as_of ?? '',
    defaults: {
      batch_discount: pricing.defaults?.batch_discount ?? 0,
      unknown_model: pricing.defaults?.unknown_model === 'fail' ? 'fail' : 'warn',
    },
    providers: pricing.providers ?? {},
    makers: file.makers,
    sellers: Object.fromEntries(
      names.map((name) => {
        const { not_sold: _, wrong_names: __, terms = [], web_search, ...data } = file.sellers[name] ?? {}
        const listed = [...(models.get(name) ?? []), ...copiesFor(name, file, models)].flatMap((model) => withTerms(model, terms))
        const whole = web_search === undefined ? listed : listed.map((model) => withSearch(model, web_search))
        return [name, { ...data, ...(whole.length > 0 && { models: whole }) }]
      }),
    ),
  }
}

/** Models of all sellers, without what other classes of calls cost. */
function modelsOf(library: readonly Provider[], { sellers, cache, tier_limits }: SellersFile, pricing: PricingFile) {
  const corrections = correctionsOf(pricing.models ?? [])
  const models = new Map<string, ListedModel[]>()
  const put = (seller: string, known: readonly ListedModel[]) => {
    const all = correct(known, corrections.get(seller) ?? [])
    models.set(
      seller,
      all.map((model) => withCache(model, cache)),
    )
  }
  for (const { id: seller, models: infos } of library) {
    const { not_sold = [], wrong_names } = sellers[seller] ?? {}
    const entries = infos
      .flatMap((info) => entryOf(info, tier_limits) ?? [])
      .map((entry) => (wrong_names === undefined ? entry : without(entry, new RegExp(wrong_names))))
    put(
      seller,
      entries.filter(({ id }) => !not_sold.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    )
  }
  for (const seller of corrections.keys()) if (!models.has(seller)) put(seller, [])
  return models
}

/** Models with the prices of another seller whose other classes of calls cost something else here. */
function copiesFor(name: string, { sellers }: SellersFile, models: ReadonlyMap<string, readonly ListedModel[]>): ListedModel[] {
  const own = new Set((models.get(name) ?? []).flatMap(({ id, names = [], stems = [] }) => [id, ...names, ...stems]))
  return (sellers[name]?.same_prices_as ?? []).flatMap((other) => {
    const terms = sellers[other]?.terms ?? []
    return (models.get(other) ?? [])
      .filter((model) => !own.has(model.id) && withTerms(model, terms).some(hasTerms))
      .map((model) => ({ ...model, prices: model.prices.map(withoutSearch) }))
  })
}

function withSearch(model: ListedModel, fee: number): ListedModel {
  return { ...model, prices: model.prices.map((price) => ({ web_search: fee, ...price })) }
}

function without({ names, stems, ...entry }: ListedModel, wrong: RegExp): ListedModel {
  const keep = (all: readonly string[] | undefined) => all?.filter((name) => !wrong.test(name))
  return { ...entry, ...(names && { names: keep(names) ?? [] }), ...(stems && { stems: keep(stems) ?? [] }) }
}
