import { count, object } from '../../fields.ts'

/** Tokens as Codex counts them: the cache is in the input, reasoning in the output. */
export interface Tokens {
  readonly input: number
  readonly cached: number
  readonly cacheWrite: number
  readonly output: number
  readonly reasoning: number
}

export const NO_TOKENS: Tokens = { input: 0, cached: 0, cacheWrite: 0, output: 0, reasoning: 0 }

/** The tokens at a path; null where there are none. */
export function tokensOf(value: object, ...path: readonly string[]): Tokens | null {
  if (object(value, ...path) === null) return null
  const [input, output] = [count(value, ...path, 'input_tokens'), count(value, ...path, 'output_tokens')]
  if (input === null && output === null) return null
  return {
    input: input ?? 0,
    cached: count(value, ...path, 'cached_input_tokens') ?? 0,
    cacheWrite: count(value, ...path, 'cache_write_input_tokens') ?? 0,
    output: output ?? 0,
    reasoning: count(value, ...path, 'reasoning_output_tokens') ?? 0,
  }
}

export function add(one: Tokens, other: Tokens): Tokens {
  return combine(one, other, 1)
}

/** What a total has more than another; null where it has less of anything: it is no later one of the same count. */
export function growth(total: Tokens, before: Tokens): Tokens | null {
  const more = combine(total, before, -1)
  return Object.values(more).some((tokens) => tokens < 0) ? null : more
}

export function isNothing({ input, output }: Tokens): boolean {
  return input === 0 && output === 0
}

function combine(one: Tokens, other: Tokens, sign: 1 | -1): Tokens {
  return {
    input: one.input + sign * other.input,
    cached: one.cached + sign * other.cached,
    cacheWrite: one.cacheWrite + sign * other.cacheWrite,
    output: one.output + sign * other.output,
    reasoning: one.reasoning + sign * other.reasoning,
  }
}
