import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../src/generated/types.ts'
import { writeDatabase } from '../support/read/sqlite.ts'
import { DATABASE, jsonl, LEDGER, row, summarizeFiles, summarizeFolder, workspace, writeFiles } from '../support/read/workspace.ts'

const AGENT_RUN = '.runs/agents/run-1/summary.json'
const CALLS = '.runs/run-1/mcp_calls.jsonl'
const call = { ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 100, output_tokens: 10, cost_usd: 0.5 } }
const flow = (cost: number) => ({ runs: 1, successes: 1, success_rate: 1, models: [{ name: 'gpt-4o', calls: 1, cost_usd: cost }] })

function roles({ sources }: CostSummary): Record<string, string> {
  return Object.fromEntries(sources.map(({ format, role, records }) => [format, `${role} ${records}`]))
}

describe('the same spend', () => {
  it('in a ledger and in a costs.db is counted from the ledger', async () => {
    const cwd = workspace({ [LEDGER]: jsonl(row()) })
    writeDatabase(join(cwd, DATABASE), row({ cost_usd: 9 }), row({ cost_usd: 9, step: 'draft' }))
    const summary = await summarizeFolder(cwd)
    expect(summary.total_cost_usd).toBe(0.5)
    expect(roles(summary)).toEqual({ ledger: 'counted 1', 'costs-db': 'not-counted 0' })
  })

  it.each([
    ['empty', ''],
    ['blank', '\n \n'],
  ])('is counted from the costs.db where the ledger is %s', async (_, ledger) => {
    const cwd = workspace({ [LEDGER]: ledger })
    writeDatabase(join(cwd, DATABASE), row())
    const summary = await summarizeFolder(cwd)
    expect(summary.total_cost_usd).toBe(0.5)
    expect(roles(summary)).toEqual({ ledger: 'not-counted 0', 'costs-db': 'counted 1' })
  })

  it('in a ledger and in a run summary is counted from the ledger', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row()), [AGENT_RUN]: { run_id: 'run-1', cost_usd: 0.5, token_count: 110 } })
    expect(summary.total_cost_usd).toBe(0.5)
    expect(summary.quality.disagreements).toEqual([])
    expect(roles(summary)).toEqual({ ledger: 'counted 1', 'run-summary': 'cross-check 0' })
  })

  it('in a ledger and in the log of its calls is counted from the ledger', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row()), [CALLS]: jsonl(call, call) })
    expect(summary.total_cost_usd).toBe(0.5)
    expect(roles(summary)).toEqual({ ledger: 'counted 1', 'mcp-calls': 'not-counted 0' })
  })

  it('in a log of calls and in the summary of its run is counted from the log', async () => {
    const summary = await summarizeFiles({ [CALLS]: jsonl(call), '.runs/run-1/summary.json': { run_id: 'run-1', cost_usd: 0.5 } })
    expect(summary.total_cost_usd).toBe(0.5)
    expect(roles(summary)).toEqual({ 'mcp-calls': 'counted 1', 'run-summary': 'cross-check 0' })
  })

  it('in two logs of one run is counted from the first', async () => {
    const { total_cost_usd } = await summarizeFiles({ [CALLS]: jsonl(call), '.runs/agents/run-1/mcp_calls.jsonl': jsonl(call) })
    expect(total_cost_usd).toBe(0.5)
  })

  it('in a flow summary is counted only where there is nothing else', async () => {
    const paths = { 'usage-path': ['**/*'] }
    const alone = await summarizeFiles({ 'flow.json': flow(7) }, paths)
    expect([alone.total_cost_usd, roles(alone)]).toEqual([7, { 'flow-summary': 'counted 1' }])
    for (const [file, content] of [
      [LEDGER, jsonl(row())],
      [CALLS, jsonl(call)],
    ] as const) {
      const both = await summarizeFiles({ 'flow.json': flow(7), [file]: content }, paths)
      expect(both.total_cost_usd).toBe(0.5)
      expect(roles(both)).toMatchObject({ 'flow-summary': 'not-counted 0' })
    }
  })

  it('in different flow summaries is the spend of different flows', async () => {
    expect((await summarizeFiles({ 'a.json': flow(7), 'b.json': flow(5) }, { 'usage-path': ['*.json'] })).total_cost_usd).toBe(12)
  })

  it.each([
    ['cost summaries', 'cost-summary'],
    ['flow summaries', 'flow-summary'],
    ['bare summaries', 'bare-summary'],
  ])('in identical %s is counted once', async (_, format) => {
    const document = {
      'cost-summary': await summarizeFiles({ [LEDGER]: jsonl(row()) }),
      'flow-summary': flow(0.5),
      'bare-summary': { total_cost_usd: 0.5 },
    }[format]
    const summary = await summarizeFiles({ 'a/x.json': document ?? '', 'b/x.json': document ?? '' }, { 'usage-path': ['*/x.json'] })
    expect(summary.total_cost_usd).toBe(0.5)
    expect(summary.sources.find(({ role }) => role === 'not-counted')).toMatchObject({ format, files: 1 })
  })

  it('in a ledger and in its cost summary is counted twice, and the overlap is told', async () => {
    const files = { [LEDGER]: jsonl(row()) }
    const cwd = workspace(files)
    writeFiles(cwd, { 'leg.json': await summarizeFiles(files) })
    const { total_cost_usd, quality, runs } = await summarizeFolder(cwd, { 'usage-path': [LEDGER, 'leg.json'] })
    expect({ total_cost_usd, overlaps: quality.overlaps, runs }).toEqual({ total_cost_usd: 1, overlaps: ['leg.json'], runs: 1 })
  })
})

