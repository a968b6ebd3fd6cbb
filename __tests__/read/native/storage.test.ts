import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { execute, TABLE } from '../../support/read/sqlite.ts'
import { type Files, jsonl, LEDGER, problemsOf, row, summarizeFolder, workspace, writeFiles } from '../../support/read/workspace.ts'

const STORAGE = '.magsag/storage.db'
const RUNS = `CREATE TABLE runs (run_id TEXT PRIMARY KEY, agent_slug TEXT NOT NULL, parent_run_id TEXT, started_at TEXT NOT NULL,
  ended_at TEXT, status TEXT NOT NULL, metrics TEXT NOT NULL DEFAULT '{}', tags TEXT NOT NULL DEFAULT '[]')`
const EVENTS = `CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, ts TEXT NOT NULL, run_id TEXT NOT NULL,
  agent_slug TEXT NOT NULL, type TEXT NOT NULL, level TEXT, msg TEXT, payload TEXT NOT NULL DEFAULT '{}')`

interface Stored {
  readonly metrics?: unknown
  readonly status?: string
  readonly events?: readonly (readonly [type: string, payload: unknown])[]
}

/** A folder with a storage.db of one run, and other files. */
function stored({ metrics = {}, status = 'succeeded', events = [] }: Stored, files: Files = {}): string {
  const cwd = workspace(files)
  writeFiles(cwd, { '.magsag/.keep': '' })
  const path = join(cwd, STORAGE)
  execute(path, RUNS, EVENTS, 'CREATE INDEX by_type ON events(type)')
  const database = new DatabaseSync(path)
  const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  database
    .prepare("INSERT INTO runs (run_id, agent_slug, started_at, ended_at, status, metrics) VALUES ('run-1', 'planner', ?, ?, ?, ?)")
    .run('2026-11-01T23:59:00+00:00', '2026-11-02T00:01:00+00:00', status, json(metrics))
  const insert = database.prepare("INSERT INTO events (ts, run_id, agent_slug, type, payload) VALUES ('', 'run-1', 'planner', ?, ?)")
  for (const [type, payload] of events) insert.run(type, json(payload))
  database.close()
  return cwd
}

const metrics = { duration_ms: 1500, token_count: 110, cost_usd: 0.5 }
const measure = (name: string, value: unknown) => ['metric', { name, value }] as const

describe('a run of a storage.db', () => {
  it.each<[string, Stored, object]>([
    ['its metrics', { metrics }, { total_cost_usd: 0.5, input_tokens: 110, calls: 1 }],
    [
      'its measurements',
      { events: [measure('cost_usd', 0.2), measure('cost_usd', 0.3), measure('token_count', 110), measure('duration_ms', 9), ['log', {}]] },
      { total_cost_usd: 0.5, input_tokens: 110 },
    ],
    [
      'its calls of servers',
      {
        events: [
          ['mcp.call', { server: 's', tool: 't', token_count: 60, cost_usd: 0.1 }],
          ['mcp.call', { server: 's', tool: 't' }],
        ],
      },
      { total_cost_usd: 0.1, input_tokens: 60 },
    ],
    ['all of them, of which the largest is the whole', { metrics, events: [measure('cost_usd', 0.2)] }, { total_cost_usd: 0.5, calls: 1 }],
    ['nothing', {}, { total_cost_usd: 0, calls: 0, runs: 1 }],
    ['a placeholder', { metrics: { tokens: 0, cost_usd: 0 } }, { total_cost_usd: 0, calls: 0 }],
    [
      'the last call alone, as runs have it that were moved there',
      { metrics: { tokens: 9, cost_usd: 0.1 } },
      { calls: 1, unpriced_calls: 1 },
    ],
  ])('is read from %s', async (_, what, expected) => {
    expect(await summarizeFolder(stored(what))).toMatchObject(expected)
  })

  it('has an agent, a time and an end', async () => {
    const summary = await summarizeFolder(stored({ metrics, status: 'failed' }))
    expect(summary).toMatchObject({
      agent_stats: { planner: { cost_usd: 0.5 } },
      daily_cost_usd: { '2026-11-02': 0.5 },
      run_costs: { costs_usd: { 'run-1': 0.5 } },
      successful_tasks: 0,
      failed_tasks: 1,
      sources: [{ path: STORAGE, format: 'storage-db', role: 'counted', records: 1 }],
    })
  })

  it.each(['running', 'queued'])('has no end while it is %s', async (status) => {
    expect(await summarizeFolder(stored({ status }))).toMatchObject({ successful_tasks: null, failed_tasks: null })
  })
})

