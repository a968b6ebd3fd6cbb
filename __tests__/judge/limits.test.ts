import { expect, it } from 'vitest'
import { limitsPriceDrift } from '../../src/judge/limits.ts'
import { policy } from '../support/judge/builders.ts'

it.each([
  ['a limit on it', 'policies: [{ name: g, limits: { m: { max_price_drift_percent: 5 } } }]', true],
  ['one among others', 'policies: [{ name: g, limits: { m: { max_price_drift_percent: 5, max_total_cost_usd: 1 } } }]', true],
  ['other limits alone', 'policies: [{ name: g, limits: { m: { max_total_cost_usd: 1 } } }]', false],
  ['no limits on spend', 'min_runs: 1', false],
])('costs are compared with list prices for a policy with %s: %s', (_what, yaml, isNeeded) => {
  expect(limitsPriceDrift(policy(yaml))).toBe(isNeeded)
})
