import { parseLooseTime } from '../../../time.ts'
import { outcomeOf } from '../../../usage/outcome.ts'
import type { RunReport } from '../../../usage/usage.ts'
import { count, get, object, parsed, plus, text, usd } from '../../formats/fields.ts'
import { toRecord } from '../../formats/record.ts'
import { Misread } from '../../formats/tool.ts'
import type { InvalidLog } from '../../invalid.ts'
import { type Opened, openDatabase } from '../sqlite.ts'
import { allowTables, countMostRows, findColumns, rowsOf, type Table } from '../table.ts'

/** Tables of a storage.db with the runs, and with what happened in them. */
export const RUNS: Table = { name: 'runs', needed: ['run_id', 'status'], wanted: ['agent_slug', 'started_at', 'ended_at', 'metrics'] }
export const EVENTS: Table = { name: 'events', needed: ['run_id', 'type', 'payload'], wanted: [] }

/** What is said of a run's spend, in one of three ways: as a total, as measurements, as calls of servers. */
interface Said {
  costUsd: number | null
  tokens: number | null
  input: number | null
  output: number | null
}

interface Run {
  readonly runId: string
  status: string | null
  agent: string | null
  timeMs: number | null
  /** Whether its metrics are those of its last call alone. */
  isPart: boolean
  readonly total: Said
  readonly measured: Said
  readonly called: Said
}

/** What the runs of a storage.db say of themselves. It has no calls of models: the framework keeps those in the ledger. */
export async function* readStorage(path: string, file: string, invalid: InvalidLog): AsyncGenerator<RunReport> {
  yield* openDatabase(path, file, function* (opened) {
    const runs = new Map<string, Run>()
    readTables(opened, file, invalid, runs)
    for (const run of runs.values()) yield toReport(run, file)
  })
}

function readTables(opened: Opened, file: string, invalid: InvalidLog, runs: Map<string, Run>): void {
  const tables = [RUNS, EVENTS].map((table) => ({ table, columns: findColumns(opened, file, table) }))
  const most = countMostRows(opened)
  allowTables(opened, [RUNS, EVENTS])
  for (const { table, columns } of tables) {
    let number = 0
    for (const cells of rowsOf(opened, file, table, columns, most)) {
      number += 1
      const runId = text(cells, 'run_id')
      if (runId === null) continue
      try {
        const run = runs.get(runId) ?? begin(runId)
        runs.set(runId, run)
        if (table === RUNS) takeRun(run, cells)
        else takeEvent(run, cells)
      } catch (error) {
        if (!(error instanceof Misread)) throw error
        invalid.add(`${file} ${table.name} row`, number, error.message, error.path)
      }
    }
  }
}

function begin(runId: string): Run {
  const [total, measured, called] = [nothing(), nothing(), nothing()]
  return { runId, status: null, agent: null, timeMs: null, isPart: false, total, measured, called }
}

function nothing(): Said {
  return { costUsd: null, tokens: null, input: null, output: null }
}

function takeRun(run: Run, cells: object): void {
  run.status = text(cells, 'status')
  run.agent = text(cells, 'agent_slug')
  run.timeMs = parseLooseTime(get(cells, 'ended_at')) ?? parseLooseTime(get(cells, 'started_at'))
  const metrics = jsonOf(cells, 'metrics')
  Object.assign(run.total, {
    costUsd: usd(metrics, 'cost_usd') ?? usd(metrics, 'total_cost_usd'),
    tokens: count(metrics, 'token_count') ?? count(metrics, 'total_tokens'),
    input: count(metrics, 'input_tokens'),
    output: count(metrics, 'output_tokens'),
  })
  // Runs that were moved here from their folders kept the last value of each measurement, under the name that the logger gives it.
  const last = count(metrics, 'tokens')
  run.isPart = last !== null && run.total.tokens === null
  if (run.isPart) run.total.tokens = last
}

function takeEvent(run: Run, cells: object): void {
  const type = text(cells, 'type')
  if (type !== 'metric' && type !== 'mcp.call') return
  const payload = jsonOf(cells, 'payload')
  if (type === 'mcp.call') add(run.called, usd(payload, 'cost_usd'), count(payload, 'token_count'))
  else if (get(payload, 'name') === 'cost_usd') add(run.measured, usd(payload, 'value'), null)
  else if (['token_count', 'tokens'].includes(text(payload, 'name') ?? '')) add(run.measured, null, count(payload, 'value'))
}

function add(said: Said, costUsd: number | null, tokens: number | null): void {
  said.costUsd = plus(said.costUsd, costUsd)
  said.tokens = plus(said.tokens, tokens)
}

/** @throws Misread where a cell holds something else. */
function jsonOf(cells: object, column: string): object | null {
  const cell = get(cells, column)
  if (cell === null || cell === undefined || cell === '') return null
  const value = object({ cell: parsed(cell) }, 'cell')
  if (value === null) throw new Misread(`$.${column}`, 'must be a JSON object')
  return value
}

function toReport(run: Run, file: string): RunReport {
  const { runId, status, agent, timeMs, total, measured, called, isPart } = run
  const best = [measured, called].reduce((most, said) => (says(said) > says(most) ? said : most), total)
  const report = { runId, outcome: outcomeOf(status), reportsEnd: status !== null }
  if (!best.costUsd && !best.tokens && !best.input && !best.output) return { ...report, spend: null }
  const { costUsd, input, output } = best
  const tokens = { input: input ?? (best.tokens === null ? null : Math.max(0, best.tokens - (output ?? 0))), output }
  const figures = isPart && best === total ? {} : { costUsd, ...tokens }
  return { ...report, spend: toRecord({ place: { file, path: '$' }, ...figures, run: runId, agent, timeMs }) }
}

/** Of the three ways the one that says the most is the whole. */
function says({ costUsd, tokens }: Said): number {
  return (costUsd ?? 0) * 1e9 + (tokens ?? 0)
}
