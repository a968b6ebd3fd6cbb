import type { Place } from '../call.ts'
import { get, object, text } from '../fields.ts'
import type { Collector, Sink } from '../tool.ts'
import { readPlain } from './otel/attributes.ts'
import { SPAN_NAMES } from './otel/names.ts'
import { statusOf, toSpan } from './otel/span.ts'
import { SpanTree } from './otel/tree.ts'

/** Whether a line is of the file that `COPILOT_OTEL_FILE_EXPORTER_PATH` names: no OTLP, but spans and metrics as the SDK holds them. */
export function isCopilotSpan(line: object): boolean {
  const isMetric = text(line, 'type') === 'metric' && Array.isArray(get(line, 'dataPoints'))
  return isMetric || (text(line, 'type') === 'span' && text(line, 'spanId') !== null && object(line, 'attributes') !== null)
}

/** Reads the lines of that file. Metrics, and the spans of agents, repeat what the spans of their calls tell. */
export function collectCopilotSpans(sink: Sink): Collector {
  const tree = new SpanTree(sink, {
    agent: 'copilot-cli',
    viewOf: (conversation) => ({ session: `copilot-cli:${conversation}`, telling: 'otel', rank: 1 }),
  })
  return {
    take(line, place) {
      if (!isCopilotSpan(line)) return false
      if (text(line, 'type') === 'span') takeSpan(tree, line, place)
      return true
    },
    finish: () => tree.finish(),
  }
}

function takeSpan(tree: SpanTree, span: object, place: Place): void {
  const raw = {
    trace: get(span, 'traceId'),
    id: get(span, 'spanId'),
    parent: get(span, 'parentSpanId') ?? null,
    name: get(span, 'name'),
    start: toNanoseconds(get(span, 'startTime')),
    status: statusOf(get(span, 'status', 'code')),
    service: null,
  }
  tree.add(toSpan(raw, readPlain(object(span, 'attributes'), SPAN_NAMES), place))
}

/** Of seconds and the nanoseconds after them. */
function toNanoseconds(time: unknown): string | null {
  const [seconds, nanoseconds] = [get(time, 0), get(time, 1)]
  return typeof seconds === 'number' && typeof nanoseconds === 'number' ? `${seconds}${`${nanoseconds}`.padStart(9, '0')}` : null
}
