import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import validateSummary from '../../src/generated/validate/cost-summary.js'
import { writeDatabase } from '../support/read/sqlite.ts'
import {
  DATABASE,
  type Files,
  jsonl,
  LEDGER,
  problemsOf,
  row,
  summarizeFiles,
  summarizeFolder,
  workspace,
  writeFiles,
} from '../support/read/workspace.ts'

const ALL = { 'usage-path': ['**/*'] }
const CALLS = '.runs/run-1/mcp_calls.jsonl'
const RUN = '.runs/agents/run-1/summary.json'
const call = (cost: number | null, tokens = 110) => ({
  ts: '2026-11-02T09:00:00Z',
  model: 'gpt-4o',
  usage: { input_tokens: tokens, output_tokens: 0, ...(cost !== null && { cost_usd: cost }) },
})
const flow = (cost: number) => ({ runs: 1, successes: 1, success_rate: 1, models: [{ name: 'gpt-4o', calls: 1, cost_usd: cost }] })
const bare = (cost: number) => ({ total_cost_usd: cost })
const run = (cost: number, run_id = 'run-1') => ({ run_id, cost_usd: cost, token_count: 110 })

/** `run: counted, said in path`, with what was compared where that is no run. */
function told({ quality }: CostSummary): readonly string[] {
  return quality.disagreements.map(
    ({ run_id, scope, counted_cost_usd: counted, summary_cost_usd: said, path, ...tokens }) =>
      `${run_id ?? scope}: ${tokens.counted_tokens ?? counted}, ${tokens.summary_tokens ?? said} in ${path}`,
  )
}

async function read(cwd: string, overrides: Parameters<typeof summarizeFolder>[1] = ALL): Promise<CostSummary> {
  const summary = await summarizeFolder(cwd, overrides)
  expect(validateSummary(JSON.parse(JSON.stringify(summary)))).toBe(true)
  return summary
}

/** A ledger, or nothing, beside a costs.db. */
async function beside(rows: readonly object[], database: readonly Record<string, unknown>[], overrides = {}): Promise<CostSummary> {
  const cwd = workspace(rows.length > 0 ? { [LEDGER]: jsonl(...rows) } : {})
  writeDatabase(join(cwd, DATABASE), ...database)
  return read(cwd, { ...ALL, ...overrides })
}

describe('two sources that contradict each other are told with both amounts:', () => {
  const ledger = { [LEDGER]: jsonl(row()) }
  it.each<[name: string, files: Files, total: number, told: readonly string[]]>([
    ['ledger and call log', { ...ledger, [CALLS]: jsonl(call(0.5), call(0.5)) }, 0.5, [`run-1: 0.5, 1 in ${CALLS}`]],
    ['ledger and a call log of less', { ...ledger, [CALLS]: jsonl(call(0.1)) }, 0.5, [`run-1: 0.5, 0.1 in ${CALLS}`]],
    ['ledger and run summary', { ...ledger, [RUN]: run(0.7) }, 0.5, [`run-1: 0.5, 0.7 in ${RUN}`]],
    ['ledger and a flow summary of more', { ...ledger, 'flow.json': flow(7) }, 0.5, ['all: 0.5, 7 in flow.json']],
    ['ledger and flow summaries together', { ...ledger, 'a.json': flow(0.4), 'b.json': flow(0.2) }, 0.5, ['all: 0.5, 0.6 in a.json']],
    ['ledger and bare summary', { ...ledger, 'bare.json': bare(0.1) }, 0.5, ['all: 0.5, 0.1 in bare.json']],
    ['call log and run summary', { [CALLS]: jsonl(call(0.5)), [RUN]: run(0.7) }, 0.5, [`run-1: 0.5, 0.7 in ${RUN}`]],
    ['call log and flow summary', { [CALLS]: jsonl(call(0.5)), 'flow.json': flow(0.1) }, 0.5, ['all: 0.5, 0.1 in flow.json']],
    ['call log and bare summary', { [CALLS]: jsonl(call(0.5)), 'bare.json': bare(7) }, 0.5, ['all: 0.5, 7 in bare.json']],
    [
      'two call logs of one run',
      { '.runs/agents/run-1/mcp_calls.jsonl': jsonl(call(0.5)), [CALLS]: jsonl(call(9)) },
      0.5,
      [`run-1: 0.5, 9 in ${CALLS}`],
    ],
    ['flow and bare summary', { 'flow.json': flow(7), 'bare.json': bare(5) }, 7, ['all: 7, 5 in bare.json']],
    [
      'two run summaries of one run',
      { [RUN]: run(0.5), '.runs/run-1/summary.json': run(9) },
      0.5,
      ['run-1: 0.5, 9 in .runs/run-1/summary.json'],
    ],
    [
      'records that were priced here and a run summary',
      { [LEDGER]: jsonl(row({ cost_usd: null })), [RUN]: run(0.7) },
      0.00035,
      [`run-1: 0.00035, 0.7 in ${RUN}`],
    ],
  ])('%s', async (_, files, total, expected) => {
    const summary = await read(workspace(files))
    expect({ total: summary.total_cost_usd, told: told(summary) }).toEqual({ total, told: expected })
  })

  it.each<[name: string, files: Files, told: readonly string[]]>([
    ['call log', { [CALLS]: jsonl(call(9)) }, [`run-1: 0.5, 9 in ${CALLS}`]],
    ['run summary', { [RUN]: run(9) }, [`run-1: 0.5, 9 in ${RUN}`]],
    ['flow summary', { 'flow.json': flow(9) }, ['all: 0.5, 9 in flow.json']],
    ['bare summary', { 'bare.json': bare(9) }, ['all: 0.5, 9 in bare.json']],
  ])('a costs.db that is counted, or a cost summary, and a %s', async (_, files, expected) => {
    const leg = await summarizeFiles(ledger)
    expect(told(await read(workspace({ ...files, 'leg.json': leg })))).toEqual(expected)
    const cwd = workspace({ '.runs/note': '', ...files })
    writeDatabase(join(cwd, DATABASE), row())
    expect(told(await read(cwd, { 'usage-path': ['**/*.*'] }))).toEqual(expected)
  })
})

