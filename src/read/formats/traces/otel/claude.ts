import type { Call, Place } from '../../call.ts'
import { plus } from '../../fields.ts'
import { type Attributes, countOf, textOf, usdOf } from './attributes.ts'

/** What Claude Code calls the figures of its events, and of its spans. */
export const CLAUDE_NAMES: ReadonlySet<string> = new Set([
  'event.name',
  'session.id',
  'anthropic.provider',
  'model',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_creation_tokens',
  'cache_creation_1h_tokens',
  'cost_usd',
  'request_id',
  'query_source',
])

/** A request, or one that failed, as an event or a span of Claude Code tells of it; its input leaves the cache out. @throws Misread */
export function toClaudeCall(
  attributes: Attributes,
  place: Place,
  timeMs: number | null,
  hasFailed: boolean,
  from: 'logs' | 'spans',
): Call {
  const [cached, cacheWrite] = [countOf(attributes, ['cache_read_tokens']), countOf(attributes, ['cache_creation_tokens'])]
  const [session, id] = [textOf(attributes, ['session.id']), textOf(attributes, ['request_id'])]
  const provider = textOf(attributes, ['anthropic.provider'])
  return {
    place,
    model: textOf(attributes, ['model']),
    provider: provider === null || provider === 'firstParty' ? 'anthropic' : provider,
    timeMs,
    hasFailed,
    input: plus(countOf(attributes, ['input_tokens']), cached, cacheWrite),
    output: countOf(attributes, ['output_tokens']),
    cached,
    cacheWrite,
    cacheWrite1h: countOf(attributes, ['cache_creation_1h_tokens']),
    costUsd: usdOf(attributes, ['cost_usd']),
    run: session,
    step: textOf(attributes, ['query_source']),
    agent: 'claude-code',
    ids: id === null ? [] : [id],
    // The events have costs, the spans have none.
    ...(session !== null && {
      view: { session: `claude-code:${session}`, telling: from === 'logs' ? 'otel' : 'otel-spans', rank: from === 'logs' ? 2 : 1 },
    }),
  }
}
