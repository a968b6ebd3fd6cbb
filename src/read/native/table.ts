import type { DatabaseSync } from 'node:sqlite'
import { InputError } from '../../errors.ts'
import { FOREIGN_KEYS } from '../foreign/keys.ts'
import { IDS } from '../ledger/calls/ids.ts'

/** Table of a costs.db that holds its records. */
export const TABLE = 'cost_records'
const NEEDED = ['timestamp', 'model', 'input_tokens', 'output_tokens']
const WANTED = [...NEEDED, 'cost_usd', 'run_id', 'step', 'agent', 'metadata', ...IDS]
/** Whether it is a column with tokens or a cost that the framework's table does not have: it is read as that key of a ledger row is. */
export const isFigure = (name: string) => FOREIGN_KEYS.has(name) && !NEEDED.includes(name) && name !== 'cost_usd'
/** Length, row id, header and place in the page of a row whose cells are all empty. Bytes. */
const SHORTEST_ROW = 8

/** The stored columns that the table has. A view or a computed column could run any query, also one that never ends. */
export function findColumns(database: DatabaseSync, file: string, complete: boolean): string[] {
  // Only a table of its own stands on a page of the file: a virtual one takes its rows from somewhere else.
  const kind = database
    .prepare(
      "SELECT CASE WHEN type = 'table' AND rootpage = 0 THEN 'virtual table' ELSE type END AS kind FROM sqlite_schema WHERE name = ?",
    )
    .get(TABLE)?.kind
  if (kind === undefined) {
    const hint = complete ? '' : '. Its write-ahead log (-wal) is missing: close the database before copying it, or copy the log too'
    throw new InputError(`${file}: has no table ${TABLE}${hint}`)
  }
  if (kind !== 'table') throw new InputError(`${file}: ${TABLE} must be a table, got a ${kind}`)
  const stored = database
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
    .all(TABLE)
    .map(({ name }) => String(name))
  const missing = NEEDED.filter((name) => !stored.includes(name))
  if (missing.length > 0) throw new InputError(`${file}: table ${TABLE} has no column ${missing.join(', ')}`)
  return [...WANTED.filter((name) => stored.includes(name)), ...stored.filter(isFigure)]
}

/**
 * Lets nothing but the rows of the table be read. A view, or a virtual table over one, could run any query, also one that never
 * ends. Node has this since 24.10; before, the kind of the table has to be enough.
 */
export function allowOneTable(
  database: DatabaseSync,
  { SQLITE_OK, SQLITE_DENY, ...action }: typeof import('node:sqlite')['constants'],
): void {
  database.setAuthorizer?.((code, table, name, _database, view) => {
    const isAllowed =
      code === action.SQLITE_SELECT ||
      (code === action.SQLITE_READ && table === TABLE) ||
      (code === action.SQLITE_FUNCTION && (name === 'typeof' || name === 'length'))
    return isAllowed && view === null ? SQLITE_OK : SQLITE_DENY
  })
}

/** More rows than this cannot be. A hostile file chains its pages so that reading them would never end. */
export function countMostRows(database: DatabaseSync): number {
  const bytes = database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()').get()?.bytes
  return Number(bytes) / SHORTEST_ROW
}
