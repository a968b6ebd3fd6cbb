import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, summarizeFiles, summarizeFolder, workspace, writeFiles } from '../support/read/workspace.ts'

const SINCE = Date.parse('2026-11-02T09:00:00Z')
const before = row({ timestamp: '2026-11-02T08:59:59.999Z', cost_usd: 2, agent: 'old', step: 'old', run_id: 'old', model: 'gpt-4o-mini' })
const after = row({ timestamp: '2026-11-02T09:00:00.000Z' })

describe('a record from before since', () => {
  it('counts for its day and month, and for nothing else', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(before, after) }, { since: SINCE })
    const alone = await summarizeFiles({ [LEDGER]: jsonl(after) })
    expect(summary).toMatchObject({
      total_cost_usd: 0.5,
      calls: 1,
      runs: 1,
      period: alone.period,
      daily_cost_usd: { '2026-11-02': 2.5 },
      monthly_cost_usd: { '2026-11': 2.5 },
      quality: { earlier_records: 1, records_without_run: 0 },
      sources: [{ records: 1, cost_usd: 0.5 }],
    })
    expect(summary.run_costs).toEqual(alone.run_costs)
    expect(summary.step_stats).toEqual(alone.step_stats)
    expect(summary.customer_stats.acme).toEqual({
      ...alone.customer_stats.acme,
      daily_cost_usd: { '2026-11-02': 2.5 },
      monthly_cost_usd: { '2026-11': 2.5 },
    })
    expect(summary.step_model_stats).toEqual(alone.step_model_stats)
    expect(summary.agent_stats.old).toMatchObject({
      calls: 0,
      cost_usd: 0,
      daily_cost_usd: { '2026-11-02': 2 },
      run_costs: { count: 0 },
    })
    expect(summary.model_stats['gpt-4o-mini']).toMatchObject({ calls: 0, cost_usd: 0, monthly_cost_usd: { '2026-11': 2 } })
  })

  it('is priced for its day where it brings no cost', async () => {
    const unknown = { ...before, model: 'gpt-4o', input_tokens: 1_000_000, output_tokens: 0, cost_usd: null }
    const { daily_cost_usd, total_cost_usd, pricing } = await summarizeFiles({ [LEDGER]: jsonl(unknown, after) }, { since: SINCE })
    expect({ daily_cost_usd, total_cost_usd, priced: pricing.priced_calls }).toEqual({
      daily_cost_usd: { '2026-11-02': 3 },
      total_cost_usd: 0.5,
      priced: 0,
    })
  })

  it('is no finding where it has no known price, and brings no name', async () => {
    const unpriced = { ...before, model: 'no-such-model', cost_usd: null }
    const summary = await summarizeFiles({ [LEDGER]: jsonl(unpriced, after) }, { since: SINCE })
    const alone = await summarizeFiles({ [LEDGER]: jsonl(after) })
    expect(summary).toEqual({ ...alone, quality: { ...alone.quality, earlier_records: 1 } })
    const { unpriced: found } = await summarizeFiles(
      { [LEDGER]: jsonl(unpriced, { ...after, model: 'no-such-model', cost_usd: null }) },
      { since: SINCE },
    )
    expect(found).toEqual([{ model: 'no-such-model', calls: 1, reasons: { unknown_model: 1 }, input_tokens: 100, output_tokens: 10 }])
  })

  it('is not one whose time is not known', async () => {
    const call = jsonl({ server: 'llm', model: 'gpt-4o', usage: { input_tokens: 1, cost_usd: 0.5 } })
    const { total_cost_usd, daily_cost_usd } = await summarizeFiles({ '.runs/a/mcp_calls.jsonl': call }, { since: SINCE })
    expect({ total_cost_usd, daily_cost_usd }).toEqual({ total_cost_usd: 0.5, daily_cost_usd: {} })
  })

  it('stays one in a merge, whatever since the merge has', async () => {
    const leg = await summarizeFiles({ [LEDGER]: jsonl(before, after) }, { since: SINCE })
    for (const since of [null, 0, SINCE, Date.parse('2030-01-01')]) {
      const merged = await summarizeFiles({ 'leg.json': leg }, { 'usage-path': ['leg.json'], since })
      expect(merged).toEqual(leg)
    }
  })

  it('of one leg is added to the days of the others', async () => {
    const cwd = workspace()
    writeFiles(cwd, {
      'a.json': await summarizeFiles({ [LEDGER]: jsonl(before) }, { since: SINCE }),
      'b.json': await summarizeFiles({ [LEDGER]: jsonl(after) }, { since: SINCE }),
    })
    const merged = await summarizeFolder(cwd, { 'usage-path': ['*.json'] })
    expect(merged).toMatchObject({ total_cost_usd: 0.5, daily_cost_usd: { '2026-11-02': 2.5 }, quality: { earlier_records: 1 } })
  })
})

describe('days', () => {
  const late = row({ timestamp: '2026-10-31T23:30:00Z', cost_usd: 1 })
  const early = row({ timestamp: '2026-11-01T00:30:00Z', cost_usd: 2 })

  it.each<[string, object, object]>([
    ['UTC', { '2026-10-31': 1, '2026-11-01': 2 }, { '2026-10': 1, '2026-11': 2 }],
    ['Europe/Berlin', { '2026-11-01': 3 }, { '2026-11': 3 }],
    ['America/New_York', { '2026-10-31': 3 }, { '2026-10': 3 }],
  ])('begin at midnight in %s', async (timezone, daily, monthly) => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(late, early) }, { timezone })
    expect(summary).toMatchObject({ timezone, daily_cost_usd: daily, monthly_cost_usd: monthly })
    expect(summary.daily_cost_usd).toEqual(daily)
    expect(summary.agent_stats.planner).toMatchObject({ daily_cost_usd: daily })
    expect(summary.model_stats['gpt-4o']).toMatchObject({ daily_cost_usd: daily })
    expect(summary.period).toEqual({ from: '2026-10-31T23:30:00.000Z', to: '2026-11-01T00:30:00.000Z' })
  })

  it('have 25 hours where summer time ends', async () => {
    const hours = Array.from({ length: 27 }, (_, hour) =>
      row({ timestamp: new Date(Date.parse('2026-10-24T21:00:00Z') + hour * 3_600_000).toISOString(), cost_usd: 1 }),
    )
    const { daily_cost_usd } = await summarizeFiles({ [LEDGER]: jsonl(...hours) }, { timezone: 'Europe/Berlin' })
    expect(daily_cost_usd).toEqual({ '2026-10-24': 1, '2026-10-25': 25, '2026-10-26': 1 })
  })
})
