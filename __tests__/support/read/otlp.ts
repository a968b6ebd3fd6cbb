/** A span in short; what is left out has a value of its own. */
export interface SpanOf {
  readonly id: string
  readonly parent?: string
  readonly trace?: string
  readonly name?: string
  readonly status?: number
  readonly attributes?: Readonly<Record<string, string | number>>
}

/** An id as OTLP writes it, that says what it was made of. */
export function hex(name: string, length: number): string {
  return Buffer.from(name).toString('hex').padStart(length, '0')
}

/** One line of an exporter that sends each span alone. */
export function spanLine(span: SpanOf, service = 'demo'): string {
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': service }) },
        scopeSpans: [{ scope: { name: 'test' }, spans: [toOtlp(span)] }],
      },
    ],
  })
}

/** A file of such lines. */
export function spanLines(...spans: readonly SpanOf[]): string {
  return `${spans.map((span) => spanLine(span)).join('\n')}\n`
}

/** A line with one log record. */
export function logLine(event: string, attributes: Readonly<Record<string, string | number>>, trace?: string, id?: string): string {
  const record = {
    timeUnixNano: '1796030158742000000',
    body: { stringValue: event },
    attributes: attributesOf(attributes),
    ...(trace !== undefined && { traceId: hex(trace, 32) }),
    ...(id !== undefined && { spanId: hex(id, 16) }),
  }
  return JSON.stringify({ resourceLogs: [{ resource: { attributes: [] }, scopeLogs: [{ scope: {}, logRecords: [record] }] }] })
}

function toOtlp({ id, parent, trace = 't', name = 'span', status, attributes = {} }: SpanOf) {
  return {
    traceId: hex(trace, 32),
    spanId: hex(id, 16),
    ...(parent !== undefined && { parentSpanId: hex(parent, 16) }),
    name,
    kind: 3,
    startTimeUnixNano: '1795297729516000000',
    attributes: attributesOf(attributes),
    ...(status !== undefined && { status: { code: status } }),
  }
}

/** Collectors write whole numbers as texts, JavaScript as numbers: here the odd ones are numbers. */
function attributesOf(attributes: Readonly<Record<string, string | number>>) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }))
}

function anyValue(value: string | number) {
  if (typeof value === 'string') return { stringValue: value }
  if (!Number.isInteger(value)) return { doubleValue: value }
  return { intValue: value % 2 === 0 ? String(value) : value }
}
