import type { Call, Place } from '../call.ts'
import { count, object, text, time } from '../fields.ts'
import { sellerOf } from '../seller.ts'
import type { Sink, Tool } from '../tool.ts'

/** https://github.com/mastra-ai/mastra */
export const mastra: Tool = {
  id: 'mastra',
  name: 'Mastra',
  what: 'a trace of Mastra',
  site: 'https://mastra.ai/docs/observability/tracing/overview',
  step: `
# Your agents, with an exporter that appends each exported span to spans.jsonl
- run: node agents.js`,
  files: [
    {
      what: 'lines of exported spans',
      places: [],
      how: "an exporter with exportTracingEvent: async ({ type, exportedSpan }) => type === 'span_ended' && appendFileSync('spans.jsonl', JSON.stringify(exportedSpan) + '\\n')",
    },
  ],
  marks: [{ entityType: true, traceId: true, isRootSpan: true, type: /^[a-z]+(_[a-z]+)*$/ }],
  traps: [
    'The same usage stands on a generation, its steps and their inferences: only the innermost count.',
    'A step names no model: it has that of the span above.',
    'The raw response in `metadata.body` is a copy.',
  ],
  gaps: ['What it cost: it is priced from the tokens.'],
  open: (sink) => new Mastra(sink),
}

interface Span {
  readonly parent: string | null
  readonly call: Call
  readonly hasUsage: boolean
}

const MODEL_SPAN = /^model_(generation|step|inference)$/
/** A generation, its step, and the inference. */
const DEEPEST = 3

class Mastra {
  private readonly sink: Sink
  private readonly spans = new Map<string, Span>()

  constructor(sink: Sink) {
    this.sink = sink
  }

  take(value: object, place: Place): boolean {
    const [trace, id, type] = [text(value, 'traceId'), text(value, 'id'), text(value, 'type')]
    if (trace === null || id === null || type === null) return false
    if (!MODEL_SPAN.test(type)) return true
    const name = `span:${trace}:${id}`
    const parent = text(value, 'parentSpanId')
    const hasUsage = object(value, 'attributes', 'usage') !== null
    this.spans.set(name, { parent: parent && `span:${trace}:${parent}`, call: readCall(value, place, name), hasUsage })
    return true
  }

  /** Spans come from the inside to the outside, and may stand in several files. */
  finish(): void {
    const outer = new Set<Span>()
    const told = new Set<Span>()
    for (const span of this.spans.values()) {
      for (const above of this.above(span)) {
        outer.add(above)
        if (span.hasUsage) told.add(above)
      }
    }
    for (const span of this.spans.values()) {
      const above = this.above(span)
      const isTold = span.hasUsage ? told.has(span) : outer.has(span) || above.some((one) => one.hasUsage && !told.has(one))
      if (!isTold) this.sink.call(above.reduce((call, one) => inherit(call, one.call), span.call))
    }
  }

  /** The spans of models that a span stands in, from the inside to the outside. */
  private above(span: Span): Span[] {
    const spans: Span[] = []
    for (let one = this.spans.get(span.parent ?? ''); one !== undefined && spans.length < DEEPEST; one = this.spans.get(one.parent ?? ''))
      spans.push(one)
    return spans
  }
}

function readCall(value: object, place: Place, name: string): Call {
  const usage = (...figure: readonly string[]) => count(value, 'attributes', 'usage', ...figure)
  const [answer, provider] = [text(value, 'metadata', 'body', 'id'), text(value, 'attributes', 'provider')]
  return {
    place,
    model: text(value, 'attributes', 'responseModel') ?? text(value, 'attributes', 'model'),
    provider: provider && sellerOf(provider),
    timeMs: time(value, 'startTime'),
    ...(object(value, 'errorInfo') && { hasFailed: true }),
    input: usage('inputTokens'),
    output: usage('outputTokens'),
    cached: usage('inputDetails', 'cacheRead'),
    cacheWrite: usage('inputDetails', 'cacheWrite'),
    reasoning: usage('outputDetails', 'reasoning'),
    run: text(value, 'metadata', 'runId') ?? text(value, 'traceId'),
    agent: text(value, 'entityName') ?? text(value, 'entityId'),
    ids: [name, ...(answer === null ? [] : [answer])],
  }
}

/** What a call does not say itself, the span that it stands in does: the model, and the id of the answer. */
function inherit(call: Call, outer: Call): Call {
  const answers = (outer.ids ?? []).filter((id) => !id.startsWith('span:'))
  return {
    ...call,
    model: call.model ?? outer.model ?? null,
    provider: call.provider ?? outer.provider ?? null,
    ids: [...(call.ids ?? []), ...answers],
  }
}
