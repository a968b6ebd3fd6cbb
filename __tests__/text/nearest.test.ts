import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestName } from '../../src/text/nearest.ts'
import { growth } from '../support/growth.ts'

const NAMES = ['max_cost_per_run_usd', 'max_cost_per_day_usd', 'require_approval', 'limits', 'id']

/** Characters to add, drop or replace, by trying all of them. */
function changes(from: readonly string[], to: readonly string[]): number {
  const [first, ...rest] = from
  const [other, ...others] = to
  if (first === undefined || other === undefined) return Math.max(from.length, to.length)
  if (first === other) return changes(rest, others)
  return 1 + Math.min(changes(rest, to), changes(from, others), changes(rest, others))
}

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

  it('is the first of those that take the fewest changes', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'é', '😀'), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 9 }), (written, names) => {
        const found = nearestName(written, names)
        const distances = names.map((one) => changes([...written.toLowerCase()], [...one.toLowerCase()]))
        const [least, most] = [Math.min(...distances), Math.max(written.length > 3 ? 2 : 1, Math.floor(written.length / 3))]
        expect(found).toBe(least > most ? null : names[distances.indexOf(least)])
      }),
    )
  })

  it('takes no more work to find among names that are far too long', () => {
    const lookAmong = (name: string) => {
      const names = Array.from({ length: 2000 }, (_, index) => `${name}${index}`)
      return () => expect(nearestName('offer-orchestrator-mga', names)).toBeNull()
    }
    expect(growth(lookAmong('no-name-of-this-kind'), lookAmong('n'.repeat(490)))).toBeLessThan(4)
  })

  it('is none where there are no names', () => {
    expect(nearestName('limits', [])).toBeNull()
  })
})
