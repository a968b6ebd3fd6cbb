import type { DatabaseSync } from 'node:sqlite'
import { InputError } from '../../errors.ts'
import { FOREIGN_KEYS } from '../foreign/keys.ts'
import { IDS } from '../ledger/calls/ids.ts'
import type { Opened } from './sqlite.ts'

/** A table of the framework, and the columns that are read where it has them. */
export interface Table {
  readonly name: string
  readonly needed: readonly string[]
  readonly wanted: readonly string[]
  /** Whether another column is read, too. */
  readonly isWanted?: (name: string) => boolean
}

const NEEDED = ['timestamp', 'model', 'input_tokens', 'output_tokens']
/** Whether it is a column with tokens or a cost that the framework's table does not have: it is read as that key of a ledger row is. */
export const isFigure = (name: string) => FOREIGN_KEYS.has(name) && !NEEDED.includes(name) && name !== 'cost_usd'
/** Table of a costs.db that holds its records. */
export const COSTS: Table = {
  name: 'cost_records',
  needed: NEEDED,
  wanted: ['cost_usd', 'run_id', 'step', 'agent', 'metadata', ...IDS],
  isWanted: isFigure,
}
/** Length, row id, header and place in the page of a row whose cells are all empty. Bytes. */
const SHORTEST_ROW = 8
/** A longer text in a cell is no name and no metadata. Characters. */
const LONGEST_CELL = 1 << 20

/** Whether a database has tables of these names, and none of the costs: it is a storage.db then. */
export function isStorage(database: DatabaseSync, names: readonly string[]): boolean {
  return kindOf(database, COSTS.name) === undefined && names.every((name) => kindOf(database, name) !== undefined)
}

/** What it is that has this name. Only a table of its own stands on a page of the file: a virtual one takes its rows from somewhere else. */
function kindOf(database: DatabaseSync, name: string): unknown {
  return database
    .prepare(
      "SELECT CASE WHEN type = 'table' AND rootpage = 0 THEN 'virtual table' ELSE type END AS kind FROM sqlite_schema WHERE name = ?",
    )
    .get(name)?.kind
}

/** The stored columns that the table has. A view or a computed column could run any query, also one that never ends. */
export function findColumns({ database, isComplete }: Opened, file: string, { name: table, needed, wanted, isWanted }: Table): string[] {
  const kind = kindOf(database, table)
  if (kind === undefined) {
    const hint = isComplete ? '' : '. Its write-ahead log (-wal) is missing: close the database before copying it, or copy the log too'
    throw new InputError(`${file}: has no table ${table}${hint}`)
  }
  if (kind !== 'table') throw new InputError(`${file}: ${table} must be a table, got a ${kind}`)
  const stored = database
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
    .all(table)
    .map(({ name }) => String(name))
  const missing = needed.filter((name) => !stored.includes(name))
  if (missing.length > 0) throw new InputError(`${file}: table ${table} has no column ${missing.join(', ')}`)
  return [...[...needed, ...wanted].filter((name) => stored.includes(name)), ...stored.filter((name) => isWanted?.(name) === true)]
}

/**
 * Lets nothing but the rows of the tables be read. A view, or a virtual table over one, could run any query, also one that never
 * ends. Node has this since 24.10; before, the kind of the table has to be enough.
 */
export function allowTables({ database, constants }: Opened, tables: readonly Table[]): void {
  const { SQLITE_OK, SQLITE_DENY, ...action } = constants
  const names = tables.map(({ name }) => name)
  database.setAuthorizer?.((code, table, name, _database, view) => {
    const isAllowed =
      code === action.SQLITE_SELECT ||
      (code === action.SQLITE_READ && names.includes(table ?? '')) ||
      (code === action.SQLITE_FUNCTION && (name === 'typeof' || name === 'length'))
    return isAllowed && view === null ? SQLITE_OK : SQLITE_DENY
  })
}

/** More rows than this cannot be. A hostile file chains its pages so that reading them would never end. */
export function countMostRows({ database }: Opened): number {
  const bytes = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()').get()?.bytes
  return Number(bytes) / SHORTEST_ROW
}

/** The rows of a table, one by one; whole numbers are bigint. */
export function* rowsOf(
  { database }: Opened,
  file: string,
  { name: table }: Table,
  columns: readonly string[],
  most: number,
): Generator<Record<string, unknown>> {
  const select = database.prepare(`SELECT ${columns.map((name) => `${guard(name)} AS ${name}`).join(', ')} FROM ${table} NOT INDEXED`)
  select.setReadBigInts(true)
  let number = 0
  for (const cells of select.iterate()) {
    number += 1
    if (number > most) throw new InputError(`${file}: is a damaged SQLite database (it has more rows than its pages can hold)`)
    yield cells
  }
}

/** What is read of a column. A number in place of an id is that of the row, which is another one where the same call is written again. */
function guard(name: string): string {
  if (IDS.includes(name)) return `CASE WHEN typeof(${name}) = 'text' AND length(${name}) <= ${LONGEST_CELL} THEN ${name} END`
  return `CASE WHEN typeof(${name}) = 'blob' OR length(${name}) > ${LONGEST_CELL} THEN 'too long or binary' ELSE ${name} END`
}