describe('two sources that agree are not told:', () => {
  const ledger = { [LEDGER]: jsonl(row()) }
  it.each<[name: string, files: Files]>([
    ['all of them', { ...ledger, [CALLS]: jsonl(call(0.5)), [RUN]: run(0.5), 'flow.json': flow(0.5), 'bare.json': bare(0.5) }],
    ['a flow summary, which is made of call logs and so may tell of a part', { ...ledger, 'flow.json': flow(0.1) }],
    ['a log without costs and with as many tokens', { ...ledger, [CALLS]: jsonl(call(null)) }],
    ['a run summary without cost and tokens', { ...ledger, [RUN]: { run_id: 'run-1', cost_usd: 0, token_count: 0 } }],
    ['a summary of more than the calls whose cost is known', { [LEDGER]: jsonl(row({ model: 'x', cost_usd: null })), [RUN]: run(9) }],
    ['what rounding leaves', { ...ledger, [CALLS]: jsonl(call(0.5 + 4e-7)), [RUN]: run(0.5 - 4e-7) }],
  ])('%s', async (_, files) => {
    expect(told(await read(workspace(files)))).toEqual([])
  })
})

describe('where the cost of some calls is not known', () => {
  it.each<[name: string, files: Files, told: string]>([
    ['a call log that used more tokens', { [LEDGER]: jsonl(row()), [CALLS]: jsonl(call(null, 9000)) }, `run-1: 110, 9000 in ${CALLS}`],
    ['a run summary of other tokens', { [LEDGER]: jsonl(row()), [RUN]: { run_id: 'run-1', token_count: 7 } }, `run-1: 110, 7 in ${RUN}`],
    ['a source of more than all', { [LEDGER]: jsonl(row()), [CALLS]: jsonl(call(null), call(9)) }, `run-1: 0.5, 9 in ${CALLS}`],
    [
      'a source of less than is known',
      { [LEDGER]: jsonl(row(), row({ model: 'x', cost_usd: null })), [RUN]: run(0.1) },
      `run-1: 0.5, 0.1 in ${RUN}`,
    ],
  ])('%s contradicts', async (_, files, expected) => {
    expect(told(await read(workspace(files)))).toEqual([expected])
  })
})

