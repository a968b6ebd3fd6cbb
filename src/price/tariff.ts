import type { CostRecord } from '../usage/record.ts'

/** Prices of the tokens of a call, US dollars per 1 million tokens. */
export interface Tariff {
  readonly input: number
  readonly output: number
  readonly cachedInput: number
  readonly cacheWrite: number
  /** For tokens that the cache keeps for an hour. */
  readonly cacheWrite1h: number
}

/** Everything that decides the cost of a model's calls. */
export interface ModelPrice {
  readonly base: Tariff
  /** Prices of calls with more prompt tokens than a limit, lowest limit first. The whole call pays them. */
  readonly tiers: readonly { readonly aboveInputTokens: number; readonly tariff: Tariff }[]
  /** Fee per call, US dollars. */
  readonly callUsd: number
  /** Part of the price that a batch call pays. */
  readonly batch: { readonly input: number; readonly output: number }
  /** Parts or multiples of the price that calls of other service tiers pay. */
  readonly serviceTiers: ReadonlyMap<string, number>
}

export type Usage = Pick<
  CostRecord,
  'calls' | 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'cacheWriteTokens' | 'cacheWrite1hTokens' | 'batch' | 'serviceTier'
>

/** One kind of what a call is billed by. */
export interface Part {
  readonly kind: 'input' | 'cached_input' | 'cache_write' | 'cache_write_1h' | 'output' | 'calls'
  /** Tokens, or calls. */
  readonly amount: number
  /** US dollars for one million of them; for one call. */
  readonly rate: number
  /** Part or multiple of that rate that is paid. */
  readonly factor: number
  readonly usd: number
}

/** Service tiers that cost what the list says. */
const STANDARD = new Set(['', 'auto', 'default', 'standard', 'standard_only', 'on_demand'])

/** Cost of a record in US dollars, by what is billed; null where nobody knows what its service tier costs. */
export function partsOf(usage: Usage, price: ModelPrice): Part[] | null {
  const factors = factorsOf(usage, price)
  if (factors === null) return null
  const { cachedTokens, cacheWriteTokens, cacheWrite1hTokens = 0, calls } = usage
  // Of an aggregate only the sum is known: its mean call stands for all of them.
  const tariff = tariffFor(usage.inputTokens / Math.max(calls, 1), price)
  const of = (kind: Part['kind'], amount: number, rate: number, factor: number): Part => {
    return { kind, amount, rate, factor, usd: (amount * rate * factor) / 1e6 }
  }
  return [
    of('input', Math.max(0, usage.inputTokens - cachedTokens - cacheWriteTokens), tariff.input, factors.input),
    of('cached_input', cachedTokens, tariff.cachedInput, factors.input),
    of('cache_write', cacheWriteTokens - cacheWrite1hTokens, tariff.cacheWrite, factors.input),
    of('cache_write_1h', cacheWrite1hTokens, tariff.cacheWrite1h, factors.input),
    of('output', usage.outputTokens, tariff.output, factors.output),
    { kind: 'calls', amount: calls, rate: price.callUsd, factor: 1, usd: calls * price.callUsd },
  ]
}

/** Cost of a record in US dollars; null where nobody knows what its service tier costs. */
export function costOf(usage: Usage, price: ModelPrice): number | null {
  const parts = partsOf(usage, price)
  return parts === null ? null : parts.reduce((sum, { usd }) => sum + usd, 0)
}

function factorsOf({ batch, serviceTier = '' }: Usage, price: ModelPrice): ModelPrice['batch'] | null {
  const tier = serviceTier.trim().toLowerCase()
  if (batch || tier === 'batch') return price.batch
  if (STANDARD.has(tier)) return { input: 1, output: 1 }
  const factor = price.serviceTiers.get(tier)
  return factor === undefined ? null : { input: factor, output: factor }
}

function tariffFor(inputTokens: number, { base, tiers }: ModelPrice): Tariff {
  return tiers.findLast(({ aboveInputTokens }) => inputTokens > aboveInputTokens)?.tariff ?? base
}
