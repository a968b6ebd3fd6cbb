import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeDatabase } from '../../support/read/sqlite.ts'
import { type Files, jsonl, LEDGER, row, summarizeFiles, summarizeFolder, workspace } from '../../support/read/workspace.ts'

const call = { ts: '2026-11-02T09:00:00Z', server: 'llm', tool: 'complete', status: 'ok', model: 'gpt-4o' }
const usage = { input_tokens: 100, output_tokens: 10, cost_usd: 0.5 }
const flow = {
  runs: 1,
  successes: 1,
  success_rate: 1,
  models: [{ name: 'gpt-4o', calls: 1, tokens: { input: 100, output: 10 }, cost_usd: 0.5 }],
}
const bare = { total_cost_usd: 0.5, model_stats: { 'gpt-4o': { calls: 1, input_tokens: 100, output_tokens: 10, cost_usd: 0.5 } } }
const run = { run_id: 'run-1', status: 'succeeded', cost_usd: 0.5, token_count: 110 }

/** One call of 100 + 10 tokens for $0.50, in every format. */
const formats: readonly (readonly [string, string, string | object])[] = [
  ['ledger', 'a ledger', jsonl(row())],
  ['ledger', 'a ledger without names', jsonl({ timestamp: '2026-11-02T09:00', model: 'gpt-4o', ...usage })],
  ['ledger', 'a ledger whose rows have a key of another format', jsonl(row({ tool: 'search', usage: {}, event: 'call', status: 'ok' }))],
  ['ledger', 'a ledger that lost its beginning', `gpt-4o", "input_tokens": 5}\n${jsonl(row())}`],
  ['mcp-calls', 'a log of calls', jsonl({ ...call, usage })],
  ['mcp-calls', 'a log of calls with usage at the top level', jsonl({ ...call, ...usage })],
  ['mcp-calls', 'a log of calls with usage in both places', jsonl({ ...call, ...usage, usage })],
  ['mcp-calls', 'a log of calls that names no time', jsonl({ model: 'gpt-4o', usage })],
  ['mcp-calls', 'a log of calls with a timestamp', jsonl({ timestamp: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage })],
  ['flow-summary', 'a flow summary', flow],
  ['flow-summary', 'a flow summary with line breaks', JSON.stringify(flow, null, 2)],
  ['bare-summary', 'a bare summary', bare],
  ['bare-summary', 'a bare summary with a timestamp', { timestamp: '2026-11-02T09:00:00Z', ...bare }],
  ['bare-summary', 'a bare summary with a list of models', { ...bare, model_stats: [{ model: 'gpt-4o', ...bare.model_stats['gpt-4o'] }] }],
  ['run-summary', 'a run summary', run],
  ['run-summary', 'a run summary with line breaks', JSON.stringify(run, null, 2)],
  ['run-summary', 'a run summary with a timestamp', JSON.stringify({ ...run, timestamp: '2026-11-02T09:00:00Z' }, null, 2)],
]

describe('the format of a file', () => {
  const invalid = { 'on-invalid': 'skip' } as const

  it.each(formats)('is %s for %s, whatever its name is', async (format, _, content) => {
    const { sources, calls, total_cost_usd, total_tokens } = await summarizeFiles(
      { 'some.file': content },
      { 'usage-path': ['*'], ...invalid },
    )
    expect(sources).toEqual([{ path: '*', format, files: 1, records: 1, cost_usd: 0.5, role: 'counted' }])
    expect({ calls, total_cost_usd, total_tokens }).toEqual({ calls: 1, total_cost_usd: 0.5, total_tokens: 110 })
  })

  it('is costs-db for a SQLite database', async () => {
    const cwd = workspace()
    writeDatabase(join(cwd, 'some.file'), row())
    const { sources } = await summarizeFolder(cwd, { 'usage-path': ['*'] })
    expect(sources).toEqual([{ path: '*', format: 'costs-db', files: 1, records: 1, cost_usd: 0.5, role: 'counted' }])
  })

  it('is run-events for the events of a run', async () => {
    const events = jsonl({ event: 'start', step: 'a' }, { event: 'end', run_id: 'run-1', step: 'a', status: 'ok', latency_ms: 3 })
    const { sources, successful_tasks } = await summarizeFiles({ 'some.file': events }, { 'usage-path': ['*'] })
    expect(sources).toMatchObject([{ format: 'run-events', role: 'cross-check', records: 0 }])
    expect(successful_tasks).toBe(1)
  })

  it('is cost-summary for our own document, which gives itself again', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row()) })
    expect(await summarizeFiles({ 'some.file': summary }, { 'usage-path': ['*'] })).toEqual(summary)
  })
})