describe('a costs.db beside a ledger', () => {
  it('that holds the same is told nowhere, and adds nothing', async () => {
    const rows = [
      row(),
      row({ run_id: 'run-2', cost_usd: null }),
      row({ run_id: null }),
      row({ input_tokens: 0, output_tokens: 0, cost_usd: 0 }),
    ]
    const alone = await summarizeFiles({ [LEDGER]: jsonl(...rows) }, ALL)
    expect({ ...(await beside(rows, rows)), sources: [] }).toEqual({ ...alone, sources: [] })
  })

  it('is told run by run: other costs, runs that the ledger has not, runs that it has not, and calls without a run', async () => {
    const ledger = [row(), row({ run_id: 'run-2' }), row({ run_id: 'run-3' }), row({ run_id: null, cost_usd: 0.1 })]
    const database = [
      row(),
      row({ run_id: 'run-2', cost_usd: 2 }),
      row({ run_id: 'run-4', cost_usd: 100 }),
      row({ run_id: null, cost_usd: 0.3 }),
    ]
    const summary = await beside(ledger, database)
    expect(summary.total_cost_usd).toBe(1.6)
    expect(told(summary)).toEqual([
      `run-4: 0, 100 in ${DATABASE}`,
      `run-2: 0.5, 2 in ${DATABASE}`,
      `run-3: 0.5, 0 in ${DATABASE}`,
      `without_run: 0.1, 0.3 in ${DATABASE}`,
    ])
  })

  it('counts where the ledger has placeholders only', async () => {
    const placeholder = row({ input_tokens: 0, output_tokens: 0, cost_usd: 0 })
    const summary = await beside([placeholder], [row({ cost_usd: 9 })])
    expect({ total: summary.total_cost_usd, told: told(summary) }).toEqual({ total: 9, told: [] })
  })

  it('is not compared for what lies before since', async () => {
    const rows = [row(), row({ run_id: null }), row({ timestamp: '2026-12-02T00:00:00Z', run_id: 'run-2' })]
    const database = [row({ cost_usd: 9 }), row({ run_id: null, cost_usd: 9 }), row({ timestamp: '2026-12-02T00:00:00Z', run_id: 'run-2' })]
    expect(told(await beside(rows, database, { since: Date.parse('2026-12-01') }))).toEqual([])
  })

  it('is compared for what a run spent since, also where some of it lies before', async () => {
    const [early, late] = [row({ cost_usd: 3 }), row({ timestamp: '2026-12-02T00:00:00Z' })]
    const since = { since: Date.parse('2026-12-01') }
    expect(told(await beside([early, late], [early, late], since))).toEqual([])
    expect(told(await beside([late], [early, late], since))).toEqual([])
    const more = row({ timestamp: '2026-12-03T00:00:00Z', cost_usd: 9 })
    expect(told(await beside([early, late], [early, late, more], since))).toEqual([`run-1: 0.5, 9.5 in ${DATABASE}`])
  })

  it('that cannot be read stops the gate, and with on-invalid: skip is told as left out', async () => {
    const cwd = workspace({ [LEDGER]: jsonl(row()) })
    writeDatabase(join(cwd, DATABASE), ...Array.from({ length: 2000 }, (_, index) => row({ run_id: `r${index}` })))
    truncateSync(join(cwd, DATABASE), 8192)
    expect((await problemsOf(cwd))[0]).toMatch(/^\.runs\/costs\.db: is a damaged SQLite database/)
    const { total_cost_usd, quality } = await summarizeFolder(cwd, { 'on-invalid': 'skip' })
    expect([total_cost_usd, quality.invalid_records]).toEqual([0.5, 1])
    expect(quality.invalid_examples[0]).toMatch(/^\.runs\/costs\.db: is a damaged SQLite database/)
  })
})

describe('an aggregate', () => {
  it('without spend does not cover a bare summary', async () => {
    const empty = { runs: 1, successes: 1, success_rate: 1, models: [] }
    expect((await read(workspace({ 'flow.json': empty, 'bare.json': bare(7) }))).total_cost_usd).toBe(7)
  })

  it('that is counted beside run summaries is an overlap', async () => {
    const { total_cost_usd, quality } = await read(workspace({ 'flow.json': flow(7), [RUN]: run(0.5) }))
    expect({ total_cost_usd, overlaps: quality.overlaps }).toEqual({ total_cost_usd: 7.5, overlaps: ['flow.json'] })
  })
})

describe('disagreements of merged cost summaries', () => {
  it('are those of all of them, whatever the order and the groups', async () => {
    const legs = await Promise.all([
      beside([row()], [row({ cost_usd: 3 })]),
      read(workspace({ [LEDGER]: jsonl(row({ run_id: 'run-2' })), 'flow.json': flow(7) })),
      read(workspace({ [LEDGER]: jsonl(row({ run_id: 'run-3' })), '.runs/run-3/mcp_calls.jsonl': jsonl(call(null, 7)) })),
    ])
    const merge = async (...parts: readonly CostSummary[]) => {
      const cwd = workspace()
      writeFiles(
        cwd,
        Object.fromEntries(parts.map((part, index) => [`${index}.json`, { ...part, created_at: new Date(index).toISOString() }])),
      )
      return read(cwd, { 'usage-path': ['*.json'] })
    }
    const [a, b, c] = legs
    if (!a || !b || !c) throw new Error('there are three legs')
    const all = await merge(a, b, c)
    expect(told(all)).toEqual([
      'all: 0.5, 7 in flow.json',
      'run-1: 0.5, 3 in .runs/costs.db',
      'run-3: 110, 7 in .runs/run-3/mcp_calls.jsonl',
    ])
    expect(JSON.stringify(await merge(c, b, a))).toBe(JSON.stringify(all))
    expect(JSON.stringify(await merge(await merge(c, a), b))).toBe(JSON.stringify(all))
    expect(JSON.stringify(await merge(a, await merge(b, c)))).toBe(JSON.stringify(all))
  })
})
