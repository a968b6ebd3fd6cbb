import type { Place } from '../../call.ts'
import { get, list } from '../../fields.ts'
import type { Sink } from '../../tool.ts'
import { readAttributes, textOf } from './attributes.ts'
import { CLAUDE_NAMES, toClaudeCall } from './claude.ts'
import { msOf } from './ids.ts'
import { SPAN_NAMES } from './names.ts'
import { toSpan } from './span.ts'
import type { SpanTree } from './tree.ts'

/** Names of attributes that tell of tokens. */
const TOKENS = /(^|[._])tokens?(_count)?$/

/** Reads log records: the events of Claude Code, and those that repeat what a GenAI span tells. */
export class LogReader {
  private readonly sink: Sink
  private readonly tree: SpanTree
  /** Events that were refused: each once. */
  private readonly refused = new Set<string>()

  constructor(sink: Sink, tree: SpanTree) {
    this.sink = sink
    this.tree = tree
  }

  /** @throws Misread where its figures are broken. */
  take(record: object, service: string | null, place: Place): void {
    const timeMs = msOf(get(record, 'timeUnixNano')) ?? msOf(get(record, 'observedTimeUnixNano'))
    const claude = readAttributes(record, CLAUDE_NAMES)
    const event = nameOf(record) ?? textOf(claude, ['event.name'])
    if (event === 'claude_code.api_request') this.sink.call(toClaudeCall(claude, place, timeMs, false, 'logs'))
    else if (event === 'claude_code.api_error') this.sink.call(toClaudeCall(claude, place, timeMs, true, 'logs'))
    else if (event?.startsWith('claude_code.') !== true) this.takeGenAi(record, event ?? 'without a name', service, place)
  }

  private takeGenAi(record: object, event: string, service: string | null, place: Place): void {
    const attributes = readAttributes(record, SPAN_NAMES)
    const raw = {
      trace: get(record, 'traceId'),
      id: get(record, 'spanId'),
      parent: undefined,
      name: event,
      start: get(record, 'timeUnixNano'),
      status: null,
      service,
    }
    const span = toSpan(raw, attributes, place)
    if (span.hasUsage) this.tree.add(span)
    else if (!this.refused.has(event) && tellsOfTokens(record)) {
      this.refused.add(event)
      this.sink.refuse(
        place,
        `the event ${JSON.stringify(event)} tells of tokens and is not read: export traces, or give the tool's own output`,
      )
    }
  }
}

function nameOf(record: object): string | null {
  const name = get(record, 'eventName') ?? get(record, 'body', 'stringValue')
  return typeof name === 'string' && name.length <= 200 ? name : null
}

function tellsOfTokens(record: object): boolean {
  return list(record, 'attributes').some((attribute) => {
    const [key, value] = [get(attribute, 'key'), get(attribute, 'value')]
    return (
      typeof key === 'string' &&
      TOKENS.test(key) &&
      Number(get(value, 'intValue') ?? get(value, 'doubleValue') ?? get(value, 'stringValue')) > 0
    )
  })
}
