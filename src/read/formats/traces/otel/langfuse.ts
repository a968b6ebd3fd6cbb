import type { Call } from '../../call.ts'
import { count, plus, usd } from '../../fields.ts'

/**
 * Buckets of usage, none of which is a part of another: `input`, `input_cached_tokens`, `output`, `output_reasoning_tokens`.
 * @returns null where there is none. @throws Misread
 */
export function readLangfuseUsage(
  usage: object,
): Pick<Call, 'input' | 'output' | 'cached' | 'cacheWrite' | 'cacheWrite1h' | 'reasoning' | 'mediaTokens'> | null {
  const keys = Object.entries(usage).flatMap(([key, value]) => (typeof value === 'object' ? [] : [key]))
  const sum = (pattern: RegExp) => plus(...keys.filter((key) => pattern.test(key)).map((key) => count(usage, key)))
  const figures = {
    input: sum(/^(input|prompt|cache_(read|creation|write))/),
    output: sum(/^(output|completion)/),
    cached: sum(/^(input|prompt).*(cached|cache_read)|^cache_read/),
    cacheWrite: sum(/cache_(creation|write)/),
    cacheWrite1h: sum(/cache_(creation|write).*1h/),
    reasoning: sum(/^(output|completion).*reasoning/),
    mediaTokens: sum(/audio|^(output|completion).*image/),
  }
  return figures.input === null && figures.output === null ? null : figures
}

/** @returns null where it is 0 throughout: Langfuse writes that where it knows no cost. @throws Misread */
export function readLangfuseCost(cost: object): number | null {
  const parts = Object.keys(cost).filter((key) => key !== 'total')
  return (usd(cost, 'total') ?? plus(...parts.map((key) => usd(cost, key)))) || null
}
