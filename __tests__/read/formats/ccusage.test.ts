import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { readFiles, totalsOf } from '../../support/read/files.ts'
import { expectSame, readSamples, textOf } from '../../support/read/hold-sample.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'

const TOTALS = { inputTokens: 0, outputTokens: 0, cacheCreationTokens: 0, cacheReadTokens: 0, totalTokens: 0 }
const tokens = { inputTokens: 70, outputTokens: 10, cacheCreationTokens: 10, cacheReadTokens: 20, totalTokens: 110 }
const day = (model: string, more: object = {}) => ({
  date: '2026-11-02',
  ...tokens,
  totalCost: 0.25,
  modelsUsed: [model],
  modelBreakdowns: [{ modelName: model, ...tokens, cost: 0.25 }],
  ...more,
})
const report = (...rows: object[]) => ({ daily: rows, totals: TOTALS })
const read = (value: object) => readFiles({ 'ccusage.json': JSON.stringify(value) })

describe('a report of ccusage', () => {
  it('tells of days and models, or of sessions', async () => {
    const days = await readSamples('ccusage/daily-v20.json')
    expect(days.formats).toEqual(['ccusage'])
    expect(days.records[0]).toMatchObject({
      model: 'claude-opus-4-20250514-fast',
      agent: 'claude',
      timeMs: Date.UTC(2026, 0, 9),
      runId: null,
    })
    const sessions = await readSamples('ccusage/session-v17.json')
    expect(sessions.records.map(({ runId }) => runId)).toEqual(['session-beta', 'session-alpha', 'session-alpha'])
  })

  it('of blocks has one cost for several models, and how many calls there were', async () => {
    const { records } = await readSamples('ccusage/blocks-v20.json')
    expect(records.map(({ model, calls, costUsd }) => [model, calls, costUsd])).toEqual([
      ['unknown', 2, 0.46],
      ['claude-sonnet-4-20250514', 1, 0.56],
      ['claude-haiku-4-5-20251001', 2, 0.07],
    ])
  })

  it.each<[string, object, readonly (number | null)[]]>([
    ['has no price', report(day('a', { modelBreakdowns: [{ modelName: 'a', ...tokens, cost: 0, missingPricing: true }] })), [null]],
    ['was asked for no cost', report(day('a', { totalCost: undefined, modelBreakdowns: [{ modelName: 'a', ...tokens }] })), [null]],
    [
      'is one of several without a price',
      {
        ...report({ date: '2026-11-02', ...tokens, costUSD: 0.1, models: { a: tokens, b: tokens } }),
        totals: { ...TOTALS, unpricedModels: ['b'] },
      },
      [null, null],
    ],
  ])('does not tell the cost of a model that %s', async (_, value, costs) => {
    expect((await read(value)).records.map(({ costUsd }) => costUsd)).toEqual(costs)
  })

  it('of Codex keeps the one cost that a row of several models has, and all tokens', async () => {
    const both = { inputTokens: 140, outputTokens: 20, cacheCreationTokens: 20, cacheReadTokens: 40, totalTokens: 220 }
    const { records } = await read(report({ date: '2026-11-02', ...both, costUSD: 0.5, models: { a: tokens, b: tokens } }))
    expect(totalsOf(records)).toMatchObject({ records: 1, input: 200, output: 20, costUsd: 0.5 })
    const free = await read(report({ date: '2026-11-02', ...both, models: { a: tokens, b: tokens } }))
    expect(free.records.map(({ model, costUsd }) => [model, costUsd])).toEqual([
      ['a', null],
      ['b', null],
    ])
  })

  it('of the former ccusage for Codex has the cached part in its input', async () => {
    const usage = { inputTokens: 100, cachedInputTokens: 60, outputTokens: 10, reasoningOutputTokens: 4, totalTokens: 110 }
    const value = { daily: [{ date: 'Nov 2, 2026', ...usage, costUSD: 0.5, models: { a: usage } }], totals: usage }
    expect((await read(value)).records).toMatchObject([
      { inputTokens: 100, cachedTokens: 60, reasoningTokens: 4, costUsd: 0.5, timeMs: null },
    ])
  })

  it.each([
    ['gemini', 52],
    ['opencode', 52],
    ['codex', 10],
    ['claude', 10],
  ])('of %s with one model has %d tokens of output, where its total has more', async (agent, output) => {
    const row = day('a', { agent: 'all', metadata: { agents: [agent] }, totalTokens: 152 })
    expect((await read(report(row))).records).toMatchObject([{ inputTokens: 100, outputTokens: output, reasoningTokens: output - 10 }])
    const plain = { date: '2026-11-02', agent, inputTokens: 100, outputTokens: 10, totalTokens: 152, costUSD: 0.5, modelsUsed: ['a'] }
    expect((await read(report(plain))).records).toMatchObject([{ outputTokens: output, reasoningTokens: output - 10 }])
  })

  it('of several models leaves open whose thoughts its total has', async () => {
    const { records } = await readSamples('ccusage/daily-v20-missing-pricing.json')
    expect(totalsOf(records)).toMatchObject({ output: 2609, reasoning: 0 })
  })

  it('is dated by its month or week, and is read per project', async () => {
    const monthly = { monthly: [day('a', { date: undefined, month: '2026-11' })], totals: TOTALS }
    const weekly = { weekly: [day('a', { date: undefined, week: '2026-11-01' })], totals: TOTALS }
    const projects = { projects: { '-home-me-app': [day('a', { date: '2026-11-01' })] }, totals: TOTALS }
    for (const value of [monthly, weekly, projects])
      expect((await read(value)).records).toMatchObject([{ timeMs: Date.UTC(2026, 10, 1), inputTokens: 100, costUsd: 0.25 }])
  })

  it('counts once beside other reports of the same history', async () => {
    const names = ['daily-v17.json', 'session-v17.json', 'blocks-v20.json', 'daily-v20.json'].map((name) => `ccusage/${name}`)
    const { records } = await readSamples(...names)
    expect(totalsOf(records)).toMatchObject({ records: 6, costUsd: 1.10089375 })
    const withoutAll = await readSamples(...names.slice(0, 3), 'ccusage/codex-daily-v20.json')
    expect(totalsOf(withoutAll.records)).toMatchObject({ costUsd: 1.10089375 })
    expect(withoutAll.records.every(({ model }) => model !== 'unknown')).toBe(true)
  })

  it('names the place of a broken value, which hides no other', async () => {
    const { records, faults } = await read(report(day('a'), day('b', { modelBreakdowns: [{ modelName: 'b', inputTokens: 1.5 }] })))
    expect(records).toHaveLength(1)
    expect(faults).toEqual([
      'ccusage.json:1: $.daily[1].modelBreakdowns[0].inputTokens: must be a whole number from 0 to 1000000000000, got 1.5',
    ])
  })

  it('without rows is a file without usage', async () => {
    const { records, faults } = await read(report())
    expect([records, faults]).toEqual([[], []])
  })

  it.each(['blocks-v20', 'codex-daily-v20', 'daily-v17', 'daily-v20', 'session-v17'])('says the same as its copy: %s', (name) =>
    expectSame(`ccusage/${name}.json`))
})

