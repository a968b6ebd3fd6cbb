import { count, get, list, object, plus, text } from '../../fields.ts'
import type { Said } from '../said.ts'

/** Kinds of requests that answered within one call, whose tokens the sum above them may leave out. */
const MAIN = 'message'
/** Keys that only Anthropic's usage has. */
const OWN = ['cache_creation_input_tokens', 'cache_read_input_tokens', 'cache_creation', 'service_tier', 'server_tool_use']

/** Whether usage has Anthropic's names. */
export function isAnthropic(answer: object, ...at: readonly string[]): boolean {
  if ((get(answer, ...at, 'prompt_tokens') ?? null) !== null || count(answer, ...at, 'input_tokens') === null) return false
  return OWN.some((key) => (get(answer, ...at, key) ?? null) !== null)
}

/** The figures of usage at a path: the prompt is what was read from the cache, what was written to it, and the rest. */
export function figuresAt(answer: object, ...at: readonly (string | number)[]): Said {
  const of = (...path: readonly string[]) => count(answer, ...at, ...path)
  const [cached, hourly] = [of('cache_read_input_tokens'), of('cache_creation', 'ephemeral_1h_input_tokens')]
  const cacheWrite = of('cache_creation_input_tokens') ?? plus(of('cache_creation', 'ephemeral_5m_input_tokens'), hourly)
  const rest = of('input_tokens')
  return {
    input: rest === null ? null : plus(rest, cached, cacheWrite),
    output: of('output_tokens'),
    cached,
    cacheWrite,
    cacheWrite1h: hourly,
    reasoning: of('output_tokens_details', 'thinking_tokens'),
    serviceTier: text(answer, ...at, 'service_tier'),
    webSearches: of('server_tool_use', 'web_search_requests'),
  }
}

/** Fast mode has prices of its own, and no model id. */
export function speedOf(model: string | null, usage: object | null): Pick<Said, 'model'> {
  return model !== null && text(usage, 'speed') === 'fast' ? { model: `${model}-fast` } : {}
}

/** Calls within a call, such as the one that compacts the conversation, where the usage of the call does not hold them. */
export function iterationsAt(answer: object, ids: readonly string[], ...at: readonly string[]): Said[] {
  const all = list(answer, ...at, 'iterations').map((one, index) => ({
    said: figuresAt(answer, ...at, 'iterations', index),
    isMain: text(one, 'type') === MAIN,
    model: text(one, 'model'),
    index,
  }))
  const sum = all.reduce((tokens, { said }) => tokens + (said.input ?? 0) + (said.output ?? 0), 0)
  const whole = figuresAt(answer, ...at)
  if (sum <= (whole.input ?? 0) + (whole.output ?? 0)) return []
  return all.filter(({ isMain }) => !isMain).map(({ said, model, index }) => ({ ...said, model, ids: ids.map((id) => `${id}:${index}`) }))
}

/** Usage as the end of a stream tells it, over what its beginning told. */
export function joinUsage(first: object | null, last: object | null): object {
  const told = Object.entries(last ?? {}).filter(([, value]) => (value ?? null) !== null)
  return { ...object(first), ...Object.fromEntries(told) }
}
