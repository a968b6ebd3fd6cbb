import { describe, expect, it } from 'vitest'
import { judgeAlerts } from '../../src/judge/alerts.ts'
import { agent, head, model, policy, stats } from '../support/judge/builders.ts'

const rules = policy(`regression: { max_increase_percent: 0 }
policies:
  - name: alerts
    totals: { max_total_cost_per_day_usd: 100, max_total_cost_per_month_usd: 1000 }
  - name: agents
    level: warning
    limits: { "*": { max_cost_per_day_usd: 50 } }
  - name: models
    limits: { "*": { require_approval: true } }
`)
const daily = { '2026-10-31': 150, '2026-11-02': 120, '2026-11-03': 60 }
const monthly_cost_usd = { '2026-10': 2000, '2026-11': 180 }
const spent = head({
  daily_cost_usd: daily,
  monthly_cost_usd,
  model_stats: { 'gpt-4o': model({}, { calls: 1 }) },
  agent_stats: { a: agent({}, { daily_cost_usd: daily, monthly_cost_usd }) },
})
const alert = (fromDay: string | null, overrides = {}) =>
  judgeAlerts({
    policy: rules,
    spent,
    fromDay,
    newest: null,
    today: '2026-11-03',
    settings: { onInvalid: 'fail', unknownModel: 'warn' },
    ...overrides,
  })

describe('the alerts of a report', () => {
  it('are the limits on spend, and neither growth nor a missing baseline nor a missing approval', () => {
    const { verdict, findings } = alert(null)
    expect(verdict).toBe('fail')
    expect(findings.map(({ rule, period, level }) => [rule, period, level])).toEqual([
      ['max_total_cost_per_month_usd', '2026-10', 'error'],
      ['max_total_cost_per_day_usd', '2026-10-31', 'error'],
      ['max_cost_per_day_usd', '2026-10-31', 'warning'],
    ])
  })

  it.each([
    ['2026-11-01', 'fail', '2026-11-02'],
    ['2026-11-03', 'warn', '2026-11-03'],
    ['2026-11-04', 'pass', undefined],
  ])('from %s on end as %s when the day is over', (fromDay, verdict, period) => {
    const judgement = alert(fromDay)
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.findings[0]?.period).toBe(period)
  })

  it('fail where no usage was found: nothing is not little', () => {
    expect(alert(null, { spent: head({ calls: 0 }) }).verdict).toBe('fail')
  })

  it('are no limits on flows where only other days have usage, and all of them where nothing was ever recorded', () => {
    const flow = policy('min_runs: 2\nrequired_steps: [plan]\nmodels: { denylist: [x] }\nmax_avg_latency_ms: 5')
    const idle = { policy: flow, spent: head({ calls: 0, runs: 0 }) }
    const off = alert('2026-11-04', { ...idle, newest: '2026-11-03T09:00Z' })
    expect(off.findings.map(({ rule }) => rule)).toEqual(['no_usage'])
    expect(off.checks).toContainEqual(
      expect.objectContaining({ rule: 'min_runs', outcome: 'unmatched', actual: null, limit: 2, message: 'no LLM calls in this time' }),
    )
    expect(alert(null, idle).findings.map(({ rule }) => rule)).toEqual(['min_runs', 'no_usage', 'required_steps'])
  })

  it('are limits on flows where the time has usage', () => {
    const { findings } = alert('2026-11-01', { policy: policy('min_runs: 2'), newest: '2026-11-03T09:00Z' })
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([['min_runs', 'error']])
  })

  it('are those of the data alone without a policy', () => {
    expect(alert(null, { policy: null })).toMatchObject({ verdict: 'pass', findings: [] })
    expect(alert(null, { policy: null, spent: head({ calls: 0 }) }).findings.map(({ rule }) => rule)).toEqual(['no_usage'])
  })

  it('end for months, agents and customers as well', () => {
    const old = { daily_cost_usd: { '2026-10-31': 150 }, monthly_cost_usd: { '2026-10': 2000 } }
    const limits = policy(`policies:
  - { name: a, limits: { a: { max_cost_per_day_usd: 50, max_cost_per_month_usd: 50 } } }
  - { name: c, subject: customer, limits: { c: { max_cost_per_day_usd: 50, max_cost_per_month_usd: 50 } } }
  - { name: m, subject: model, limits: { m: { max_cost_per_day_usd: 50, max_cost_per_month_usd: 50 } } }
`)
    const spend = head({
      agent_stats: { a: agent({}, old) },
      customer_stats: { c: { ...stats(), ...old } },
      model_stats: { m: model({}, old) },
    })
    expect(alert('2026-10-31', { policy: limits, spent: spend }).findings).toHaveLength(6)
    // The month has begun before the first day, and counts all the same.
    expect(alert('2026-11-01', { policy: limits, spent: spend }).findings).toEqual([])
    const bare = head({ customer_stats: { c: stats() } })
    expect(alert('2026-11-01', { policy: limits, spent: bare }).checks).toContainEqual(
      expect.objectContaining({ outcome: 'unmatched', message: 'c: nothing says what it cost per day; summarize its records again' }),
    )
  })

  it('warn where only other days have usage, and say how new the records are', () => {
    const { verdict, findings } = alert('2026-11-04', { spent: head({ calls: 0 }), newest: '2026-11-03T09:00Z' })
    expect(verdict).toBe('warn')
    expect(findings[0]?.message).toBe('no LLM calls in this time; the newest record is of 2026-11-03T09:00Z')
  })
})