describe('a report of ccusage beside other usage', () => {
  const paths = { 'usage-path': ['**/*'] }
  const both = (usd: number, files: Parameters<typeof summarizeFiles>[0]) =>
    summarizeFiles(
      {
        'ccusage.json': report(day('claude-sonnet-4-5', { modelBreakdowns: [{ modelName: 'claude-sonnet-4-5', ...tokens, cost: usd }] })),
        ...files,
      },
      paths,
    )
  const roleOf = ({ sources }: CostSummary) => sources.find(({ format }) => format === 'ccusage')?.role

  it('is counted where there is nothing else', async () => {
    const summary = await both(0.25, {})
    expect([summary.total_cost_usd, roleOf(summary)]).toEqual([0.25, 'counted'])
  })

  it.each<[string, Parameters<typeof summarizeFiles>[0]]>([
    ['a ledger', { [LEDGER]: jsonl(row()) }],
    [
      'a call log',
      { '.runs/run-1/mcp_calls.jsonl': jsonl({ ts: '2026-11-02T09:00:00Z', model: 'gpt-4o', usage: { input_tokens: 1, cost_usd: 0.5 } }) },
    ],
    ['a run summary', { '.runs/run-1/summary.json': { run_id: 'run-1', cost_usd: 0.5 } }],
    ['a flow summary', { 'flow.json': { runs: 1, successes: 1, success_rate: 1, models: [{ name: 'gpt-4o', calls: 1, cost_usd: 0.5 }] } }],
    ['a bare summary', { 'bare.json': { total_cost_usd: 0.5 } }],
    ['what another tool tells', { 'z.jsonl': textOf('aider/analytics.jsonl').split('\n')[3]?.replaceAll('0.017319', '0.5') ?? '' }],
  ])('is not counted beside %s', async (_, files) => {
    const summary = await both(0.25, files)
    expect([summary.total_cost_usd, roleOf(summary), summary.quality.disagreements]).toEqual([0.5, 'not-counted', []])
    expect(summary.quality.overlaps).toEqual([])
  })

  it('is told where it says more than was counted, and not where it says less', async () => {
    const { quality } = await both(9, { [LEDGER]: jsonl(row()) })
    expect(quality.disagreements).toEqual([
      { run_id: null, scope: 'all', counted_cost_usd: 0.5, summary_cost_usd: 9, path: 'ccusage.json' },
    ])
  })
})
