import { describe, expect, it } from 'vitest'
import { isMinimum } from '../../src/policy/rule.ts'

describe('a rule', () => {
  it.each(['min_runs', 'min_success_rate', 'required_steps'])('%s is broken by less', (rule) => {
    expect(isMinimum(rule)).toBe(true)
  })

  it.each(['max_total_cost_usd', 'max_avg_latency_ms', 'min_success_rate_drop', 'creep', 'denylist'])('%s is broken by more', (rule) => {
    expect(isMinimum(rule)).toBe(false)
  })
})
