// What commands must say of a workspace, counted from its ledger or its costs.db alone, without any code of the product.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { DATABASE, LEDGER, workspace } from '../read/workspace.ts'

export interface Row {
  readonly timestamp: string
  readonly model: string
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cost_usd: number
  readonly run_id: string
  readonly step: string | null
  readonly agent: string
  readonly metadata: { readonly customer_id?: string; readonly placeholder?: boolean }
}

export type Key = 'model' | 'agent' | 'step' | 'customer' | 'run'

/** Figures of the calls that share some names. */
export interface Count {
  /** Values of the keys, in their order. */
  readonly names: readonly (string | null)[]
  readonly calls: number
  readonly input: number
  readonly output: number
  readonly cost: number
}

export interface Oracle {
  readonly name: string
  readonly isInstalled: boolean
  /** Counts calls by these keys; by none, all together. A placeholder is no call. */
  count(folder: string, keys: readonly Key[]): Promise<Count[]>
}

export const run = promisify(execFile)
const has = (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  )
export const [hasSqlite, hasJq] = await Promise.all([has('sqlite3'), has('jq')])

export function readRows(folder: string): Row[] {
  const text = readFileSync(join(folder, LEDGER), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** A copy: even a reader leaves side files next to a database in WAL mode. */
export function copyDatabase(folder: string): string {
  return join(workspace({ 'costs.db': readFileSync(join(folder, DATABASE)) }), 'costs.db')
}

export function keyOf(row: Row, by: Key | 'day'): string | null {
  if (by === 'customer') return row.metadata.customer_id ?? null
  if (by === 'run') return row.run_id
  return by === 'day' ? row.timestamp.slice(0, 10) : row[by]
}

export function sumUp(rows: readonly Row[], keyOf: (row: Row) => string | null) {
  const keys = [...new Set(rows.map(keyOf))]
  return new Map(
    keys.map((key) => {
      const own = rows.filter((row) => keyOf(row) === key)
      const input = own.reduce((sum, row) => sum + row.input_tokens, 0)
      const output = own.reduce((sum, row) => sum + row.output_tokens, 0)
      const cost = own.reduce((sum, row) => sum + row.cost_usd, 0)
      return [key, { calls: own.length, runs: new Set(own.map((row) => row.run_id)).size, input, output, tokens: input + output, cost }]
    }),
  )
}

const RUN = 'run_id'
const sql = (keys: readonly Key[]) => {
  const names = keys.map((key) => (key === 'customer' ? "metadata ->> '$.customer_id'" : key === 'run' ? RUN : key))
  const figures = 'count(*) AS calls, sum(input_tokens) AS input, sum(output_tokens) AS output, sum(cost_usd) AS cost'
  const isCall = "coalesce(metadata ->> '$.placeholder', 0) = 0"
  return `SELECT json_array(${names.join(', ')}) AS names, ${figures} FROM cost_records WHERE ${isCall} GROUP BY 1`
}
const withNames = (rows: readonly (Omit<Count, 'names'> & { names: string })[]): Count[] =>
  rows.map((row) => ({ ...row, names: JSON.parse(row.names) }))

export const ORACLES: readonly Oracle[] = [
  {
    name: 'jq on the ledger',
    isInstalled: hasJq,
    async count(folder, keys) {
      const names = keys.map((key) => (key === 'customer' ? '.metadata.customer_id' : `.${key === 'run' ? RUN : key}`)).join(', ')
      const figures = 'calls: length, input: (map(.input_tokens) | add), output: (map(.output_tokens) | add), cost: (map(.cost_usd) | add)'
      const program = `map(select(.metadata.placeholder | not) | . + {names: [${names}]}) | group_by(.names) | map({names: .[0].names, ${figures}})`
      return JSON.parse((await run('jq', ['-s', '-c', program, join(folder, LEDGER)])).stdout)
    },
  },
  {
    name: 'a loop over the ledger',
    isInstalled: true,
    async count(folder, keys) {
      const calls = readRows(folder).filter(({ metadata }) => metadata.placeholder !== true)
      const sums = sumUp(calls, (row) => JSON.stringify(keys.map((key) => keyOf(row, key))))
      return [...sums].map(([names, { calls, input, output, cost }]) => ({ names: JSON.parse(names ?? '[]'), calls, input, output, cost }))
    },
  },
  {
    name: 'sqlite3 on costs.db',
    isInstalled: hasSqlite,
    async count(folder, keys) {
      const { stdout } = await run('sqlite3', ['-readonly', '-json', copyDatabase(folder), sql(keys)])
      return withNames(JSON.parse(stdout))
    },
  },
  {
    name: 'node:sqlite on costs.db',
    isInstalled: true,
    async count(folder, keys) {
      const database = new DatabaseSync(copyDatabase(folder))
      try {
        // Rows of node:sqlite have no prototype and no types of their own.
        return withNames(JSON.parse(JSON.stringify(database.prepare(sql(keys)).all())))
      } finally {
        database.close()
      }
    },
  },
]
