import type { Call, Place } from '../../call.ts'
import { count, flag, list, object, text, time } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { plainUsage, type Usage } from './usage.ts'

interface Span {
  readonly kind: 'task' | 'turn' | 'agent' | 'model' | 'other'
  readonly parent: string | null
  readonly trace: string | null
  readonly usage: Usage | null
  /** Of a task: how many requests its usage is of. */
  readonly requests: number | null
  readonly agent: string | null
  readonly model: string | null
  /** Of the answer. */
  readonly answers: readonly string[]
  readonly hasFailed: boolean
  readonly timeMs: number | null
  readonly place: Place
}

/** Agents in agents are not nested any deeper. Spans. */
const DEEPEST = 256

/** Reads spans; they come from the inside to the outside, so that they are told when all were read. */
export class Traces {
  private readonly sink: Sink
  private readonly spans = new Map<string, Span>()
  private readonly workflows = new Map<string, string>()

  constructor(sink: Sink) {
    this.sink = sink
  }

  take(value: object, place: Place): boolean {
    const kind = text(value, 'object')
    const id = text(value, 'id')
    if (id === null) return false
    if (kind === 'trace.span') this.spans.set(id, readSpan(value, place))
    else if (kind === 'trace') this.workflows.set(id, text(value, 'workflow_name') ?? '')
    else return false
    return true
  }

  finish(): void {
    const [models, made, nested] = [new Map<Span, Span[]>(), new Map<Span, Span[]>(), new Map<Span, Usage[]>()]
    for (const span of this.spans.values()) {
      if (span.kind !== 'model') continue
      const [turn, task] = [this.above(span, 'turn'), this.above(span, 'task')]
      if (turn !== null) push(models, turn, span)
      if (task !== null) push(made, task, span)
    }
    for (const span of this.spans.values()) {
      const turn = span.kind === 'turn' ? this.above(span, 'turn') : null
      const task = turn && this.above(turn, 'task')
      // Where the task of a turn tells of more requests than it made itself, it tells of those of agents in it, too.
      const isIn = task !== null && (task.requests ?? 0) > (made.get(task)?.length ?? 0)
      if (turn !== null && isIn && span.usage !== null) push(nested, turn, span.usage)
    }
    for (const [id, span] of this.spans) {
      if (span.kind === 'turn') this.sink.call(this.callOf(id, span, models.get(span) ?? [], ownUsage(span.usage, nested.get(span) ?? [])))
      else if (span.kind === 'model' && this.above(span, 'turn') === null) this.sink.call(this.callOf(id, span, [span], span.usage))
    }
  }

  /** The next span above of a kind. */
  private above(span: Span, kind: Span['kind']): Span | null {
    let above = this.spans.get(span.parent ?? '')
    for (let depth = 0; above !== undefined && depth < DEEPEST; depth++) {
      if (above.kind === kind) return above
      above = this.spans.get(above.parent ?? '')
    }
    return null
  }

  private callOf(id: string, span: Span, models: readonly Span[], usage: Usage | null): Call {
    const names = new Set(models.map(({ model }) => model))
    const [model = null] = names.size === 1 ? names : []
    return {
      place: span.place,
      model,
      timeMs: span.timeMs,
      ...(span.hasFailed && usage === null && { hasFailed: true }),
      ...usage,
      run: span.trace,
      step: this.workflows.get(span.trace ?? '') || null,
      agent: span.agent ?? this.above(span, 'turn')?.agent ?? this.above(span, 'agent')?.agent ?? null,
      ids: [`openai-agents:${id}`, ...models.flatMap(({ answers }) => answers)],
    }
  }
}

function readSpan(value: object, place: Place): Span {
  const type = text(value, 'span_data', 'type')
  const custom = type === 'custom' ? text(value, 'span_data', 'data', 'sdk_span_type') : null
  const isModel = type === 'generation' || type === 'response'
  const kind = custom === 'task' || custom === 'turn' ? custom : isModel ? 'model' : type === 'agent' ? 'agent' : 'other'
  const [output] = list(value, 'span_data', 'output')
  const places = [
    ['span_data', 'data', 'usage'],
    ['span_data', 'usage'],
    ['span_data', 'output', 0, 'usage'],
  ]
  const path = places.find((one) => object(value, ...one) !== null)
  return {
    kind,
    parent: text(value, 'parent_id'),
    trace: text(value, 'trace_id'),
    usage: kind === 'other' || kind === 'agent' || path === undefined ? null : plainUsage(value, path),
    requests: count(value, 'span_data', 'data', 'usage', 'requests'),
    agent: text(value, 'span_data', 'data', 'agent_name') ?? (kind === 'agent' ? text(value, 'span_data', 'name') : null),
    model: text(value, 'span_data', 'model'),
    answers: [text(value, 'span_data', 'response_id'), text(output, 'id')].filter((id) => id !== null),
    hasFailed: object(value, 'error') !== null || flag(value, 'error'),
    timeMs: time(value, 'started_at'),
    place,
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

/** What is left without the agents in it; all of it where they have more. */
function ownUsage(usage: Usage | null, nested: readonly Usage[]): Usage | null {
  if (usage === null) return null
  const less = (figure: keyof Usage) => nested.reduce((rest, one) => rest - (one[figure] ?? 0), usage[figure] ?? 0)
  const own = { input: less('input'), output: less('output'), cached: less('cached'), cacheWrite: less('cacheWrite'), reasoning: null }
  return nested.length === 0 || Object.values(own).some((tokens) => tokens !== null && tokens < 0) ? usage : own
}