describe('a storage.db', () => {
  const log = (cost: number) => ({
    runId: 'run-1',
    ts: '2026-11-02T00:00:00.5Z',
    event: {
      type: 'runner',
      subtaskId: 'a',
      event: { type: 'done', stats: { usage: { input_tokens: 110, output_tokens: 0 }, cost_usd: cost } },
    },
  })
  const others: readonly (readonly [string, (cost: number) => Files])[] = [
    ['a ledger', (cost) => ({ [LEDGER]: jsonl(row({ cost_usd: cost })) })],
    ['a run log', (cost) => ({ '.magsag/runs/run-1.jsonl': jsonl(log(cost)) })],
    ['a run summary', (cost) => ({ '.runs/agents/run-1/summary.json': { run_id: 'run-1', cost_usd: cost, token_count: 110 } })],
    ['all of these', (cost) => Object.assign({}, ...others.slice(0, 3).map(([, files]) => files(cost)))],
  ]
  it.each(others)('is not counted beside %s of the run, and another amount is told', async (_, files) => {
    const [same, other] = [await summarizeFolder(stored({ metrics }, files(0.5))), await summarizeFolder(stored({ metrics }, files(0.7)))]
    expect([same.total_cost_usd, same.calls, same.quality.disagreements]).toEqual([0.5, 1, []])
    expect([other.total_cost_usd, other.calls]).toEqual([0.7, 1])
    expect(other.quality.disagreements).toMatchObject([{ run_id: 'run-1', summary_cost_usd: 0.5, path: STORAGE }])
  })

  it('without runs is told to have nothing', async () => {
    const cwd = workspace({ 'some.file': '' })
    execute(join(cwd, 'some.db'), RUNS, EVENTS)
    const { sources } = await summarizeFolder(cwd, { 'usage-path': ['some.db'] })
    expect(sources).toMatchObject([{ format: 'storage-db', role: 'not-counted', records: 0 }])
  })

  it('that has the costs, too, is read as a costs.db', async () => {
    const cwd = stored({ metrics })
    execute(join(cwd, STORAGE), TABLE)
    const { sources } = await summarizeFolder(cwd)
    expect(sources).toMatchObject([{ format: 'costs-db', role: 'not-counted' }])
  })

  it.each<[string, Stored, string]>([
    ['metrics that are no JSON', { metrics: '{' }, 'runs row:1: $.metrics: must be a JSON object'],
    [
      'a cost that is none',
      { metrics: { cost_usd: -1 } },
      'runs row:1: $.cost_usd: must be an amount from 0 to 1000000 US dollars, got -1',
    ],
    ['a payload that is a list', { events: [['metric', []]] }, 'events row:1: $.payload: must be a JSON object'],
  ])('is refused by its row: %s', async (_, what, problem) => {
    expect((await problemsOf(stored(what)))[1]).toBe(`${STORAGE} ${problem}`)
  })

  const endless = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS run_id, 'ok' AS status, '{}' AS metrics FROM n`
  it.each<[string, readonly string[], string]>([
    ['a view of runs that never ends', [`CREATE VIEW runs AS ${endless}`, EVENTS], 'runs must be a table, got a view'],
    ['a view of events', [RUNS, `CREATE VIEW events AS ${endless}`], 'events must be a table, got a view'],
    [
      'a computed column',
      [RUNS.replace('status TEXT NOT NULL', "status TEXT AS (run_id || '')"), EVENTS],
      'table runs has no column status',
    ],
  ])('made to harm is refused: %s', async (_, statements, problem) => {
    const cwd = workspace({ 'other.file': '' })
    execute(join(cwd, 'some.db'), ...statements)
    expect((await problemsOf(cwd, { 'usage-path': ['some.db'] }))[0]).toBe(`some.db: ${problem}`)
  })
})
