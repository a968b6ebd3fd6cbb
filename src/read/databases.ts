import { InputError } from '../errors.ts'
import type { Labeller } from '../usage/label.ts'
import type { CostRecord } from '../usage/record.ts'
import type { Usage } from '../usage/usage.ts'
import { type Found, originOf } from './find.ts'
import type { Repeats } from './ledger/calls/repeats.ts'
import type { Reading } from './ledger/calls/twice.ts'
import { readDatabase } from './native/database.ts'
import { readsDatabases } from './native/sqlite.ts'

/** What reading databases needs and what it finds. */
export interface DatabaseContext extends Reading {
  /** Whether a ledger has records: then the rows are read to be compared with them. */
  readonly hasLedger: boolean
  readonly onInvalid: 'fail' | 'skip'
  readonly repeats: Repeats
  /** Takes the databases that this Node cannot read. */
  readonly notCompared: string[]
  /** Takes the databases that gave rows. */
  readonly filled: Set<Found>
  /** Takes those that are a storage.db: what they say comes later. */
  readonly storages: Set<Found>
  readonly label?: Labeller | undefined
}

/** Rows of a database that count in this reading; one without any is named as unread. */
export async function* rowsOf(found: Found, context: DatabaseContext): AsyncGenerator<Usage> {
  const { hasLedger, repeats, filled, storages, onBytes } = context
  const origin = originOf(found, 'costs-db')
  const before = repeats.snapshots.lines
  for await (const records of hasLedger ? besideLedger(found, context) : readAlone(found, context)) {
    filled.add(found)
    yield { type: 'records', origin, records }
  }
  // Rows that name their calls come in the second reading.
  if (!filled.has(found) && !storages.has(found) && repeats.snapshots.lines === before) yield { type: 'unread', origin }
  onBytes(found.size)
}

function readAlone(found: Found, { invalid, counts, repeats, label, storages }: DatabaseContext): AsyncGenerator<CostRecord[]> {
  return readDatabase(found.path, found.file, invalid, counts, repeats, label, () => storages.add(found))
}

/** A Node without SQLite can go on: the ledger holds the same rows. */
async function* besideLedger(found: Found, context: DatabaseContext): AsyncGenerator<CostRecord[]> {
  const { onInvalid, invalid, notCompared } = context
  if (!(await readsDatabases())) {
    notCompared.push(found.file)
    return
  }
  try {
    yield* readAlone(found, context)
  } catch (error) {
    if (!(error instanceof InputError) || onInvalid === 'fail') throw error
    invalid.add(found.file, undefined, error.message.replace(`${found.file}: `, ''))
  }
}
