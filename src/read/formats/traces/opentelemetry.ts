import type { Place } from '../call.ts'
import { get } from '../fields.ts'
import { type Collector, each, type Sink, type Tool } from '../tool.ts'
import { readAttributes, textOf } from './otel/attributes.ts'
import { CLAUDE_NAMES, toClaudeCall } from './otel/claude.ts'
import { msOf } from './otel/ids.ts'
import { LogReader } from './otel/logs.ts'
import { SPAN_NAMES } from './otel/names.ts'
import { serviceOf, statusOf, toSpan } from './otel/span.ts'
import { SpanTree } from './otel/tree.ts'

/** https://opentelemetry.io/docs/specs/otlp/, as JSON: a document, or a request of an exporter a line. */
export const opentelemetry: Tool = {
  id: 'opentelemetry',
  name: 'OpenTelemetry',
  what: 'an export of OpenTelemetry',
  site: 'https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/',
  step: `
# Your agents, with a collector whose file exporter (format: json) writes traces.jsonl
- run: make agents`,
  files: [
    {
      what: 'traces of the GenAI conventions, OpenInference, Traceloop, Langfuse, the AI SDK, Pydantic AI and others',
      places: ['traces.json', 'traces.jsonl', 'otel*.jsonl', '*.otlp.jsonl'],
      how: "the collector's `file` exporter with `format: json`, or any exporter of OTLP as JSON",
    },
    {
      what: 'logs of Claude Code',
      places: [],
      how: '`CLAUDE_CODE_ENABLE_TELEMETRY=1 OTEL_LOGS_EXPORTER=otlp`, and a collector with the `file` exporter',
    },
  ],
  marks: [{ resourceSpans: true }, { resourceLogs: true }, { resourceMetrics: true }],
  traps: [
    'Spans of agents, workflows and SDKs repeat the tokens of the calls within them: the innermost span counts, wherever in the files it stands.',
    'Two instrumentations of one call make two spans: one call, with the costs and caches that either knows.',
    'A stream or a failed call without usage is a call of unknown cost, not a free one.',
    'Cache tokens that are not a part of the prompt are added to it: where they are more than it is, or where the total says so.',
    'Reasoning that is not a part of the output is added to it: where the total says so.',
    'The AI SDK up to 5 leaves cached tokens of Anthropic out of its counts: they are taken from what the provider said.',
    'Langfuse writes a cost of 0 where it knows none.',
    'Events of Claude Code are of the same session as its own files: one of them counts.',
  ],
  gaps: [
    'Metrics are not read: they are running sums of the same tokens.',
    'Some instrumentations have no cache tokens, so that the cost is too high: those of OpenAI by OpenTelemetry and Traceloop in JavaScript.',
    'Files of Protobuf or Zstandard are not read.',
  ],
  open: (sink) => new OtlpReader(sink),
}

class OtlpReader implements Collector {
  private readonly sink: Sink
  private readonly tree: SpanTree
  private readonly logs: LogReader
  /** Where metrics stand first. */
  private metrics: Place | null = null
  /** Whether there are spans or logs anywhere. */
  private hasOthers = false

  constructor(sink: Sink) {
    this.sink = sink
    this.tree = new SpanTree(sink)
    this.logs = new LogReader(sink, this.tree)
  }

  take(value: object, place: Place): boolean {
    const [spans, logs, metrics] = ['resourceSpans', 'resourceLogs', 'resourceMetrics'].map((key) => Array.isArray(get(value, key)))
    if (spans || logs) this.hasOthers = true
    else if (metrics) this.metrics ??= place
    each(this.sink, get(value, 'resourceSpans'), place, 'resourceSpans', (resource, at) => {
      const take = (span: object, where: Place) => this.takeSpan(span, readService(resource), where)
      for (const scope of ['scopeSpans', 'instrumentationLibrarySpans']) this.takeScopes(resource, at, scope, 'spans', take)
    })
    each(this.sink, get(value, 'resourceLogs'), place, 'resourceLogs', (resource, at) => {
      const take = (record: object, where: Place) => this.logs.take(record, readService(resource), where)
      for (const scope of ['scopeLogs', 'instrumentationLibraryLogs']) this.takeScopes(resource, at, scope, 'logRecords', take)
    })
    return spans === true || logs === true || metrics === true
  }

  finish(): void {
    this.tree.finish()
    if (this.metrics !== null && !this.hasOthers)
      this.sink.refuse(this.metrics, 'holds metrics, which are running sums and are not read: export traces (or the logs of Claude Code)')
  }

  private takeScopes(resource: object, place: Place, scopes: string, items: string, take: (item: object, place: Place) => void): void {
    each(this.sink, get(resource, scopes), place, scopes, (scope, at) => each(this.sink, get(scope, items), at, items, take))
  }

  private takeSpan(span: object, service: string | null, place: Place): void {
    const start = get(span, 'startTimeUnixNano')
    const status = statusOf(get(span, 'status', 'code'))
    if (get(span, 'name') === 'claude_code.llm_request') {
      const claude = readAttributes(span, CLAUDE_NAMES)
      this.sink.call(toClaudeCall(claude, place, msOf(start), status === 'failed', 'spans'))
      return
    }
    const raw = {
      trace: get(span, 'traceId'),
      id: get(span, 'spanId'),
      parent: get(span, 'parentSpanId') ?? null,
      name: get(span, 'name'),
      start,
      status,
      service,
    }
    this.tree.add(toSpan(raw, readAttributes(span, SPAN_NAMES), place))
  }
}

const SERVICE: ReadonlySet<string> = new Set(['service.name'])

function readService(resource: object): string | null {
  return serviceOf(textOf(readAttributes(get(resource, 'resource'), SERVICE), ['service.name']))
}
