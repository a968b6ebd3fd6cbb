import type { ConditionalPrice, ModelInfo, ModelPrice } from '@pydantic/genai-prices'
import type { DatedPrice } from '../../src/generated/types.ts'
import type { ListedModel } from '../../src/price/list/data.ts'
import { namesOf } from './matches.ts'

/** Limits of long prompts that the library has off by one, and what they are. */
type Limits = Readonly<Record<number, number>>

type Rate = ModelPrice[string]

/** A day before all others: the library does not say since when a price holds. */
const ALWAYS = '1970-01-01'

/** An entry of the library as one of the list; null where it has no price per token. */
export function entryOf(info: ModelInfo, tierLimits: Limits): ListedModel | null {
  const given: readonly ConditionalPrice[] = Array.isArray(info.prices) ? info.prices : [{ prices: info.prices as ModelPrice }]
  // Some sellers take more in busy hours: a change of the hour is none of the pull request.
  const prices = given.flatMap(({ constraint, prices: rates }) => {
    if (constraint?.type === 'time_of_date') return []
    return priceOf(rates, constraint?.start_date ?? ALWAYS, tierLimits) ?? []
  })
  if (prices.length === 0) return null
  const { exact, open } = namesOf(info.match)
  const names = exact.filter((name) => name !== info.id.toLowerCase())
  return { id: info.id.toLowerCase(), ...(names.length > 0 && { names }), ...(open.length > 0 && { stems: open }), prices }
}

function priceOf(rates: ModelPrice, effective: string, tierLimits: Limits): DatedPrice | null {
  if (rates.input_mtok === undefined && rates.output_mtok === undefined) return null
  const limits = limitsOf(rates)
  const callUsd = rateAbove(rates.requests_kcount, null)
  const searchUsd = rateAbove(rates.web_searches_kcount, null)
  return {
    effective,
    ...ratesAbove(rates, null),
    ...(callUsd !== undefined && { call: callUsd / 1000 }),
    ...(searchUsd !== undefined && { web_search: searchUsd / 1000 }),
    ...(limits.length > 0 && {
      tiers: limits.map((limit) => ({ above_input_tokens: tierLimits[limit] ?? limit, ...ratesAbove(rates, limit) })),
    }),
  }
}

function ratesAbove(rates: ModelPrice, limit: number | null) {
  const input = rateAbove(rates.input_mtok, limit) ?? 0
  const cached = rateAbove(rates.cache_read_mtok, limit)
  const written = rateAbove(rates.cache_write_mtok, limit)
  const forAnHour = rateAbove(rates.cache_write_1h_mtok, limit)
  return {
    input,
    output: rateAbove(rates.output_mtok, limit) ?? 0,
    ...(cached !== undefined && { cached_input: cached }),
    ...(written !== undefined && { cache_write: written }),
    ...(forAnHour !== undefined && { cache_write_1h: forAnHour }),
  }
}

function rateAbove(rate: Rate, limit: number | null): number | undefined {
  if (typeof rate !== 'object' || rate === null) return rate
  const passed = limit === null ? [] : rate.tiers.filter(({ start }) => start <= limit).toSorted((a, b) => a.start - b.start)
  return passed.at(-1)?.price ?? rate.base
}

/** Prompt tokens above which a price changes, ascending. */
function limitsOf({ input_mtok, output_mtok, cache_read_mtok, cache_write_mtok, cache_write_1h_mtok }: ModelPrice): number[] {
  const rates = [input_mtok, output_mtok, cache_read_mtok, cache_write_mtok, cache_write_1h_mtok]
  const starts = rates.flatMap((rate) => (typeof rate === 'object' ? rate.tiers.map(({ start }) => start) : []))
  return [...new Set(starts)].sort((a, b) => a - b)
}
