import type { Call, Place } from '../call.ts'
import { count, get, list, object, plus, text, time, usd } from '../fields.ts'
import { each, type Sink, type Tool } from '../tool.ts'

/** https://github.com/anomalyco/opencode */
export const opencode: Tool = {
  id: 'opencode',
  name: 'opencode',
  what: 'an output of opencode',
  site: 'https://opencode.ai/docs/cli/',
  unit: 'session',
  mixesText: true,
  step: `
- run: |
    opencode run --format json "$PROMPT" | tee opencode.jsonl
    # The export names the models.
    opencode export "$(head -n 1 opencode.jsonl | jq -r .sessionID)" > opencode.json`,
  files: [
    { what: 'export of a session, which names the models', places: [], how: 'opencode export "$SESSION" > opencode.json' },
    { what: 'events of a run', places: [], how: 'opencode run --format json "$PROMPT" | tee opencode.jsonl' },
  ],
  marks: [
    { sessionID: /^ses_/, part: true, type: true },
    { sessionID: /^ses_/, error: true, type: /^error$/ },
    { 'info.id': /^ses_/, messages: true },
  ],
  traps: [
    '`input` leaves the cache out and `output` the reasoning: they are added.',
    'A run and an export of the same session are one spend: the larger one counts, of equals the export.',
    'The totals of an export repeat its messages and are not added.',
    'A cost of 0 means that opencode knows no price: it is unknown.',
  ],
  gaps: [
    'Events of a run name no model: give the export as well.',
    'The call that makes the title of a session is in no file.',
    'Sessions of subagents are neither in the run nor in the export of their parent: export them as well.',
  ],
  open: (sink) => new Opencode(sink),
}

class Opencode {
  private readonly sink: Sink
  /** Steps that began and have not ended, by message. */
  private readonly begun = new Map<string, Call>()
  private readonly ended = new Set<string>()

  constructor(sink: Sink) {
    this.sink = sink
  }

  take(value: object, place: Place): boolean {
    const session = text(value, 'sessionID')
    if (session !== null) return this.event(value, session, place)
    const id = text(value, 'info', 'id')
    if (id === null || !Array.isArray(get(value, 'messages'))) return false
    each(this.sink, get(value, 'messages'), place, 'messages', (message, where) => this.message(message, id, where))
    return true
  }

  /** A step that never ended was cut off. */
  finish(): void {
    for (const [message, call] of this.begun) if (!this.ended.has(message)) this.sink.call(call)
  }

  private event(event: object, session: string, place: Place): boolean {
    const type = text(event, 'type')
    const message = text(event, 'part', 'messageID') ?? ''
    const call = {
      place,
      run: session,
      timeMs: time(event, 'timestamp'),
      view: { session: `opencode:${session}`, telling: 'run', rank: 1 },
    }
    if (type === 'step_start') this.begun.set(message, { ...call, ids: [`opencode:${message}`] })
    else if (type === 'step_finish') {
      this.ended.add(message)
      this.sink.call({ ...call, ...figures(event, 'part'), ids: idsOf(event, 'part', 'id') })
      if (text(event, 'part', 'reason') === 'stop') this.sink.end(session, 'success')
    } else if (type === 'error') {
      for (const [open, { run }] of this.begun) if (run === session) this.ended.add(open)
      this.sink.call({ ...call, hasFailed: true })
      this.sink.end(session, 'failure')
    }
    return type === 'error' || object(event, 'part') !== null
  }

  private message(message: object, session: string, place: Place): void {
    if (text(message, 'info', 'role') !== 'assistant') return
    const hasFailed = object(message, 'info', 'error') !== null
    const call: Call = {
      place,
      run: session,
      model: text(message, 'info', 'modelID'),
      provider: text(message, 'info', 'providerID'),
      agent: text(message, 'info', 'agent'),
      timeMs: time(message, 'info', 'time', 'completed') ?? time(message, 'info', 'time', 'created'),
      view: { session: `opencode:${session}`, telling: 'export', rank: 2 },
    }
    const steps = list(message, 'parts').filter((part) => text(part, 'type') === 'step-finish')
    if (steps.length > 0) {
      each(this.sink, get(message, 'parts'), place, 'parts', (part, where) => {
        if (text(part, 'type') === 'step-finish') this.sink.call({ ...call, place: where, ...figures(part), ids: idsOf(part, 'id') })
      })
    } else {
      const told = figures(message, 'info')
      const isTold = (told.input ?? 0) + (told.output ?? 0) > 0
      this.sink.call({ ...call, hasFailed: hasFailed && !isTold, ...(isTold && told), ids: idsOf(message, 'info', 'id') })
    }
    if (hasFailed) this.sink.end(session, 'failure')
    else if (text(message, 'info', 'finish') === 'stop') this.sink.end(session, 'success')
  }
}

function idsOf(value: object, ...path: readonly string[]): string[] {
  const id = text(value, ...path)
  return id === null ? [] : [`opencode:${id}`]
}

function figures(value: object, ...path: readonly string[]): Partial<Call> {
  const tokens = (...figure: readonly string[]) => count(value, ...path, 'tokens', ...figure)
  const [cached, cacheWrite] = [tokens('cache', 'read'), tokens('cache', 'write')]
  const input = plus(tokens('input'), cached, cacheWrite)
  const [output, reasoning] = [tokens('output'), tokens('reasoning')]
  // Where the total says so, reasoning is in the output already.
  const isWhole = (reasoning ?? 0) > 0 && tokens('total') === plus(input, output)
  return {
    input,
    output: isWhole ? output : plus(output, reasoning),
    cached,
    cacheWrite,
    reasoning,
    costUsd: usd(value, ...path, 'cost'),
  }
}
