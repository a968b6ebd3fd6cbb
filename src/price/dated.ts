import type { DatedPrice, PriceTier } from '../generated/types.ts'
import type { ModelPrice, Tariff } from './tariff.ts'

/** The price of these, oldest first, that holds on a day (YYYY-MM-DD); null where the first comes later. */
export function priceOn(prices: readonly DatedPrice[], day: string, batchDiscount: number | null, factor = 1): ModelPrice | null {
  const price = prices.findLast(({ effective }) => effective <= day)
  if (price === undefined) return null
  const tiers = (price.tiers ?? []).map((tier) => ({ aboveInputTokens: tier.above_input_tokens, tariff: toTariff(tier, factor) }))
  return {
    base: toTariff(price, factor),
    tiers: tiers.toSorted((a, b) => a.aboveInputTokens - b.aboveInputTokens),
    callUsd: (price.call ?? 0) * factor,
    webSearchUsd: price.web_search === undefined ? null : price.web_search * factor,
    batch: batchShare(price, batchDiscount),
    serviceTiers: new Map(Object.entries(price.service_tiers ?? {}).map(([tier, factor]) => [tier.trim().toLowerCase(), factor])),
  }
}

function toTariff(price: DatedPrice | PriceTier, factor: number): Tariff {
  const { input, output, cached_input, cache_write, cache_write_1h } = price
  const cacheWrite = cache_write ?? input
  return {
    input: input * factor,
    output: output * factor,
    cachedInput: (cached_input ?? input) * factor,
    cacheWrite: cacheWrite * factor,
    cacheWrite1h: (cache_write_1h ?? cacheWrite) * factor,
  }
}

/** Batch prices are stated for plain tokens: cached tokens and long prompts get cheaper by the same share. */
function batchShare({ input, output, batch, batch_discount }: DatedPrice, batchDiscount: number | null): ModelPrice['batch'] {
  if (batch !== undefined) return { input: share(batch.input, input), output: share(batch.output, output) }
  const discount = batch_discount ?? batchDiscount
  if (discount === null) return null
  const pays = 1 - discount
  return { input: pays, output: pays }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 1
}
