import { count, list, object, plus } from '../../fields.ts'

/** Tokens, as a call has them. */
export interface Usage {
  readonly input: number | null
  readonly output: number | null
  readonly cached: number | null
  readonly cacheWrite: number | null
  readonly reasoning: number | null
}

type Path = readonly (string | number)[]

/** The usage at a path, as any of the SDK's parts spells it: details are an object, or a list of them. */
export function plainUsage(value: unknown, path: Path): Usage {
  const first = (...keys: readonly string[]) => {
    for (const key of keys) {
      const found = count(value, ...path, key)
      if (found !== null) return found
    }
    return null
  }
  const inputs = ['inputTokensDetails', 'input_tokens_details', 'prompt_tokens_details']
  const outputs = ['outputTokensDetails', 'output_tokens_details', 'completion_tokens_details']
  return {
    input: first('inputTokens', 'input_tokens', 'prompt_tokens'),
    output: first('outputTokens', 'output_tokens', 'completion_tokens'),
    cached: first('cached_input_tokens') ?? detail(value, path, inputs, 'cached_tokens'),
    cacheWrite: first('cache_write_input_tokens') ?? detail(value, path, inputs, 'cache_write_tokens'),
    reasoning: detail(value, path, outputs, 'reasoning_tokens'),
  }
}

function detail(value: unknown, path: Path, keys: readonly string[], figure: string): number | null {
  return plus(
    ...keys.flatMap((key) =>
      object(value, ...path, key) === null
        ? list(value, ...path, key).map((_, index) => count(value, ...path, key, index, figure))
        : [count(value, ...path, key, figure)],
    ),
  )
}
