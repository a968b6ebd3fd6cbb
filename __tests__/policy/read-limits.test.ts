import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'

describe('a policy', () => {
  it.each([
    'regression: { max_increase_percent: 0 }',
    'regression: { min_increase_usd: 0 }',
    'regression: { min_success_rate_drop: 0 }',
    'regression: { max_increase_tokens_percent: 0 }',
    'regression: { creep: { days: 7 } }',
    'regression: { per_step: { x: { max_increase_percent: 0 } } }',
    'volume: { runs_per_day: 1 }',
    'volume: { agents: { x: { runs_per_day: 1 } } }',
    'policies: [{ name: g, totals: { max_unpriced_calls: 0 } }]',
    'policies: [{ name: g, thresholds: { warn_cost_per_run_usd: 0 } }]',
    'policies: [{ name: g, limits: { x: { require_approval: true } } }]',
  ])('may say this alone: %s', (text) => {
    expect(readPolicy('p.yaml', text).flow.empty).toEqual([])
  })

  it.each([
    'regression: { level: warning }',
    'regression: { on_inconclusive: fail }',
    'regression: { success_level: warning }',
    'warn_at_percent: 80',
    'flow_level: warning',
    'per_step_merge: override',
    'existing_violations: block',
    'policies: [{ name: g, limits: { x: { require_approval: false } } }]',
  ])('that only says how limits apply, or frees from them, is a mistake: %s', (text) => {
    expect(() => readPolicy('p.yaml', text)).toThrow(
      /^p\.yaml has no limits in it\. Example: policies: \[\{ name: agent_budgets, limits: \{ my-agent: \{ max_cost_per_run_usd: 2 \} \} \}\]$/,
    )
  })
})
