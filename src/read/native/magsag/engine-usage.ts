import { saysSomething } from '../../foreign/foreign.ts'
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
  if (models !== null && saysSomething(models)) return Object.entries(models).map(([model, use]) => ofModel(model, use))
  const answers = answersOf(stats)
  if (answers.length > 0) return answers.map((answer) => ofUsage(answer, object(answer, 'usage'), text(answer, 'providerData', 'model')))
  const use = ofUsage(stats, object(stats, 'usage') ?? stats, text(stats, 'model'))
  // A call that failed before it cost anything, and one whose engine does not count, both have zeros.
  return [use.input, use.output, use.costUsd].some((figure) => Boolean(figure)) ? [use] : []
}

/** Claude Code's share of a model. */
function ofModel(model: string, use: unknown): EngineUse {
  const [cached, cacheWrite] = [count(use, 'cacheReadInputTokens'), count(use, 'cacheCreationInputTokens')]
  return {
    model,
    input: plus(count(use, 'inputTokens'), cached, cacheWrite),
    output: count(use, 'outputTokens'),
    cached,
    cacheWrite,
    cacheWrite1h: null,
    reasoning: null,
    costUsd: usd(use, 'costUSD'),
  }
}

/** Answers in the result of the OpenAI Agents SDK. */
function answersOf(stats: object): object[] {
  const states = [list(stats, 'result', 'rawResponses'), list(stats, 'result', 'state', 'modelResponses')]
  const answers = states.find((responses) => responses.length > 0) ?? []
  return answers.filter((answer) => typeof answer === 'object' && answer !== null)
}

function ofUsage(said: object, usage: object | null, model: string | null): EngineUse {
  const [read, written] = [count(usage, 'cache_read_input_tokens'), count(usage, 'cache_creation_input_tokens')]
  const isApart = read !== null || written !== null
  const input = first(usage, 'input_tokens', 'inputTokens', 'prompt_tokens', 'promptTokens')
  const output = first(usage, 'output_tokens', 'outputTokens', 'completion_tokens', 'completionTokens')
  const total = first(usage, 'total_tokens', 'totalTokens')
  return {
    model,
    // Where only the sum is known, it counts as input, as in the framework.
    input: isApart ? plus(input, read, written) : (input ?? (total === null ? null : Math.max(0, total - (output ?? 0)))),
    output,
    cached: read ?? first(usage, 'cached_input_tokens', 'cachedInputTokens') ?? detail(usage, 'cached_tokens', INPUT),
    cacheWrite: written ?? first(usage, 'cache_write_input_tokens') ?? detail(usage, 'cache_write_tokens', INPUT),
    cacheWrite1h: count(usage, 'cache_creation', 'ephemeral_1h_input_tokens'),
    reasoning: first(usage, 'reasoning_output_tokens', 'reasoningTokens') ?? detail(usage, 'reasoning_tokens', OUTPUT),
    costUsd: usd(said, 'total_cost_usd') ?? usd(said, 'cost_usd') ?? usd(usage, 'cost_usd'),
  }
}

const INPUT = ['inputTokensDetails', 'input_tokens_details', 'prompt_tokens_details']
const OUTPUT = ['outputTokensDetails', 'output_tokens_details', 'completion_tokens_details']

function first(usage: object | null, ...keys: readonly string[]): number | null {
  return keys.map((key) => count(usage, key)).find((figure) => figure !== null) ?? null
}

/** A part of the prompt or of the answer, in an object or in a list of one for each request. */
function detail(usage: object | null, key: string, names: readonly string[]): number | null {
  return plus(...names.flatMap((name) => [object(usage, name), ...list(usage, name)].map((part) => count(part, key))))
}
