import type { Usage } from '../../../usage/usage.ts'
import type { Found } from '../../find.ts'
import { InvalidLog } from '../../invalid.ts'
import type { RowCounts } from '../ledger.ts'
import type { Repeats } from './repeats.ts'

/** What one reading of a file goes by. */
export interface Reading {
  readonly invalid: InvalidLog
  readonly counts: RowCounts
  readonly onBytes: (bytes: number) => void
  /** Bytes of the file that count: what is written between two readings belongs to neither. */
  readonly most: number
}

/**
 * Reads files, and those again whose rows name their calls by ids: which line of a call is its last is known only when all files were
 * read. What was found in them was found the first time.
 * @param onAgain is told how many bytes are read once more.
 * @throws InputError where a file changed in between.
 */
export async function* readTwice(
  files: readonly Found[],
  repeats: Repeats,
  first: Omit<Reading, 'most'>,
  onAgain: (bytes: number) => void,
  read: (found: Found, reading: Reading) => AsyncGenerator<Usage>,
): AsyncGenerator<Usage> {
  const again = new Map<Found, number>()
  for (const found of files) {
    const before = repeats.snapshots.lines
    let most = 0
    const onBytes = (bytes: number) => {
      most += bytes
      first.onBytes(bytes)
    }
    yield* read(found, { ...first, onBytes, most: Number.POSITIVE_INFINITY })
    if (repeats.snapshots.lines > before) again.set(found, most)
  }
  if (again.size === 0) return
  for (const most of again.values()) onAgain(most)
  repeats.readAgain(first.counts)
  for (const [found, most] of again)
    yield* read(found, { ...first, invalid: new InvalidLog(), counts: { duplicates: 0, placeholders: 0 }, most })
  repeats.snapshots.expectSame()
}
