import type { Place } from '../../call.ts'
import { count, get, text } from '../../fields.ts'
import { usdOfCredits } from './credits.ts'
import type { Sessions } from './sessions.ts'

/** Reads a line of the OpenTelemetry file. Usage is counted on the spans of calls: those of agents repeat it, as metrics do. */
export function takeSpan(line: object, place: Place, sessions: Sessions): boolean {
  if (text(line, 'instrumentationScope', 'name')?.startsWith('github.copilot') !== true) return false
  if (text(line, 'type') !== 'span' || text(line, 'attributes', 'gen_ai.operation.name') !== 'chat') return true
  const tokens = (figure: string) => count(line, 'attributes', `gen_ai.usage.${figure}`)
  const [trace, span, answer] = [text(line, 'traceId'), text(line, 'spanId'), text(line, 'attributes', 'gen_ai.response.id')]
  const [seconds, nanoseconds] = [Number(get(line, 'startTime', 0)), Number(get(line, 'startTime', 1))]
  const session = text(line, 'attributes', 'gen_ai.conversation.id')
  sessions.call(session, 'otel', {
    place,
    run: session,
    agent: text(line, 'attributes', 'gen_ai.agent.name'),
    model: text(line, 'attributes', 'gen_ai.response.model') ?? text(line, 'attributes', 'gen_ai.request.model'),
    timeMs: Number.isFinite(seconds) && Number.isFinite(nanoseconds) ? Math.round(seconds * 1000 + nanoseconds / 1e6) : null,
    ...(get(line, 'status', 'code') === 2 && { hasFailed: true }),
    input: tokens('input_tokens'),
    output: tokens('output_tokens'),
    cached: tokens('cache_read.input_tokens'),
    cacheWrite: tokens('cache_write.input_tokens') ?? tokens('cache_creation.input_tokens'),
    reasoning: tokens('reasoning.output_tokens'),
    costUsd: usdOfCredits(line, 'attributes', 'github.copilot.nano_aiu'),
    ids: [...(trace === null || span === null ? [] : [`span:${trace}:${span}`]), ...(answer === null ? [] : [answer])],
  })
  return true
}
