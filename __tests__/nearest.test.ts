import { describe, expect, it } from 'vitest'
import { nearestName } from '../src/nearest.ts'

const NAMES = ['max_cost_per_run_usd', 'max_cost_per_day_usd', 'require_approval', 'limits', 'id']

describe('the nearest name', () => {
  it.each([
    ['max_cost_per_rum_usd', 'max_cost_per_run_usd'],
    ['max_cost_per_dayusd', 'max_cost_per_day_usd'],
    ['maxCostPerRunUsd', 'max_cost_per_run_usd'],
    ['Require_Approval', 'require_approval'],
    ['limit', 'limits'],
    ['ids', 'id'],
    ['xyz', null],
    ['lmiits', 'limits'],
    ['', null],
    ['budget', null],
    ['__proto__', null],
    ['l'.repeat(101), null],
  ])('to %j is %j', (written, nearest) => {
    expect(nearestName(written, NAMES)).toBe(nearest)
  })

  it('is none where there are no names', () => {
    expect(nearestName('limits', [])).toBeNull()
  })
})
