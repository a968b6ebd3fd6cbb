import type { Labeller } from '../../usage/label.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { InvalidLog } from '../invalid.ts'
import type { Repeats } from '../ledger/calls/repeats.ts'
import { fingerprintOf } from '../ledger/fingerprint.ts'
import { marksOf, type RowCounts, readRow } from '../ledger/ledger.ts'
import { EVENTS, RUNS } from './magsag/storage.ts'
import { type Opened, openDatabase } from './sqlite.ts'
import { allowTables, COSTS, countMostRows, findColumns, isFigure, isStorage, rowsOf } from './table.ts'

const BATCH = 5000

/**
 * Streams the rows of a costs.db that count in this reading.
 * @param onStorage is told where it is a storage.db, which has no such rows.
 */
export async function* readDatabase(
  path: string,
  file: string,
  invalid: InvalidLog,
  counts: RowCounts,
  repeats: Repeats,
  label: Labeller | null = null,
  onStorage: () => void = () => undefined,
): AsyncGenerator<CostRecord[]> {
  yield* openDatabase(path, file, function* (opened) {
    if (isStorage(opened.database, [RUNS.name, EVENTS.name])) onStorage()
    else yield* readRows(opened, file, invalid, counts, repeats, label)
  })
}

function* readRows(
  opened: Opened,
  file: string,
  invalid: InvalidLog,
  counts: RowCounts,
  repeats: Repeats,
  label: Labeller | null,
): Generator<CostRecord[]> {
  const columns = findColumns(opened, file, COSTS)
  const most = countMostRows(opened)
  allowTables(opened, [COSTS])
  let batch: CostRecord[] = []
  let number = 0
  for (const cells of rowsOf(opened, file, COSTS, columns, most)) {
    number += 1
    const row = toRow(cells)
    const record = repeats.once(marksOf(row, fingerprintOf(cells)), counts, () =>
      readRow(row, `${file} row`, number, invalid, counts, label),
    )
    if (record) batch.push(record)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Cells as the JSON of a ledger row would hold them. */
function toRow(cells: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => {
      if (typeof cell === 'bigint') return [[name, Number(cell)]]
      // An empty cell of a column that the framework's table does not have is a key that a row does not have.
      if (cell === null && isFigure(name)) return []
      return [[name, name === 'metadata' && typeof cell === 'string' ? parseMetadata(cell) : cell]]
    }),
  )
}

function parseMetadata(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
