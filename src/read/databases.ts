import { InputError } from '../errors.ts'
import type { Labeller } from '../usage/label.ts'
import type { CostRecord } from '../usage/record.ts'
import type { Usage } from '../usage/usage.ts'
import { type Found, originOf } from './find.ts'
import { readDatabase, readsDatabases } from './formats/database.ts'
import type { InvalidLog } from './invalid.ts'
import type { RowCounts } from './ledger/ledger.ts'

/** What reading databases needs and what it finds. */
export interface DatabaseContext {
  /** Whether a ledger has records: then the rows are read to be compared with them. */
  readonly hasLedger: boolean
  readonly onInvalid: 'fail' | 'skip'
  readonly invalid: InvalidLog
  readonly counts: RowCounts
  /** Takes the databases that this Node cannot read. */
  readonly notCompared: string[]
  readonly label?: Labeller | undefined
}

/** Rows of a database; one without any is named as unread. */
export async function* rowsOf(found: Found, context: DatabaseContext): AsyncGenerator<Usage> {
  const { hasLedger, invalid, counts, label } = context
  const origin = originOf(found, 'costs-db')
  let isEmpty = true
  for await (const records of hasLedger ? besideLedger(found, context) : readDatabase(found.path, found.file, invalid, counts, label)) {
    isEmpty = false
    yield { type: 'records', origin, records }
  }
  if (isEmpty) yield { type: 'unread', origin }
}

/** The ledger holds the same rows, so that what stands for no call was counted there, and a Node without SQLite can go on. */
async function* besideLedger({ path, file }: Found, context: DatabaseContext): AsyncGenerator<CostRecord[]> {
  const { onInvalid, invalid, notCompared, label } = context
  if (!(await readsDatabases())) {
    notCompared.push(file)
    return
  }
  try {
    yield* readDatabase(path, file, invalid, { duplicates: 0, placeholders: 0 }, label)
  } catch (error) {
    if (!(error instanceof InputError) || onInvalid === 'fail') throw error
    invalid.add(file, undefined, error.message.replace(`${file}: `, ''))
  }
}
