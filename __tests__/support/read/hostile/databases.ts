import { execFileSync } from 'node:child_process'
import { copyFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { execute, insertRows, TABLE, writeDatabase, writeEndlessTable } from '../sqlite.ts'
import { ONE_INVALID, row } from '../workspace.ts'
import type { HostileCase } from './case.ts'

const ENDLESS = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
  SELECT i AS rowid, '2026-11-02T09:00:00Z' AS timestamp, 'm' AS model, i AS input_tokens, 1 AS output_tokens, 1.0 AS cost_usd FROM n`
const damaged = (reason: string) => [`costs.db: is a damaged SQLite database (${reason})`]

function database(name: string, make: (path: string) => void, result: Pick<HostileCase, 'tells' | 'gives' | 'leavesUsd'>): HostileCase {
  return { name, make: (cwd) => make(join(cwd, 'costs.db')), usagePath: ['costs.db'], ...result }
}

/** A database whose second row holds this. */
function cell(name: string, change: Readonly<Record<string, unknown>>, problem: string): HostileCase {
  const tells = [ONE_INVALID, `costs.db row:2: ${problem}`]
  return database(name, (path) => writeDatabase(path, row(), { ...row(), ...change }), { tells })
}

/** A database of several pages, cut to this length. */
function cut(bytes: number, reason: string): HostileCase {
  const make = (path: string) => {
    writeDatabase(path, ...Array.from({ length: 300 }, () => row()))
    truncateSync(path, bytes)
  }
  return database(`a database cut to ${bytes} bytes`, make, { tells: damaged(reason) })
}

/** A database whose rows stand in its write-ahead log, as while its writer runs. */
function writeLog(path: string): void {
  const open = new DatabaseSync(path)
  open.exec('PRAGMA journal_mode = WAL')
  open.exec(TABLE)
  insertRows(path, [row()])
  for (const end of ['', '-wal']) copyFileSync(path + end, `${path}.copy${end}`)
  open.close()
  for (const end of ['', '-wal']) renameSync(`${path}.copy${end}`, path + end)
}

const closedLog = (path: string) => {
  writeDatabase(path, row())
  execute(path, 'PRAGMA journal_mode = WAL')
}

export const databases: readonly HostileCase[] = [
  database(
    'a view named cost_records',
    (path) => execute(path, TABLE.replace('cost_records', 'other'), 'CREATE VIEW cost_records AS SELECT * FROM other'),
    {
      tells: ['costs.db: cost_records must be a table, got a view'],
    },
  ),
  database('a view that never ends', (path) => execute(path, `CREATE VIEW cost_records AS ${ENDLESS}`), {
    tells: ['costs.db: cost_records must be a table, got a view'],
  }),
  database(
    'a virtual table over a view that never ends',
    (path) =>
      execute(
        path,
        `CREATE VIEW endless AS ${ENDLESS}`,
        "CREATE VIRTUAL TABLE cost_records USING fts5(timestamp, model, input_tokens, output_tokens, cost_usd, content='endless')",
      ),
    {
      tells: ['costs.db: cost_records must be a table, got a virtual table'],
    },
  ),
  database(
    'a computed cost',
    (path) =>
      execute(
        path,
        'CREATE TABLE cost_records (timestamp, model, input_tokens, output_tokens, cost_usd AS (hex(zeroblob(1000))))',
        "INSERT INTO cost_records VALUES ('2026-11-02T09:00:00Z', 'gpt-4o', 1000000, 0)",
      ),
    {
      gives: { calls: 1, total_cost_usd: 2.5 },
    },
  ),
  database(
    'a computed model',
    (path) => execute(path, "CREATE TABLE cost_records (timestamp, model AS ('x'), input_tokens, output_tokens)"),
    {
      tells: ['costs.db: table cost_records has no column model'],
    },
  ),
  database('another table', (path) => execute(path, 'CREATE TABLE costs (timestamp)'), { tells: ['costs.db: has no table cost_records'] }),
  database('a table with other columns', (path) => execute(path, 'CREATE TABLE cost_records (timestamp, model)'), {
    tells: ['costs.db: table cost_records has no column input_tokens, output_tokens'],
  }),
  database('an empty table', (path) => execute(path, TABLE), {
    gives: { calls: 0, sources: [{ format: 'costs-db', role: 'not-counted', files: 1 }] },
  }),
  cell('NaN as text in a column of numbers', { cost_usd: 'NaN' }, '$.cost_usd: must be a number or null, got "NaN"'),
  cell('9e999', { cost_usd: Number.POSITIVE_INFINITY }, '$.cost_usd: must be a number or null, got Infinity'),
  cell('an integer above 2^53', { input_tokens: 9007199254740993n }, '$.input_tokens: must be 1000000000000 or less, got 9007199254740992'),
  cell('the largest integer', { cost_usd: 9223372036854775807n }, '$.cost_usd: must be 1000000 or less, got 9223372036854776000'),
  cell('NULL tokens', { input_tokens: null }, '$.input_tokens: must be an integer, got null'),
  cell('bytes in place of tokens', { input_tokens: Buffer.alloc(3) }, '$.input_tokens: must be an integer, got "too long or binary"'),
  cell('metadata of 100 MB', { metadata: Buffer.alloc(100_000_000) }, '$.metadata: must be an object or null, got "too long or binary"'),
  cell('metadata that is no JSON', { metadata: '{' }, '$.metadata: must be an object or null, got "{"'),
  cell('metadata of 50,000 nested lists', { metadata: '['.repeat(50_000) + ']'.repeat(50_000) }, 'is nested more than 500 levels deep'),
  database('a write-ahead log beside its database', writeLog, { gives: { calls: 1, total_cost_usd: 0.5 } }),
  database(
    'a database without its write-ahead log',
    (path) => {
      writeLog(path)
      truncateSync(`${path}-wal`, 0)
      renameSync(`${path}-wal`, `${path}.gone`)
    },
    {
      tells: [
        'costs.db: has no table cost_records. Its write-ahead log (-wal) is missing: close the database before copying it, or copy the log too',
      ],
    },
  ),
  database(
    'a pipe in place of the write-ahead log',
    (path) => {
      closedLog(path)
      execFileSync('mkfifo', [`${path}-wal`])
    },
    { gives: { total_cost_usd: 0.5 } },
  ),
  database(
    'a link to /dev/zero in place of the write-ahead log',
    (path) => {
      closedLog(path)
      symlinkSync('/dev/zero', `${path}-wal`)
    },
    { gives: { total_cost_usd: 0.5 } },
  ),
  database('rubbish behind the first bytes', (path) => writeFileSync(path, `SQLite format 3\0${'x'.repeat(5000)}`), {
    tells: damaged('file is not a database'),
  }),
  database('pages that point to each other', (path) => writeEndlessTable(path, row()), {
    tells: damaged('it has more rows than its pages can hold'),
  }),
  cut(16, 'file is not a database'),
  cut(100, 'database disk image is malformed'),
  cut(4096, 'database disk image is malformed'),
  cut(9000, 'database disk image is malformed'),
]
