import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

const COLUMNS = ['timestamp', 'model', 'input_tokens', 'output_tokens', 'total_tokens', 'cost_usd', 'run_id', 'step', 'agent', 'metadata']

/** The table as the framework makes it. */
export const TABLE = `CREATE TABLE cost_records (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TEXT NOT NULL, model TEXT NOT NULL,
  input_tokens INTEGER, output_tokens INTEGER, total_tokens INTEGER, cost_usd REAL, run_id TEXT, step TEXT, agent TEXT, metadata TEXT,
  created_at TEXT)`

/** Makes or changes a database by SQL statements. */
export function execute(path: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(path)
  try {
    for (const statement of statements) database.exec(statement)
  } finally {
    database.close()
  }
}

/** A costs.db with these ledger rows; metadata is kept as JSON. */
export function writeDatabase(path: string, ...rows: readonly Readonly<Record<string, unknown>>[]): void {
  execute(path, TABLE)
  insertRows(path, rows)
}

export function insertRows(path: string, rows: readonly Readonly<Record<string, unknown>>[]): void {
  const database = new DatabaseSync(path)
  const insert = database.prepare(`INSERT INTO cost_records (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`)
  database.exec('BEGIN')
  for (const one of rows) insert.run(...COLUMNS.map((name) => cell(one[name])))
  database.exec('COMMIT')
  database.close()
}

function cell(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  return value === undefined ? null : JSON.stringify(value)
}

const PAGE = 512
/** First byte of a page that only points to other pages (https://www.sqlite.org/fileformat2.html#b_tree_pages). */
const INTERIOR = 5

/**
 * Makes a table of a few hundred kilobytes that has more rows than anyone can count: each interior page points to the next one
 * from all of its cells, and the last one to a page of rows.
 */
export function writeEndlessTable(path: string, one: Readonly<Record<string, unknown>>): void {
  execute(path, `PRAGMA page_size = ${PAGE}`, 'VACUUM', TABLE)
  insertRows(
    path,
    Array.from({ length: 4000 }, () => one),
  )
  const bytes = readFileSync(path)
  const pages = Array.from({ length: bytes.length / PAGE }, (_, index) => bytes.subarray(index * PAGE, (index + 1) * PAGE))
  const root = pages.find((page, index) => index > 0 && page[0] === INTERIOR && isInterior(pages, childrenOf(page)[0]))
  const middle = childrenOf(root)
    .filter((number) => isInterior(pages, number))
    .slice(0, 15)
  const [rows = 0] = childrenOf(pages[(middle.at(-1) ?? 0) - 1])
  for (const [index, page] of [root, ...middle.map((number) => pages[number - 1])].entries())
    for (const place of placesOf(page)) page?.writeUInt32BE(middle[index] ?? rows, place)
  writeFileSync(path, bytes)
}

/** Where a page keeps the numbers of the pages that it points to. */
function placesOf(page: Buffer | undefined): number[] {
  if (!page) return []
  const cells = Array.from({ length: page.readUInt16BE(3) }, (_, index) => page.readUInt16BE(12 + 2 * index))
  return [...cells, 8]
}

function childrenOf(page: Buffer | undefined): number[] {
  return placesOf(page).map((place) => page?.readUInt32BE(place) ?? 0)
}

function isInterior(pages: readonly Buffer[], number = 0): boolean {
  return pages[number - 1]?.[0] === INTERIOR
}
