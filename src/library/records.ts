import type { CostRecordRow } from '../generated/types.ts'
import { InvalidLog } from '../read/invalid.ts'
import type { Fingerprint } from '../read/ledger/fingerprint.ts'
import { type RowCounts, readRow } from '../read/ledger/ledger.ts'
import { Repeats } from '../read/ledger/repeats.ts'
import { Lines } from '../read/lines.ts'
import type { Usage } from '../usage/usage.ts'

const ORIGIN = { format: 'ledger', file: 'records', pattern: 'records' } as const

/**
 * Records that a program has, as if they were the lines of a ledger: one that is there twice counts once.
 * @throws InputError for an invalid one, with `onInvalid` `fail`.
 */
export function* readRecords(rows: readonly CostRecordRow[], onInvalid: 'fail' | 'skip'): Generator<Usage> {
  const [invalid, repeats] = [new InvalidLog(), new Repeats()]
  const counts: RowCounts = { duplicates: 0, placeholders: 0 }
  const records = rows.flatMap((row, index) => {
    if (repeats.seen(fingerprintOf(row, repeats))) {
      counts.duplicates += 1
      return []
    }
    // The row itself, not its text: JSON turns NaN into null, which is another thing.
    return readRow(row, ORIGIN.file, index + 1, invalid, counts) ?? []
  })
  if (onInvalid === 'fail') invalid.throwIfAny()
  yield { type: 'records', origin: ORIGIN, records }
  yield { type: 'quality', quality: { invalid: invalid.count, examples: invalid.examples, ...counts } }
}

function fingerprintOf(row: CostRecordRow, { scanner: { fingerprint } }: Repeats): Fingerprint {
  fingerprint.ofLine(new Lines(Buffer.from(JSON.stringify(row) ?? 'null'), 1), 0)
  return fingerprint
}
