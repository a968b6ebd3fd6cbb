import type { CostRecordRow } from '../generated/types.ts'
import { InvalidLog } from '../read/invalid.ts'
import { Repeats } from '../read/ledger/calls/repeats.ts'
import { fingerprintOf } from '../read/ledger/fingerprint.ts'
import { marksOf, type RowCounts, readRow } from '../read/ledger/ledger.ts'
import type { CostRecord } from '../usage/record.ts'
import type { Usage } from '../usage/usage.ts'

const ORIGIN = { format: 'ledger', file: 'records', pattern: 'records' } as const

/**
 * Records that a program has, as if they were the lines of a ledger: the same are one call where they would be one there.
 * @throws InputError for an invalid one, with `onInvalid` `fail`.
 */
export function* readRecords(rows: readonly CostRecordRow[], onInvalid: 'fail' | 'skip'): Generator<Usage> {
  const [invalid, repeats] = [new InvalidLog(), new Repeats()]
  const counts: RowCounts = { duplicates: 0, placeholders: 0 }
  const read = [...readAll(rows, invalid, counts, repeats)]
  if (onInvalid === 'fail') invalid.throwIfAny()
  repeats.readAgain(counts)
  for (const last of readAll(rows, new InvalidLog(), { duplicates: 0, placeholders: 0 }, repeats)) read.push(last)
  yield { type: 'records', origin: ORIGIN, records: read.map(({ record }) => record), lines: read.map(({ line }) => line) }
  yield { type: 'quality', quality: { invalid: invalid.count, examples: invalid.examples, ...counts } }
}

/** What counts in one reading. */
function* readAll(
  rows: readonly CostRecordRow[],
  invalid: InvalidLog,
  counts: RowCounts,
  repeats: Repeats,
): Generator<{ record: CostRecord; line: number }> {
  for (const [index, row] of rows.entries()) {
    // The row itself, not its text: JSON turns NaN into null, which is another thing.
    const record = repeats.once(marksOf(row, fingerprintOf(row)), counts, () => readRow(row, ORIGIN.file, index + 1, invalid, counts))
    if (record !== null) yield { record, line: index + 1 }
  }
}
