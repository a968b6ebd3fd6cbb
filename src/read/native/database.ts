import { copyFile, lstat, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { InputError } from '../../errors.ts'
import { fileFault } from '../../files/text.ts'
import type { Labeller } from '../../usage/label.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { InvalidLog } from '../invalid.ts'
import { IDS } from '../ledger/calls/ids.ts'
import type { Repeats } from '../ledger/calls/repeats.ts'
import { fingerprintOf } from '../ledger/fingerprint.ts'
import { marksOf, type RowCounts, readRow } from '../ledger/ledger.ts'
import { allowOneTable, countMostRows, findColumns, isFigure, TABLE } from './table.ts'

const BATCH = 5000
/** A longer text in a cell is no name and no metadata. Characters. */
const LONGEST_CELL = 1 << 20

/** Streams the rows of a costs.db that count in this reading. Needs Node 22.13 or newer, whose SQLite is built in. */
export async function* readDatabase(
  path: string,
  file: string,
  invalid: InvalidLog,
  counts: RowCounts,
  repeats: Repeats,
  label: Labeller | null = null,
): AsyncGenerator<CostRecord[]> {
  // A copy, because SQLite writes side files next to a database in WAL mode even when it only reads.
  const folder = await mkdtemp(join(tmpdir(), 'llm-cost-gate-'))
  try {
    const copy = join(folder, 'costs.db')
    await copyFile(path, copy).catch(fileFault(file))
    const hasLog = await copyLog(path, copy)
    const sqlite = await loadSqlite(file)
    const database = new sqlite.DatabaseSync(copy, { readOnly: true, allowExtension: false })
    try {
      const columns = findColumns(database, file, hasLog || !(await usesLog(copy)))
      const most = countMostRows(database)
      allowOneTable(database, sqlite.constants)
      yield* readRows(database, columns, most, file, invalid, counts, repeats, label)
    } catch (error) {
      throw error instanceof InputError
        ? error
        : new InputError(`${file}: is a damaged SQLite database (${error instanceof Error ? error.message : error})`)
    } finally {
      database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Copies the write-ahead log, where there is one. A pipe in its place would block. */
async function copyLog(path: string, copy: string): Promise<boolean> {
  const info = await lstat(`${path}-wal`).catch(() => null)
  if (!info?.isFile()) return false
  await copyFile(`${path}-wal`, `${copy}-wal`)
  return true
}

/** Whether this Node can read a database. */
export async function readsDatabases(): Promise<boolean> {
  return import('node:sqlite').then(
    () => true,
    () => false,
  )
}

async function loadSqlite(file: string): Promise<typeof import('node:sqlite')> {
  // Node 20 prints a warning instead of loading, so the import itself must not be static.
  return import('node:sqlite').catch(() => {
    throw new InputError(
      `${file}: reading SQLite needs Node 24, this is Node ${process.versions.node}. Use Node 24, or give usage-path a JSONL ledger`,
    )
  })
}

/** Bytes 18 and 19 of the header are 2 where a write-ahead log belongs to the database (sqlite.org/fileformat2.html). */
async function usesLog(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(Buffer.alloc(20), 0, 20, 0)
    return buffer[18] === 2
  } finally {
    await handle.close()
  }
}

function* readRows(
  database: DatabaseSync,
  columns: readonly string[],
  most: number,
  file: string,
  invalid: InvalidLog,
  counts: RowCounts,
  repeats: Repeats,
  label: Labeller | null,
): Generator<CostRecord[]> {
  const guarded = columns.map((name) => `${guard(name)} AS ${name}`)
  const select = database.prepare(`SELECT ${guarded.join(', ')} FROM ${TABLE}`)
  select.setReadBigInts(true)
  let batch: CostRecord[] = []
  let number = 0
  for (const cells of select.iterate()) {
    number += 1
    if (number > most) throw new InputError(`${file}: is a damaged SQLite database (it has more rows than its pages can hold)`)
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

/** What is read of a column. A number in place of an id is that of the row, which is another one where the same call is written again. */
function guard(name: string): string {
  if (IDS.includes(name)) return `CASE WHEN typeof(${name}) = 'text' AND length(${name}) <= ${LONGEST_CELL} THEN ${name} END`
  return `CASE WHEN typeof(${name}) = 'blob' OR length(${name}) > ${LONGEST_CELL} THEN 'too long or binary' ELSE ${name} END`
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
