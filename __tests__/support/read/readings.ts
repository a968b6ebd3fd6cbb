import { InvalidLog } from '../../../src/read/invalid.ts'
import { parseLine } from '../../../src/read/json.ts'
import { readLedger, readRow } from '../../../src/read/ledger/ledger.ts'
import { Repeats } from '../../../src/read/ledger/repeats.ts'
import type { Lines } from '../../../src/read/lines.ts'
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

/** Reads blocks of lines as `readUsage` does. */
export function readFast(blocks: readonly Lines[]): Reading {
  const [repeats, invalid, counts] = [new Repeats(), new InvalidLog(), { duplicates: 0, placeholders: 0 }]
  const records = blocks.flatMap((lines) => readLedger(lines, 'costs.jsonl', repeats, invalid, counts))
  const accepted = blocks.flatMap((lines) => lines.starts.map((_, index) => repeats.scanner.scan(lines, index)))
  const fast = accepted.filter(Boolean).length / Math.max(1, accepted.length)
  return { records, ...counts, invalid: invalid.count, examples: invalid.examples, fast }
}

/** The same by JSON.parse, the validator and a set of whole lines, without any byte being looked at. */
export function readSlowly(blocks: readonly Lines[]): Omit<Reading, 'fast'> {
  const [seen, invalid, counts, records] = [new Set<string>(), new InvalidLog(), { duplicates: 0, placeholders: 0 }, [] as CostRecord[]]
  for (const line of blocks.flatMap((lines) => [...lines])) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) invalid.add('costs.jsonl', parsed.line, parsed.fault)
    else if (seen.has(line.text)) counts.duplicates += 1
    else {
      seen.add(line.text)
      const record = readRow(parsed.value, 'costs.jsonl', line.number, invalid, counts)
      if (record) records.push(record)
    }
  }
  return { records, ...counts, invalid: invalid.count, examples: invalid.examples }
}
