import type { DatedPrice, PriceTier } from '../../src/generated/types.ts'
import type { ListedModel } from '../../src/price/list/data.ts'

/** What the cache costs, as multiples of the price of the prompt, for models whose names a pattern fits. */
export interface CacheRule {
  readonly pattern: string
  readonly cached_input?: number
  readonly cache_write?: number
  readonly cache_write_1h?: number
}

const KINDS = ['cached_input', 'cache_write', 'cache_write_1h'] as const

/** Fills in what the list does not say of the cache. */
export function withCache(model: ListedModel, rules: readonly CacheRule[]): ListedModel {
  const fitting = rules.filter(({ pattern }) => new RegExp(pattern).test(model.id))
  if (fitting.length === 0) return model
  const fill = <P extends DatedPrice | PriceTier>(price: P): P => {
    const filled = KINDS.flatMap((kind) => {
      const times = fitting.find((rule) => rule[kind] !== undefined)?.[kind]
      return times === undefined || typeof price[kind] === 'number' ? [] : [[kind, rounded(price.input * times)]]
    })
    return { ...price, ...Object.fromEntries(filled) }
  }
  const prices = model.prices.map((price) => ({ ...fill(price), ...(price.tiers && { tiers: price.tiers.map(fill) }) }))
  return { ...model, prices }
}

/** 1.1 × 2 is 2.2, not 2.2000000000000002. */
function rounded(price: number): number {
  return Number(price.toPrecision(12))
}
