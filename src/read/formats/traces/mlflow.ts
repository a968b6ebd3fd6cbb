import type { Place } from '../call.ts'
import { get, object, text } from '../fields.ts'
import { type Collector, each, type Sink, type Tool } from '../tool.ts'
import { type Attributes, readPlain } from './otel/attributes.ts'
import { SPAN_NAMES } from './otel/names.ts'
import { statusOf, toSpan } from './otel/span.ts'
import { SpanTree } from './otel/tree.ts'

/** https://mlflow.org/docs/latest/genai/concepts/trace/: what `Trace.to_json()` and the artifact `traces.json` hold. */
export const mlflow: Tool = {
  id: 'mlflow',
  name: 'MLflow',
  what: 'a trace of MLflow',
  site: 'https://mlflow.org/docs/latest/genai/tracing/',
  step: `
- run: |
    python -c "import mlflow; open('mlflow-traces.jsonl', 'w').writelines(t.to_json() + '\\n' for t in mlflow.search_traces(return_type='list'))"`,
  files: [
    {
      what: 'traces of MLflow 2 and 3',
      places: ['mlruns/**/traces/*/artifacts/traces.json', 'mlflow-traces.jsonl'],
      how: "`open('mlflow-traces.jsonl', 'w').writelines(t.to_json() + '\\n' for t in mlflow.search_traces(return_type='list'))`",
    },
  ],
  marks: [
    { 'info.trace_id': true, 'data.spans': true },
    { 'info.request_id': true, 'data.spans': true },
    { 'spans.0.start_time_unix_nano': true, 'spans.0.attributes': true },
    { 'spans.0.context.span_id': true, 'spans.0.status_code': true, 'spans.0.attributes': true },
  ],
  traps: [
    'Attributes are JSON in texts.',
    'The trace, and spans around the calls, repeat the sum of their tokens: the innermost span counts.',
    'Whether the prompt includes what the cache holds depends on the provider: where the cache is larger, or the total says so, it is added.',
  ],
  gaps: ['Whether a prompt that is larger than its cached part includes it, where the total does not tell.'],
  open: (sink) => new MlflowReader(sink),
}

class MlflowReader implements Collector {
  private readonly sink: Sink
  private readonly tree: SpanTree

  constructor(sink: Sink) {
    this.sink = sink
    this.tree = new SpanTree(sink)
  }

  take(trace: object, place: Place): boolean {
    const isWhole = object(trace, 'data') !== null
    const spans = isWhole ? get(trace, 'data', 'spans') : get(trace, 'spans')
    if (!Array.isArray(spans)) return false
    const of = object(trace, 'info')
    each(this.sink, spans, place, isWhole ? 'data.spans' : 'spans', (span, where) => this.takeSpan(span, of, where))
    return true
  }

  finish(): void {
    this.tree.finish()
  }

  private takeSpan(span: object, info: object | null, place: Place): void {
    const raw = {
      trace: get(span, 'otel_trace_id') ?? get(span, 'trace_id') ?? get(span, 'context', 'trace_id'),
      id: get(span, 'span_id') ?? get(span, 'context', 'span_id'),
      parent: get(span, 'parent_span_id') ?? get(span, 'parent_id') ?? null,
      name: get(span, 'name'),
      start: get(span, 'start_time_unix_nano') ?? get(span, 'start_time'),
      status: statusOf(get(span, 'status', 'code') ?? get(span, 'status_code')),
      service: null,
    }
    const known = toSpan(raw, withTrace(readPlain(object(span, 'attributes'), SPAN_NAMES), info), place)
    this.tree.add(known)
  }
}

/** The session and the user stand in the trace, not in its spans. */
function withTrace(attributes: Attributes, info: object | null): Attributes {
  const metadata = object(info, 'trace_metadata') ?? object(info, 'request_metadata')
  const path = '$.attributes'
  const named = [
    ['session.id', text(metadata, 'mlflow.trace.session')],
    ['user.id', text(metadata, 'mlflow.trace.user')],
  ] as const
  return new Map([...named.flatMap(([name, value]) => (value === null ? [] : [[name, { value, path }] as const])), ...attributes])
}
