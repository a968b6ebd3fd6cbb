import type { Place } from '../../call.ts'
import { count, object, text, time } from '../../fields.ts'
import { guard, type Sink } from '../../tool.ts'
import { usdOfCredits } from './credits.ts'
import type { Sessions } from './sessions.ts'

const EVENT = /^(abort|(session|assistant|user|tool|model|subagent|hook|system|permission)\.[a-z_]+)$/

/** Reads the events of sessions: records of calls, and the sums at their ends. */
export class Events {
  private readonly sink: Sink
  private readonly sessions: Sessions
  private session: string | null = null
  /** The first answer, while no tokens were told. */
  private answer: Place | null = null
  private hasTokens = false

  constructor(sink: Sink, sessions: Sessions) {
    this.sink = sink
    this.sessions = sessions
  }

  take(event: object, place: Place): boolean {
    const type = text(event, 'type') ?? ''
    if (type === 'result') return this.output(event, place)
    if (!EVENT.test(type)) return false
    if (type === 'session.start' || type === 'session.resume') this.begin(text(event, 'data', 'sessionId'))
    else if (type === 'session.usage_record') this.record(event, ['data', 'usage'], place)
    else if (type === 'assistant.usage') this.record(event, ['data'], place)
    else if (type === 'session.shutdown') this.shutdown(event, place)
    else if (type.startsWith('assistant.')) this.answer ??= place
    return true
  }

  endFile(): void {
    if (this.answer !== null && !this.hasTokens) this.sessions.silence(this.nameOf(this.answer), this.session, this.answer)
    this.session = null
    this.answer = null
    this.hasTokens = false
  }

  private begin(session: string | null): void {
    if (session === null || session === this.session) return
    this.endFile()
    this.session = session
  }

  private nameOf({ file }: Place): string {
    return this.session ?? `file:${file}`
  }

  private record(event: object, path: readonly string[], place: Place): void {
    const usage = (...figure: readonly string[]) => count(event, ...path, ...figure)
    this.session ??= text(event, ...path, 'accounting', 'sourceSessionId')
    this.hasTokens = true
    const [id, answer] = [text(event, 'id'), text(event, ...path, 'apiCallId')]
    const isUnavailable = text(event, ...path, 'aiCreditsStatus') === 'unavailable'
    const credits = () => usdOfCredits(event, ...path, 'totalNanoAiu') ?? usdOfCredits(event, ...path, 'copilotUsage', 'totalNanoAiu')
    this.sessions.call(this.nameOf(place), 'records', {
      place,
      run: this.session,
      model: text(event, ...path, 'model'),
      provider: text(event, ...path, 'providerType'),
      timeMs: time(event, 'timestamp'),
      input: usage('inputTokens'),
      output: usage('outputTokens'),
      cached: usage('cacheReadTokens'),
      cacheWrite: usage('cacheWriteTokens'),
      reasoning: usage('reasoningTokens'),
      costUsd: isUnavailable ? null : credits(),
      ids: [...(id === null ? [] : [`copilot-cli:${id}`]), ...(answer === null ? [] : [answer])],
    })
  }

  private shutdown(event: object, place: Place): void {
    const id = text(event, 'id')
    for (const model of Object.keys(object(event, 'data', 'modelMetrics') ?? {})) {
      const path = ['data', 'modelMetrics', model]
      const snapshot = ['data', 'accountingSnapshot']
      const status =
        text(event, ...path, 'aiCreditsStatus') ??
        text(event, ...snapshot, 'modelMetrics', model, 'aiCreditsStatus') ??
        text(event, ...snapshot, 'aiCreditsStatus')
      const usage = (figure: string) => count(event, ...path, 'usage', figure)
      this.hasTokens = true
      guard(this.sink, place, () =>
        this.sessions.call(this.nameOf(place), 'shutdowns', {
          place,
          run: this.session,
          model,
          timeMs: time(event, 'timestamp'),
          calls: count(event, ...path, 'requests', 'count'),
          input: usage('inputTokens'),
          output: usage('outputTokens'),
          cached: usage('cacheReadTokens'),
          cacheWrite: usage('cacheWriteTokens'),
          reasoning: usage('reasoningTokens'),
          costUsd: status === 'unavailable' ? null : usdOfCredits(event, ...path, 'totalNanoAiu'),
          ids: id === null ? [] : [`copilot-cli:${id}:${model}`],
        }),
      )
    }
    const type = text(event, 'data', 'shutdownType')
    if (this.session !== null && type !== null) this.sink.end(this.session, type === 'error' ? 'failure' : 'success')
  }

  private output(event: object, place: Place): boolean {
    if (object(event, 'usage') === null) return false
    if (!this.hasTokens) this.sessions.output(text(event, 'sessionId') ?? this.nameOf(place), place)
    this.answer = null
    return true
  }
}
