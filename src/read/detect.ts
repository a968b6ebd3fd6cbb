import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { shown } from '../errors.ts'
import { decode, reading } from '../files/text.ts'
import type { Source } from '../generated/types.ts'
import { outcomeOf } from '../usage/outcome.ts'
import { nearestShape } from './foreign/nearest.ts'
import { shapeOf } from './foreign/shapes.ts'
import { isRecord, parseForeign } from './json.ts'
import { memberOf, textOf } from './ledger/calls/ids.ts'
import { LONGEST_LINE } from './lines.ts'

/** How to read a file: as lines or rows of one format, as one document (whose format its content tells), as what another tool wrote, or not at all: it is empty, or of no use. */
export type Detected =
  | { readonly kind: 'lines'; readonly format: LineFormat }
  | { readonly kind: 'database' }
  | { readonly kind: 'document' }
  | {
      readonly kind: 'foreign'
      readonly tool: Source['format']
      readonly as: 'lines' | 'document' | 'archive'
      readonly by: readonly string[]
    }
  | { readonly kind: 'refused'; readonly fault: string }
  | { readonly kind: 'empty' }

/** Formats whose files are lines. */
export type LineFormat = 'ledger' | 'mcp-calls' | 'run-events' | 'run-log'

/** Enough to hold the first records of any ledger. Bytes. */
const HEAD = 256 << 10
const SQLITE_MAGIC = 'SQLite format 3\0'
const ZIP_MAGIC = 'PK\x03\x04'
/** A list, or an object over several lines: no line of it is a record of its own. */
const DOCUMENT = /^\s*(\[\s*[{[\]]|\[\s*$|\{\s*$)/

/** Logs that people write themselves have lines with a time, too: without one of these, a line further down may tell more. */
const OWN_KEYS = ['tool', 'server', 'event', 'run_id', 'metadata', 'input_tokens', 'cost_usd', 'token_count']

/** Looks into the beginning of a file; its name does not matter. */
export function detect(path: string, file: string): Detected {
  const handle = reading(file, () => openSync(path, 'r'))
  try {
    const { size } = fstatSync(handle)
    let head = readHead(handle, Math.min(HEAD, size), file)
    // The first line alone may be longer.
    if (head.length < size && !head.includes(10)) head = readHead(handle, LONGEST_LINE, file)
    if (head.toString('latin1', 0, SQLITE_MAGIC.length) === SQLITE_MAGIC) return { kind: 'database' }
    // No other tool's file that is read is an archive.
    if (head.toString('latin1', 0, ZIP_MAGIC.length) === ZIP_MAGIC)
      return { kind: 'foreign', tool: 'inspect-ai', as: 'archive', by: ['archive'] }
    if (head[1] === 0 || (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) decode(head, file)
    const lines = head
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')
      .filter((line) => line.trim() !== '')
    // What follows after so many blank lines is not to be overlooked: as a ledger, each of its lines is checked.
    if (lines.length === 0) return head.length < size ? { kind: 'lines', format: 'ledger' } : { kind: 'empty' }
    return detectLines(lines)
  } finally {
    closeSync(handle)
  }
}

function readHead(handle: number, length: number, file: string): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  return buffer.subarray(
    0,
    reading(file, () => readSync(handle, buffer, 0, length, 0)),
  )
}

/** The first line that is a whole record tells. One line alone may also be a document without line breaks; several records are none. */
export function detectLines(lines: readonly string[]): Detected {
  if (DOCUMENT.test(lines[0] ?? '')) return { kind: 'document' }
  let vague: Detected | null = null
  for (const line of lines) {
    const value = parse(line)
    if (value === null) continue
    const shape = shapeOf(value)
    if (shape !== null) return { kind: 'foreign', tool: shape.tool, as: 'lines', by: shape.by }
    const format = formatOfRecord(value)
    if (format !== null && OWN_KEYS.some((key) => key in value)) return vague ?? { kind: 'lines', format }
    if (format !== null) vague ??= { kind: 'lines', format }
    else if (formatOfDocument(value) !== null) return vague ?? { kind: 'document' }
  }
  if (vague !== null) return vague
  const [first = null, second = null] = lines.slice(0, 2).map(parse)
  return first !== null && second !== null ? { kind: 'refused', fault: refuseKeys(first) } : { kind: 'document' }
}

/** What is said of a record or document that names no usage. */
export function refuseKeys(value: object): string {
  const nearest = nearestShape(value)
  const keys = Object.keys(value).slice(0, 8).map(shown).join(', ') || 'of an empty object'
  return `has no usage in a known format, got the keys ${keys}${nearest === null ? '' : `; nearest: ${nearest}`}`
}

function parse(line: string): object | null {
  if (!line.trimStart().startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : null
  } catch {
    const { value } = parseForeign(line)
    return isRecord(value) && shapeOf(value) !== null ? value : null
  }
}

function formatOfRecord(record: object): LineFormat | null {
  if ('runId' in record && 'event' in record && isRecord(record.event)) return 'run-log'
  if ('type' in record && 'timestamp' in record && ('taskId' in record || 'flowId' in record)) return 'run-log'
  if ('event' in record && !('model' in record)) return 'run-events'
  const dated = 'timestamp' in record
  // A logger names the run in each line of a call log, too.
  if ('usage' in record && isRecord(record.usage) && 'run_id' in record && !('input_tokens' in record)) return 'mcp-calls'
  // The ledger's writer gives both keys; its rows may have more.
  if (dated && 'model' in record && ('run_id' in record || 'metadata' in record)) return 'ledger'
  if ('ts' in record || 'server' in record) return 'mcp-calls'
  const document = formatOfDocument(record)
  if (document !== null && !(dated && (document === 'run-summary' || 'model' in record))) return null
  if ('tool' in record || 'usage' in record) return 'mcp-calls'
  if (dated || ('model' in record && 'input_tokens' in record)) return 'ledger'
  return null
}

/** Which document of usage this is; null where it is none that we know. */
export function formatOfDocument(
  document: object,
): Extract<Source['format'], 'cost-summary' | 'flow-summary' | 'bare-summary' | 'run-summary'> | null {
  if ('schema_version' in document && ('step_model_stats' in document || ('tool' in document && 'total_cost_usd' in document)))
    return 'cost-summary'
  if ('runs' in document && 'success_rate' in document) return 'flow-summary'
  if ('run_id' in document || 'token_count' in document) return 'run-summary'
  if ('status' in document && ('failures' in document || 'start_time' in document)) return 'run-summary'
  if (('agent' in document || 'slug' in document) && ('status' in document || 'start_time' in document || 'cost_usd' in document))
    return 'run-summary'
  if ('total_cost_usd' in document) return 'bare-summary'
  if ('runs' in document && typeof document.runs === 'number' && hasOnly(document, FLOW)) return 'flow-summary'
  return hasOnly(document, RUN) && saysEnd(document) ? 'run-summary' : null
}

/** Keys of summaries that leave nearly everything out, as their writers' readers allow. */
const FLOW = ['runs', 'successes', 'success_rate', 'avg_latency_ms', 'errors', 'mcp', 'steps', 'models']
const RUN = ['status', 'result', 'failures', 'dry_run', 'only', 'continue_from', 'end_time', 'duration_ms', 'metadata', 'metrics']

function hasOnly(document: object, keys: readonly string[]): boolean {
  return Object.keys(document).every((key) => keys.includes(key))
}

/** Reports of tests have failures, too. */
function saysEnd(document: object): boolean {
  return 'failures' in document || ['status', 'result'].some((key) => outcomeOf(textOf(memberOf(document, key))) !== null)
}
