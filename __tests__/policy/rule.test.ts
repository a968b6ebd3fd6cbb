import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'
import { isMinimum, isPeriodBudget, isProjection, type Rule } from '../../src/policy/rule.ts'

describe('a rule', () => {
  it.each(['min_runs', 'min_success_rate', 'required_steps'])('%s is broken by less', (rule) => {
    expect(isMinimum(rule)).toBe(true)
  })

  it.each(['max_total_cost_usd', 'max_avg_latency_ms', 'min_success_rate_drop', 'creep', 'denylist'])('%s is broken by more', (rule) => {
    expect(isMinimum(rule)).toBe(false)
  })
})

describe('a limit', () => {
  const of = (yaml: string): Rule => {
    const [rule] = readPolicy('p.yaml', `volume: { runs_per_day: 1 }\npolicies: [{ name: g, ${yaml} }]`).rules
    if (rule === undefined) throw new Error('there is one')
    return rule
  }

  it.each([
    ['limits: { x: { max_cost_per_day_usd: 1 } }', true, false],
    ['limits: { x: { max_cost_per_month_usd: 1 } }', true, false],
    ['limits: { x: { max_daily_spend_usd: 1 } }', true, false],
    ['limits: { x: { max_total_cost_usd: 1 } }', false, false],
    ['totals: { max_projected_cost_per_month_usd: 1 }', false, true],
    ['totals: { max_projected_increase_per_month_usd: 1 }', false, true],
    ['totals: { max_total_cost_per_month_usd: 1 }', false, false],
  ])('%s is on days or months: %s, and on a projected month: %s', (yaml, isPeriod, isProjected) => {
    expect([isPeriodBudget(of(yaml)), isProjection(of(yaml))]).toEqual([isPeriod, isProjected])
  })
})
