import { saysSomething } from '../../foreign/amount.ts'
import { count, list, object, plus, text, usd } from '../../formats/fields.ts'

/** What an engine says that a model of it spent; null is not known. */
export interface EngineUse {
  readonly model: string | null
  readonly input: number | null
  readonly output: number | null
  readonly cached: number | null
  readonly cacheWrite: number | null
  readonly cacheWrite1h: number | null
  readonly reasoning: number | null
  readonly costUsd: number | null
}

/**
 * What an engine says of its whole work: a total, or its parts by model or by answer. Engines pass on the usage of their SDKs, so it has the names of
 * Anthropic, whose prompt tokens leave the cache out, or of OpenAI, Codex and the agent SDKs, where they hold it.
 * @returns an empty list where it says nothing.
 * @throws Misread where a figure is none.
 */
export function usesOf(stats: object): readonly EngineUse[] {
  const models = object(stats, 'modelUsage')
  if (models !== null && saysSomething(models)) return Object.keys(models).map((model) => ofModel(stats, model))
  for (const path of ANSWERS) {
    const answers = list(stats, ...path)
    if (answers.length > 0) return answers.map((_, index) => ofUsage(stats, [...path, index, 'usage'], [...path, index, 'providerData']))
  }
  const use = ofUsage(stats, object(stats, 'usage') === null ? [] : ['usage'], [])
  // A call that failed before it cost anything, and one whose engine does not count, both have zeros.
  return [use.input, use.output, use.costUsd].some((figure) => Boolean(figure)) ? [use] : []
}

type Path = readonly (string | number)[]

/** Where the result of the OpenAI Agents SDK has its answers. */
const ANSWERS: readonly Path[] = [
  ['result', 'rawResponses'],
  ['result', 'state', 'modelResponses'],
]

/** Claude Code's share of a model. */
function ofModel(stats: object, model: string): EngineUse {
  const read = (key: string) => count(stats, 'modelUsage', model, key)
  const [cached, cacheWrite] = [read('cacheReadInputTokens'), read('cacheCreationInputTokens')]
  return {
    model,
    input: plus(read('inputTokens'), cached, cacheWrite),
    output: read('outputTokens'),
    cached,
    cacheWrite,
    cacheWrite1h: null,
    reasoning: null,
    costUsd: usd(stats, 'modelUsage', model, 'costUSD'),
  }
}

/** @param at where the tokens stand. @param by where the model does. */
function ofUsage(stats: object, at: Path, by: Path): EngineUse {
  const first = (...keys: readonly string[]) => keys.map((key) => count(stats, ...at, key)).find((figure) => figure !== null) ?? null
  // In an object, or in a list of one for each request.
  const detail = (key: string, names: readonly string[]) =>
    plus(
      ...names.flatMap((name) => [
        count(stats, ...at, name, key),
        ...list(stats, ...at, name).map((_, index) => count(stats, ...at, name, index, key)),
      ]),
    )
  const [read, written] = [first('cache_read_input_tokens'), first('cache_creation_input_tokens')]
  const isApart = read !== null || written !== null
  const input = first('input_tokens', 'inputTokens', 'prompt_tokens', 'promptTokens')
  const output = first('output_tokens', 'outputTokens', 'completion_tokens', 'completionTokens')
  const total = first('total_tokens', 'totalTokens')
  const isWhole = by.length === 0
  return {
    model: text(stats, ...by, 'model'),
    // Where only the sum is known, it counts as input, as in the framework.
    input: isApart ? plus(input, read, written) : (input ?? (total === null ? null : Math.max(0, total - (output ?? 0)))),
    output,
    cached: read ?? first('cached_input_tokens', 'cachedInputTokens') ?? detail('cached_tokens', INPUT),
    cacheWrite: written ?? first('cache_write_input_tokens') ?? detail('cache_write_tokens', INPUT),
    cacheWrite1h: count(stats, ...at, 'cache_creation', 'ephemeral_1h_input_tokens'),
    reasoning: first('reasoning_output_tokens', 'reasoningTokens') ?? detail('reasoning_tokens', OUTPUT),
    costUsd: isWhole ? (usd(stats, 'total_cost_usd') ?? usd(stats, 'cost_usd') ?? usd(stats, ...at, 'cost_usd')) : null,
  }
}

const INPUT = ['inputTokensDetails', 'input_tokens_details', 'prompt_tokens_details']
const OUTPUT = ['outputTokensDetails', 'output_tokens_details', 'completion_tokens_details']
