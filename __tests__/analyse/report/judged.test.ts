import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { reportOn } from '../../support/report/reports.ts'

const spend = (day: string, cost_usd: number, more = {}) => row({ timestamp: `${day}T12:00:00Z`, cost_usd, run_id: `run-${day}`, ...more })
const ledger = jsonl(spend('2026-10-31', 300), spend('2026-11-01', 70), spend('2026-11-02', 60), spend('2026-11-03', 20))
const totals = (limits: string) => `policies: [{ name: alerts, totals: { ${limits} } }]`
const day = ['--since', '2026-11-02', '--until', '2026-11-02']

async function judge(policy: string, words: readonly string[], files = {}) {
  const folder = workspace({ [LEDGER]: ledger, 'policy.yaml': policy, ...files })
  const report = await reportOn(folder, '--policy', 'policy.yaml', ...words)
  const { verdict = null, findings = [], checks = [] } = report.judgement ?? {}
  return { report, verdict, found: findings.map(({ rule, period, actual }) => [rule, period, actual]), checks }
}

describe('a report that is judged', () => {
  it.each([
    ['a day within the period', '2026-11-02', 59, [['max_total_cost_per_day_usd', '2026-11-02', 60]]],
    ['a day at its limit', '2026-11-02', 60, []],
    ['the dearest day of several', '2026-11-03', 50, [['max_total_cost_per_day_usd', '2026-11-02', 60]]],
  ])('alerts of %s, and never of one before or after', async (_, until, limit, findings) => {
    const { found, verdict } = await judge(totals(`max_total_cost_per_day_usd: ${limit}`), ['--since', '2026-11-02', '--until', until])
    expect(found).toEqual(findings)
    expect(verdict).toBe(findings.length > 0 ? 'fail' : 'pass')
  })

  it('holds a budget per month against the whole month so far, and not against other months', async () => {
    const { found } = await judge(totals('max_total_cost_per_month_usd: 100'), day)
    expect(found).toEqual([['max_total_cost_per_month_usd', '2026-11', 130]])
    expect((await judge(totals('max_total_cost_per_month_usd: 130'), day)).found).toEqual([])
  })

  it('shows and judges the same spend', async () => {
    const { report, found } = await judge(totals('max_total_cost_usd: 1'), day)
    expect(report.total).toMatchObject({ calls: 1, cost_usd: 60 })
    expect(found).toEqual([['max_total_cost_usd', null, 60]])
  })

  it('judges calls without a known price by the period alone', async () => {
    const unpriced = (day: string) => jsonl(spend(day, 0, { model: 'no-such-model', cost_usd: null }))
    const of = (day: string) => ({ [LEDGER]: ledger + unpriced(day), 'prices.yaml': 'version: 1\ndefaults: { unknown_model: fail }\n' })
    const words = [...day, '--pricing', 'prices.yaml']
    expect((await judge(totals('max_total_cost_usd: 100'), words, of('2026-11-01'))).verdict).toBe('pass')
    expect((await judge(totals('max_total_cost_usd: 100'), words, of('2026-11-02'))).verdict).toBe('fail')
  })

  it('judges success by the runs of the period alone', async () => {
    const end = (run_id: string, status: string) => ({ [`.runs/agents/${run_id}/summary.json`]: { run_id, slug: 'planner', status } })
    const ends = { ...end('run-2026-11-01', 'failure'), ...end('run-2026-11-02', 'success'), ...end('run-of-nothing', 'failure') }
    expect((await judge('min_success_rate: 1', day, ends)).verdict).toBe('pass')
    expect((await judge('min_success_rate: 1', [], ends)).verdict).toBe('fail')
  })

  it('counts the spend of a run once, whose summary repeats what its records of another day say', async () => {
    const summary = { run_id: 'run-2026-11-01', slug: 'planner', total_cost_usd: 70, total_tokens: 110, ended_at: '2026-11-02T00:00:00Z' }
    const { report } = await judge(totals('max_total_cost_usd: 1000'), day, { '.runs/agents/run-2026-11-01/summary.json': summary })
    expect(report.total.cost_usd).toBe(60)
  })

  it('begins a day where the time zone says', async () => {
    const late = jsonl(row({ timestamp: '2026-11-02T23:30:00Z', cost_usd: 5, run_id: 'late' }))
    const words = ['--since', '2026-11-03', '--until', '2026-11-03', '--timezone', 'Europe/Berlin']
    const { report, found } = await judge(totals('max_total_cost_per_day_usd: 4'), words, { [LEDGER]: late })
    expect(report.total.cost_usd).toBe(5)
    expect(found).toEqual([['max_total_cost_per_day_usd', '2026-11-03', 5]])
  })

  it('warns where the period has no calls but the ledger has, and fails where there is nothing at all', async () => {
    const idle = await judge(totals('max_total_cost_per_day_usd: 4'), ['--since', '2026-11-04'])
    expect(idle.verdict).toBe('warn')
    expect(idle.report.judgement?.findings[0]?.message).toBe('no LLM calls in this time; the newest record is of 2026-11-03T12:00Z')
    expect((await judge(totals('max_total_cost_per_day_usd: 4'), day, { [LEDGER]: '' })).verdict).toBe('fail')
  })

  it('leaves growth to the gate', async () => {
    expect((await judge('regression: { max_increase_percent: 0 }', [])).verdict).toBe('pass')
  })

  it('is not judged where nobody asked', async () => {
    expect((await reportOn(workspace({ [LEDGER]: ledger }))).judgement).toBeNull()
  })

  it.each([
    [['--policy', 'policy.yaml', '--agent', 'planner'], /leave out --agent/],
    [['--period', 'last-week'], /--period must be yesterday, today/],
    [['--period', 'yesterday', '--since', '2026-11-01'], /name the time twice/],
  ])('refuses %j in one line', async (words, message) => {
    await expect(reportOn(workspace({ [LEDGER]: ledger, 'policy.yaml': 'min_runs: 1' }), ...words)).rejects.toThrow(message)
  })
})
