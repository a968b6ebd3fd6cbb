import type { ModelPrice as ListedPrice, TieredPrices } from '@pydantic/genai-prices'
import type { CatalogName } from './names.ts'
import type { ModelPrice, Tariff } from './tariff.ts'

type ListedRate = number | TieredPrices | undefined

/** Finds a model's list price; null where the list has none. */
export type PriceList = (name: CatalogName) => ModelPrice | null

/** Loads the bundled list prices (USD per 1 million tokens) as they were at one instant, for batch calls less `batchDiscount`. */
export async function loadPriceList(timeMs: number, batchDiscount: number): Promise<PriceList> {
  // Half a megabyte that most runs do not need: a chunk of its own.
  const { calcPrice } = await import('@pydantic/genai-prices')
  // biome-ignore lint/style/noRestrictedGlobals: the list takes its instant as a Date; this one is given, no clock is read.
  const timestamp = new Date(timeMs)
  const pays = 1 - batchDiscount
  return ({ provider, model }) => {
    const found = calculate(() => calcPrice({}, model, provider === null ? { timestamp } : { providerId: provider, timestamp }))
    if (found === null) return null
    const { input_mtok, output_mtok, requests_kcount } = found.model_price
    // Models without token prices are free tiers or billed by other units: what they cost is unknown, not zero.
    if (input_mtok === undefined && output_mtok === undefined) return null
    return {
      name: `${found.provider.id}/${found.model.id}`,
      base: tariffAbove(found.model_price, -1),
      tiers: limitsOf(found.model_price).map((limit) => ({ aboveInputTokens: limit, tariff: tariffAbove(found.model_price, limit) })),
      callUsd: rateAbove(requests_kcount, -1) / 1000,
      batch: { input: pays, output: pays },
    }
  }
}

/** The list throws where an entry of its own is inconsistent; such an entry is no price. */
function calculate<Result>(run: () => Result): Result | null {
  try {
    return run()
  } catch {
    return null
  }
}

function tariffAbove(price: ListedPrice, limit: number): Tariff {
  const { input_mtok, output_mtok, cache_read_mtok, cache_write_mtok, cache_write_1h_mtok } = price
  return {
    input: rateAbove(input_mtok, limit),
    output: rateAbove(output_mtok, limit),
    cachedInput: rateAbove(cache_read_mtok ?? input_mtok, limit),
    cacheWrite: rateAbove(cache_write_mtok ?? input_mtok, limit),
    cacheWrite1h: rateAbove(cache_write_1h_mtok ?? cache_write_mtok ?? input_mtok, limit),
  }
}

function rateAbove(rate: ListedRate, limit: number): number {
  if (typeof rate !== 'object') return rate ?? 0
  const passed = rate.tiers.filter(({ start }) => start <= limit).toSorted((a, b) => a.start - b.start)
  return passed.at(-1)?.price ?? rate.base
}

/** Prompt tokens above which some price changes, ascending. */
function limitsOf(price: ListedPrice): number[] {
  const rates: ListedRate[] = [
    price.input_mtok,
    price.output_mtok,
    price.cache_read_mtok,
    price.cache_write_mtok,
    price.cache_write_1h_mtok,
  ]
  const limits = rates.flatMap((rate) => (typeof rate === 'object' ? rate.tiers.map(({ start }) => start) : []))
  return [...new Set(limits)].toSorted((a, b) => a - b)
}
