import type { DatedPrice, PricedModel, PriceTier } from '../generated/types.ts'
import type { ModelPrice, Tariff } from './tariff.ts'

/** The price that a pricing file gives a model on a day (YYYY-MM-DD); null where its first price comes later. */
export function overridePrice(model: PricedModel, day: string, batchDiscount: number): ModelPrice | null {
  const price = model.prices.findLast(({ effective }) => effective <= day)
  if (price === undefined) return null
  const tiers = (price.tiers ?? []).map((tier) => ({ aboveInputTokens: tier.above_input_tokens, tariff: toTariff(tier) }))
  return {
    name: model.id,
    base: toTariff(price),
    tiers: tiers.toSorted((a, b) => a.aboveInputTokens - b.aboveInputTokens),
    callUsd: 0,
    batch: batchShare(price, batchDiscount),
  }
}

function toTariff(price: DatedPrice | PriceTier): Tariff {
  const { input, output, cached_input, cache_write, cache_write_1h } = price
  const cacheWrite = cache_write ?? input
  return { input, output, cachedInput: cached_input ?? input, cacheWrite, cacheWrite1h: cache_write_1h ?? cacheWrite }
}

/** Batch prices are stated for plain tokens: cached tokens and long prompts get cheaper by the same share. */
function batchShare({ input, output, batch, batch_discount }: DatedPrice, batchDiscount: number): ModelPrice['batch'] {
  if (batch !== undefined) return { input: share(batch.input, input), output: share(batch.output, output) }
  const pays = 1 - (batch_discount ?? batchDiscount)
  return { input: pays, output: pays }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 1
}