describe('a run that nothing else covers', () => {
  it('is counted from its run summary, as a total without output tokens', async () => {
    const run = { run_id: 'run-2', cost_usd: 0.25, token_count: 40, slug: 'drafter', llm_plan: { model: 'gpt-4o' } }
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row()), '.runs/agents/run-2/summary.json': run })
    expect(summary).toMatchObject({ total_cost_usd: 0.75, calls: 2, input_tokens: 140, output_tokens: 10, runs: 2 })
    expect(roles(summary)).toEqual({ ledger: 'counted 1', 'run-summary': 'counted 1' })
  })

  it('is not what a cost summary of another job lists', async () => {
    const cwd = workspace({ [AGENT_RUN]: { run_id: 'run-1', cost_usd: 0.5 } })
    writeFiles(cwd, { 'leg.json': await summarizeFiles({ [LEDGER]: jsonl(row()) }) })
    expect((await summarizeFolder(cwd, { 'usage-path': ['leg.json', AGENT_RUN] })).total_cost_usd).toBe(0.5)
  })
})

describe('a disagreement', () => {
  const disagreementsWith = async (cost: number, ...rows: readonly object[]) =>
    (await summarizeFiles({ [LEDGER]: jsonl(...rows), [AGENT_RUN]: { run_id: 'run-1', cost_usd: cost } })).quality.disagreements

  it('names the run, both costs and the run summary', async () => {
    expect(await disagreementsWith(0.7, row())).toEqual([
      { run_id: 'run-1', counted_cost_usd: 0.5, summary_cost_usd: 0.7, path: AGENT_RUN },
    ])
  })

  it.each([
    ['the last digits of a sum of doubles', 0.5 + 1e-7, [row()]],
    ['a cost that is not known of every call', 0.9, [row(), row({ step: 'draft', model: 'no-such-model', cost_usd: null })]],
    ['a run that no record names', 0.5, [row({ run_id: 'run-9' })]],
  ])('is not %s', async (_, cost, rows) => {
    expect(await disagreementsWith(cost, ...rows)).toEqual([])
  })

  it('is told for at most 100 runs, the largest first', async () => {
    const runs = Array.from({ length: 250 }, (_, index) => index)
    const { quality } = await summarizeFiles({
      [LEDGER]: jsonl(...runs.map((index) => row({ run_id: `run-${index}` }))),
      ...Object.fromEntries(
        runs.map((index) => [`.runs/agents/run-${index}/summary.json`, { run_id: `run-${index}`, cost_usd: 1 + index }]),
      ),
    })
    expect(quality.disagreements).toHaveLength(100)
    expect(quality.disagreements.map(({ run_id }) => run_id).slice(0, 3)).toEqual(['run-249', 'run-248', 'run-247'])
  })
})

describe('a repeated line', () => {
  /** With a time as the framework writes it. */
  const fine = (overrides: object = {}) => row({ timestamp: '2026-11-02T09:00:00.123456+00:00', ...overrides })

  it('is counted once and reported, in one file and across files', async () => {
    const once = await summarizeFiles({ 'a.jsonl': jsonl(fine(), fine({ step: 'draft' })) }, { 'usage-path': ['*.jsonl'] })
    const again = await summarizeFiles(
      { 'a.jsonl': jsonl(fine(), fine({ step: 'draft' }), fine()), 'b.jsonl': jsonl(fine()) },
      { 'usage-path': ['*.jsonl'] },
    )
    expect(again).toEqual({ ...once, sources: [{ ...once.sources[0], files: 2 }], quality: { ...once.quality, duplicate_records: 2 } })
  })

  it.each([
    ['another end of line', `${JSON.stringify(fine())}\r\n`, 1],
    ['no end of line', JSON.stringify(fine()), 1],
    ['another digit', jsonl(fine({ cost_usd: 0.51 })), 0],
    ['another space', `${JSON.stringify(fine())} \n`, 0],
  ])('with %s: %s', async (_, line, duplicates) => {
    const { quality } = await summarizeFiles({ [LEDGER]: jsonl(fine()) + line })
    expect(quality.duplicate_records).toBe(duplicates)
  })

  it('is never seen in 200,000 rows that differ in a few digits', async () => {
    const lines: string[] = []
    for (let index = 1; index <= 200_000; index++)
      lines.push(jsonl(row({ cost_usd: index / 1e6, input_tokens: 1 + (index % 7), run_id: `r${index % 500}` })))
    const { quality, calls } = await summarizeFiles({ [LEDGER]: lines.join('') })
    expect([calls, quality.duplicate_records]).toEqual([200_000, 0])
  })
})
