import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/generated/types.ts'
import type { Ruling } from '../../src/judge/ruling.ts'
import { byWeight } from '../../src/judge/weight.ts'
import { finding } from '../support/judge/builders.ts'

const check = (outcome: 'passed' | 'unmatched', overrides: Partial<Finding> = {}): Ruling => {
  const { level: _level, approvable: _approvable, eased: _eased, ...result } = finding(overrides)
  return { ...result, outcome }
}
const least = (percent_of_limit: number | null) => finding({ rule: 'min_success_rate', percent_of_limit })
const most = (percent_of_limit: number | null, overrides: Partial<Finding> = {}) => finding({ percent_of_limit, ...overrides })
const named = (name: string | null, rule = 'max_total_cost_usd') => finding({ rule, subject: { kind: 'agent', name } })

describe('the order of what a policy says', () => {
  it.each<[string, readonly Ruling[]]>([
    [
      'worst level first, then what passed, then what was not judged',
      [
        finding({ level: 'error', percent_of_limit: 1 }),
        finding({ level: 'warning', percent_of_limit: 2 }),
        finding({ level: 'notice', percent_of_limit: 3 }),
        check('passed', { percent_of_limit: 4 }),
        check('unmatched', { percent_of_limit: 5 }),
      ],
    ],
    ['furthest beyond the limit first', [most(300), most(150), most(101)]],
    ['beyond a limit of nothing first, without a limit last', [most(null, { limit: 0 }), most(300), most(null, { limit: null })]],
    // 80 % of a minimum is as far from it as 125 % of a maximum.
    ['a minimum by how far it is missed', [most(126), least(80), most(124)]],
    ['a missed minimum of which nothing is there first', [least(0), least(50)]],
    ['a minimum without a limit last', [least(50), finding({ rule: 'required_steps', percent_of_limit: null, limit: null })]],
    ['among equals by rule', [named('b', 'max_cost_per_day_usd'), named('a', 'max_cost_per_run_usd')]],
    ['then by name, all together first', [named(null), named('B'), named('a'), named('b')]],
  ])('is %s', (_what, sorted) => {
    expect([...sorted].sort(byWeight)).toEqual(sorted)
    expect(sorted.toReversed().sort(byWeight)).toEqual(sorted)
  })

  it('leaves equals where they are', () => {
    expect(byWeight(named('a'), named('a'))).toBe(0)
    expect(byWeight(named(null), named(null))).toBe(0)
  })
})