describe('an aggregate', () => {
  it.each<[string, Files, object]>([
    [
      'a total of tokens alone is input',
      { 'a.json': { total_cost_usd: 1, total_tokens: 50 } },
      { input_tokens: 50, output_tokens: 0, total_cost_usd: 1 },
    ],
    [
      'a total and the input give the output',
      { 'a.json': { total_cost_usd: 1, model_stats: { m: { input_tokens: 30, total_tokens: 50, cost_usd: 1 } } } },
      { input_tokens: 30, output_tokens: 20 },
    ],
    [
      'what no model of a bare summary accounts for is of an unknown model',
      { 'a.json': { total_cost_usd: 3, model_stats: { m: { calls: 2, cost_usd: 1 } } } },
      { total_cost_usd: 3, calls: 3, model_stats: { m: { cost_usd: 1 }, unknown: { calls: 1, cost_usd: 2 } } },
    ],
    [
      'what no model of a flow summary accounts for is of an unknown model',
      { 'a.json': { ...flow, models: [], mcp: { calls: 4, cost_usd: 5, tokens: { input: 10, output: 2 } } } },
      { total_cost_usd: 5, calls: 4, input_tokens: 10, output_tokens: 2 },
    ],
    [
      'spend without a call is the spend of one',
      { 'a.json': { ...flow, models: [{ name: 'm', calls: 0, cost_usd: 3 }] } },
      { total_cost_usd: 3, calls: 1 },
    ],
    [
      'tools that are no models are no calls',
      { 'a.json': { ...flow, models: [...flow.models, { name: 'unknown', calls: 7 }] } },
      { calls: 1 },
    ],
  ])('%s', async (_, files, expected) => {
    expect(await summarizeFiles(files, { 'usage-path': ['*.json'] })).toMatchObject(expected)
  })
})

describe('a log of calls', () => {
  it.each<[string, object, object]>([
    ['the model of its usage', { model: undefined, usage: { ...usage, model: 'o3' } }, { model_stats: { o3: { calls: 1 } } }],
    ['the model of its configuration', { model: null, config: { model: 'o3' }, usage }, { model_stats: { o3: { calls: 1 } } }],
    ['no model at all', { model: undefined, usage }, { model_stats: { unknown: { cost_usd: 0.5 } } }],
    ['numbers written as text', { usage: { input_tokens: '100', output_tokens: '10', cost_usd: '5e-1' } }, { total_cost_usd: 0.5 }],
    ['a step', { usage, step: 'hello' }, { step_stats: { hello: { calls: 1 } } }],
    ['a failure', { usage, status: 'timeout' }, { failed_calls: 1 }],
    ['seconds since 1970', { ts: 1793610000, usage }, { daily_cost_usd: { '2026-11-02': 0.5 } }],
    ['a tool that is no model', { model: undefined, usage: null }, { calls: 0 }],
  ])('may have %s', async (_, change, expected) => {
    const content = jsonl({ ...call, ...change })
    expect(await summarizeFiles({ '.runs/flow-1/mcp_calls.jsonl': content })).toMatchObject(expected)
  })

  it('belongs to the run that its folder names', async () => {
    const { run_costs } = await summarizeFiles({ '.runs/flow-1/mcp_calls.jsonl': jsonl({ ...call, usage }, { ...call, usage }) })
    expect(run_costs.costs_usd).toEqual({ 'flow-1': 1 })
  })
})
