import type { Call } from '../../call.ts'
import { count, usd } from '../../fields.ts'

/** What an object of `model_usage` says. */
export interface ModelUsage {
  readonly input: number
  readonly output: number
  readonly cached: number
  readonly cacheWrite: number
  readonly reasoning: number
  readonly costUsd: number | null
}

export const NO_USAGE: ModelUsage = { input: 0, output: 0, cached: 0, cacheWrite: 0, reasoning: 0, costUsd: 0 }

export function usageAt(value: object, ...path: readonly string[]): ModelUsage {
  const figure = (key: string) => count(value, ...path, key) ?? 0
  const [input, output, total] = [figure('input_tokens'), figure('output_tokens'), figure('total_tokens')]
  const [cached, cacheWrite] = [figure('input_tokens_cache_read'), figure('input_tokens_cache_write')]
  const reasoning = figure('reasoning_tokens')
  // It leaves the cache out, but not in every version and for every seller: the total shows it.
  const cache = total === input + output && total > 0 && cached + cacheWrite <= input ? 0 : cached + cacheWrite
  const isApart = total === input + cache + output + reasoning
  const all = { input: input + cache, output: isApart ? output + reasoning : output }
  return { ...all, cached, cacheWrite, reasoning, costUsd: usd(value, ...path, 'total_cost') }
}

export function add(one: ModelUsage, other: ModelUsage): ModelUsage {
  return {
    ...eachFigure(one, other, (a, b) => a + b),
    costUsd: one.costUsd === null || other.costUsd === null ? null : one.costUsd + other.costUsd,
  }
}

/** What a total has beyond its parts; null where that is no token. */
export function restOf(total: ModelUsage, parts: ModelUsage): ModelUsage | null {
  const rest = eachFigure(total, parts, (a, b) => Math.max(0, a - b))
  // Where a part has no cost, that of the total would be counted on top of its price.
  const costUsd = total.costUsd === null || parts.costUsd === null ? null : Math.max(0, total.costUsd - parts.costUsd)
  if (rest.input + rest.output === 0) return null
  return { ...rest, cached: Math.min(rest.cached, rest.input), cacheWrite: Math.min(rest.cacheWrite, rest.input - rest.cached), costUsd }
}

type Figures = Omit<ModelUsage, 'costUsd'>

function eachFigure(one: Figures, other: Figures, of: (one: number, other: number) => number): Figures {
  return {
    input: of(one.input, other.input),
    output: of(one.output, other.output),
    cached: of(one.cached, other.cached),
    cacheWrite: of(one.cacheWrite, other.cacheWrite),
    reasoning: of(one.reasoning, other.reasoning),
  }
}

/** What stands between the seller of the interface and the model is who really sells it. */
const CLOUDS = ['azure', 'bedrock', 'vertex']

/** `openai/<model>`, `openai/azure/<model>`, `openai-api/<seller>/<model>`. */
export function answererOf(id: string): Pick<Call, 'provider' | 'model'> {
  const [seller = '', second = '', ...rest] = id.split('/')
  const isBetween = rest.length > 0 && (CLOUDS.includes(second) || seller === 'openai-api')
  if (isBetween) return { provider: second, model: rest.join('/') }
  return second === '' ? { provider: null, model: id } : { provider: seller, model: [second, ...rest].join('/') }
}
