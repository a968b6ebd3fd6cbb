import { mediaIn } from '../../apart.ts'
import { count, get, list, object, plus, text, time } from '../../fields.ts'
import { wholeOutput } from '../../whole-prompt.ts'
import { idsOf, modelOf, providerOf } from '../names.ts'
import type { Said } from '../said.ts'
import type { Spot } from '../spots.ts'

/** Providers whose prompt left out the cache before version 6, by a part of their names. */
const EXCLUSIVE = /anthropic|bedrock/
/** Ids of answers of such a provider. */
const EXCLUSIVE_ID = /^msg_/

/** Usage of the AI SDK, of any version; null where there is none. */
export function readAiSdk(spot: Spot): readonly Said[] | null {
  const { answer } = spot
  const steps = list(answer, 'steps').filter((step) => object(step, 'usage') !== null)
  if (steps.length > 0) return steps.map((_, index) => readAt(spot, ['steps', index], ['steps', index, 'usage']))
  const at = [['totalUsage'], ['usage'], []].find((path) => hasTokens(answer, path))
  if (at === undefined || (at.length === 0 && modelOf(spot) === null)) return isResult(answer) ? [readAt(spot, [], null)] : null
  return [readAt(spot, [], at)]
}

function hasTokens(answer: object, at: readonly string[]): boolean {
  if (at.length > 0 && get(answer, ...at, 'tokens') !== undefined)
    return Object.hasOwn(answer, 'embedding') || Object.hasOwn(answer, 'embeddings')
  return ['inputTokens', 'promptTokens'].some((key) => (get(answer, ...at, key) ?? null) !== null)
}

/** A result of which the provider did not tell the usage. */
function isResult(answer: object): boolean {
  return text(answer, 'response', 'modelId') !== null && (text(answer, 'finishReason') ?? object(answer, 'finishReason')) !== null
}

type Path = readonly (string | number)[]

/** @param from path of the result or of the step. @param at path of its usage. */
function readAt(spot: Spot, from: Path, at: Path | null): Said {
  const { answer } = spot
  const id = text(answer, ...from, 'response', 'id')
  return {
    model: text(answer, ...from, 'response', 'modelId') ?? modelOf(spot),
    timeMs: time(answer, ...from, 'response', 'timestamp'),
    hasFailed: text(answer, ...from, 'finishReason') === 'error',
    ids: id === null ? idsOf(spot) : [id],
    ...(at && figuresAt(spot, from, at)),
  }
}

function figuresAt(spot: Spot, from: Path, at: Path): Said {
  const { answer } = spot
  const of = (...path: readonly string[]) => count(answer, ...at, ...path)
  const ofProvider = (...path: readonly string[]) => count(answer, ...from, 'providerMetadata', ...path)
  const embedded = of('tokens')
  if (embedded !== null) return { input: embedded, output: 0 }
  const cached =
    of('inputTokenDetails', 'cacheReadTokens') ??
    of('cachedInputTokens') ??
    ofProvider('anthropic', 'cacheReadInputTokens') ??
    ofProvider('openai', 'cachedPromptTokens')
  const cacheWrite =
    of('inputTokenDetails', 'cacheWriteTokens') ??
    ofProvider('anthropic', 'cacheCreationInputTokens') ??
    ofProvider('anthropic', 'usage', 'cache_creation_input_tokens') ??
    ofProvider('bedrock', 'usage', 'cacheWriteInputTokens')
  const input = of('inputTokens') ?? of('promptTokens')
  const hourly =
    of('raw', 'cache_creation', 'ephemeral_1h_input_tokens') ??
    ofProvider('anthropic', 'usage', 'cache_creation', 'ephemeral_1h_input_tokens')
  const reasoning = of('outputTokenDetails', 'reasoningTokens') ?? of('reasoningTokens') ?? ofProvider('openai', 'reasoningTokens')
  return {
    input: input !== null && leavesOutCache(spot, from, at, input, cached) ? plus(input, cached, cacheWrite) : input,
    // Before version 6 that of Gemini leaves the thoughts out.
    output: wholeOutput(input, of('outputTokens') ?? of('completionTokens'), reasoning, of('totalTokens')),
    cached,
    cacheWrite,
    // Of several steps it is that of the last one.
    cacheWrite1h: hourly === null ? null : Math.min(hourly, cacheWrite ?? 0),
    reasoning,
    mediaTokens: mediaIn(
      ...['prompt', 'completion', 'input', 'output'].map((side) => object(answer, ...at, 'raw', `${side}_tokens_details`)),
    ),
    webSearches:
      of('raw', 'server_tool_use', 'web_search_requests') ?? ofProvider('anthropic', 'usage', 'server_tool_use', 'web_search_requests'),
  }
}

/** Since version 6 the parts of the prompt are told, and it is their sum. */
function leavesOutCache(spot: Spot, from: Path, at: Path, input: number, cached: number | null): boolean {
  const { answer } = spot
  if (object(answer, ...at, 'inputTokenDetails') !== null) return false
  const names = [providerOf(spot), modelOf(spot)?.split('/', 1)[0], ...Object.keys(object(answer, ...from, 'providerMetadata') ?? {})]
  // A model's own name says nothing; what stands before a slash names its provider.
  const isNamed = names.some((name, index) => (index !== 1 || modelOf(spot)?.includes('/')) && EXCLUSIVE.test(name ?? ''))
  return isNamed || EXCLUSIVE_ID.test(text(answer, ...from, 'response', 'id') ?? '') || (cached ?? 0) > input
}
