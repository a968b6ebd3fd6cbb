import { InvalidLog } from '../../../src/read/invalid.ts'
import { parseLine } from '../../../src/read/json.ts'
import { Repeats } from '../../../src/read/ledger/calls/repeats.ts'
import { Fingerprint } from '../../../src/read/ledger/fingerprint.ts'
import { readLedger, readRow } from '../../../src/read/ledger/ledger.ts'
import { Lines } from '../../../src/read/lines.ts'
import type { CostRecord } from '../../../src/usage/record.ts'

/** All that reading a ledger gives. */
export interface Reading {
  readonly records: CostRecord[]
  readonly duplicates: number
  readonly placeholders: number
  readonly invalid: number
  readonly examples: readonly string[]
  /** Share of lines that are read from bytes, once all were seen. */
  readonly fast: number
}

/** Reads blocks of lines as `readUsage` does: a second time where calls have ids. */
export function readFast(blocks: readonly Lines[]): Reading {
  const [repeats, invalid, counts] = [new Repeats(), new InvalidLog(), { duplicates: 0, placeholders: 0 }]
  const records = blocks.flatMap((lines) => readLedger(lines, 'costs.jsonl', repeats, invalid, counts))
  repeats.readAgain(counts)
  const rest = { duplicates: 0, placeholders: 0 }
  for (const lines of blocks) records.push(...readLedger(lines, 'costs.jsonl', repeats, new InvalidLog(), rest))
  const accepted = blocks.flatMap((lines) => lines.starts.map((_, index) => repeats.scanner.scan(lines, index)))
  const fast = accepted.filter(Boolean).length / Math.max(1, accepted.length)
  return { records, ...counts, invalid: invalid.count, examples: invalid.examples, fast }
}

interface Snapshot {
  readonly record: CostRecord
  readonly rank: readonly number[]
}

/** The same by JSON.parse, the validator, a set of whole lines and a map of calls, without any byte being looked at. */
export function readSlowly(blocks: readonly Lines[]): Omit<Reading, 'fast'> {
  const [seen, invalid, counts, records] = [new Set<string>(), new InvalidLog(), { duplicates: 0, placeholders: 0 }, [] as CostRecord[]]
  const [all, last] = [[] as [string, Snapshot][], new Map<string, Snapshot>()]
  for (const line of blocks.flatMap((lines) => [...lines])) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) {
      invalid.add('costs.jsonl', parsed.line, parsed.fault)
      continue
    }
    const row = Object(parsed.value)
    const ids = namesOf(row)
    const isKnown = ids === null && seen.has(line.text)
    if (ids === null) seen.add(line.text)
    if (isKnown && /\.0*[1-9]/.test(String(row.timestamp))) {
      counts.duplicates += 1
      continue
    }
    const record = readRow(row, 'costs.jsonl', line.number, invalid, counts)
    if (record === null) continue
    if (ids === null) records.push(isKnown ? { ...record, isRepeat: true } : record)
    else {
      const { runId, model, calls, inputTokens, cachedTokens, cacheWriteTokens, cacheWrite1hTokens: hourly = 0 } = record
      const failed = record.errors > 0 && row.status !== 'in_progress'
      const key = JSON.stringify([ids, runId, model, calls, inputTokens, cachedTokens, cacheWriteTokens, hourly, failed])
      const snapshot = { record, rank: [record.timeMs ?? 0, record.outputTokens, record.costUsd ?? -1, markOf(line.text)] }
      all.push([key, snapshot])
      const before = last.get(key)
      if (before === undefined || isAbove(snapshot.rank, before.rank)) last.set(key, snapshot)
    }
  }
  counts.duplicates += all.length - last.size
  records.push(...all.filter(([key, snapshot]) => last.get(key) === snapshot).map(([, { record }]) => record))
  return { records, ...counts, invalid: invalid.count, examples: invalid.examples }
}

/** Texts that say there is no id, of those that ledgers here may hold. */
const NO_IDS: readonly unknown[] = ['', ' ', 'None', 'undefined', '0', '00000000-0000-0000-0000-000000000000']

/** The ids of a parsed row, per key; null: none. */
function namesOf(row: Readonly<Record<string, unknown>>): unknown {
  const names = ['id', 'request_id', 'message_id', 'response_id'].map((key) => {
    const values = [row[key], Object(row.metadata)[key]].filter((value) => typeof value === 'string' && !NO_IDS.includes(value))
    return [...new Set(values)]
  })
  return names.some(({ length }) => length > 0) ? names : null
}

/** What decides between lines that say the same in all figures. */
function markOf(line: string): number {
  const fingerprint = new Fingerprint()
  fingerprint.ofLine(new Lines(Buffer.from(line), 2), 0)
  return fingerprint.low
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, index) => value !== other[index])
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0)
}
