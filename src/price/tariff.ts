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
  /** Provider and model of the catalog. */
  readonly name: string
  readonly base: Tariff
  /** Prices of calls with more prompt tokens than a limit, lowest limit first. The whole call pays them. */
  readonly tiers: readonly { readonly aboveInputTokens: number; readonly tariff: Tariff }[]
  /** Fee per call, US dollars. */
  readonly callUsd: number
  /** Part of the price that a batch call pays. */
  readonly batch: { readonly input: number; readonly output: number }
}

type Usage = Pick<
  CostRecord,
  'calls' | 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'cacheWriteTokens' | 'cacheWrite1hTokens' | 'batch'
>

/** Cost of a record in US dollars. */
export function costOf(usage: Usage, price: ModelPrice): number {
  const { cachedTokens, cacheWriteTokens, cacheWrite1hTokens: hourTokens = 0, calls } = usage
  // Of an aggregate only the sum is known: its mean call stands for all of them.
  const tariff = tariffFor(usage.inputTokens / Math.max(calls, 1), price)
  const freshTokens = Math.max(0, usage.inputTokens - cachedTokens - cacheWriteTokens)
  const written = (cacheWriteTokens - hourTokens) * tariff.cacheWrite + hourTokens * tariff.cacheWrite1h
  const input = freshTokens * tariff.input + cachedTokens * tariff.cachedInput + written
  const output = usage.outputTokens * tariff.output
  const { batch } = price
  const tokens = usage.batch ? input * batch.input + output * batch.output : input + output
  return tokens / 1e6 + calls * price.callUsd
}

function tariffFor(inputTokens: number, { base, tiers }: ModelPrice): Tariff {
  return tiers.findLast(({ aboveInputTokens }) => inputTokens > aboveInputTokens)?.tariff ?? base
}
