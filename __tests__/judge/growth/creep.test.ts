import { describe, expect, it } from 'vitest'
import type { HistoryPoint } from '../../../src/generated/types.ts'
import { judgeCreep } from '../../../src/judge/growth/creep.ts'
import type { CreepRule } from '../../../src/policy/whole-rule.ts'
import { buildPoint } from '../../support/baseline/points.ts'
import { head, judged, policy } from '../../support/judge/builders.ts'

const TODAY = '2026-11-03'

/** A record so many days before that day. */
function daysAgo(days: number, total: number): HistoryPoint {
  return buildPoint(total, 0, { created_at: new Date(Date.parse(TODAY) - days * 86_400_000).toISOString() })
}

function judgeOne(regression: string, usd: number, records: readonly HistoryPoint[] | null, calls = 3) {
  const rules = policy(`regression: { ${regression} }`).rules.filter((rule): rule is CreepRule => rule.key === 'creep')
  const [ruling] = judgeCreep(rules, head({ total_cost_usd: usd, calls }), records, TODAY)
  if (ruling === undefined) throw new Error('there is a rule')
  return [ruling.actual, 'level' in ruling ? ruling.level : ruling.outcome, ruling.message]
}

const CREEP = 'creep: { days: 30, max_increase_percent: 50 }'

describe('creep', () => {
  it('breaks its limit by what many small increases add up to', () => {
    const records = [daysAgo(60, 0.5), daysAgo(31, 1), daysAgo(20, 1.2), daysAgo(1, 1.5)]
    const message = 'total: $1.60 is 60 % more than the $1.00 of 31 days ago, limit 50 %'
    expect(judgeOne(CREEP, 1.6, records)).toEqual([expect.closeTo(60, 9), 'error', message])
    expect(judgeOne(CREEP, 1.5, records)).toEqual([50, 'passed', expect.any(String)])
    expect(judgeOne(CREEP, 0.9, records)).toEqual([expect.closeTo(-10, 9), 'passed', expect.stringContaining('10 % less')])
  })

  it('has a limit, an age and a level by itself', () => {
    expect(judgeOne('creep: { days: 30 }', 1.6, [daysAgo(30, 1)])).toEqual([expect.closeTo(60, 9), 'error', expect.any(String)])
    expect(judgeOne('creep: { level: warning }', 1.6, [daysAgo(31, 1), daysAgo(29, 1.4)])).toEqual([
      expect.closeTo(60, 9),
      'warning',
      expect.any(String),
    ])
  })

  it('takes the oldest record where none is old enough, from half of the age on', () => {
    expect(judgeOne(CREEP, 1.6, [daysAgo(16, 1), daysAgo(2, 1.5)])).toEqual([expect.closeTo(60, 9), 'error', expect.any(String)])
    const message = 'total: no record is about 30 days old'
    expect(judgeOne(CREEP, 1.6, [daysAgo(14, 1), daysAgo(2, 1.5)])).toEqual([null, 'unmatched', message])
    expect(judgeOne(CREEP, 1.6, [buildPoint(1, 0, { created_at: null })])).toEqual([null, 'unmatched', message])
    expect(judgeOne(CREEP, 1.6, [])).toEqual([null, 'unmatched', message])
    expect(judgeOne(CREEP, 1.6, null)).toEqual([null, 'unmatched', message])
  })

  it('takes the newest record of exactly the age, and the oldest of exactly half of it', () => {
    expect(judgeOne(CREEP, 1.6, [daysAgo(60, 0.5), daysAgo(30, 1), daysAgo(10, 1.5)])[0]).toBeCloseTo(60, 9)
    expect(judgeOne(CREEP, 1.6, [daysAgo(15, 1), daysAgo(2, 1.5)])[0]).toBeCloseTo(60, 9)
  })

  it('counts whole days, the nearest', () => {
    expect(judgeOne(CREEP, 1.6, [daysAgo(60, 0.5), daysAgo(29.5, 1)])[2]).toContain('of 30 days ago')
    expect(judgeOne(CREEP, 1.6, [daysAgo(60, 0.5), daysAgo(29.4, 1)])[2]).toContain('of 60 days ago')
  })

  it('says what it compared, and to what it comes', () => {
    expect(judgeOne(CREEP, 0.75, [daysAgo(30, 0.5)])).toEqual([
      50,
      'passed',
      'total: $0.75 is 50 % more than the $0.50 of 30 days ago, limit 50 %',
    ])
    expect(judgeOne(CREEP, 0.5, [daysAgo(30, 0.5)])).toEqual([0, 'passed', 'total: $0.50, the same as 30 days ago, limit 50 %'])
    expect(judgeOne(CREEP, 0, [daysAgo(30, 0)])).toEqual([null, 'passed', 'total: $0.00, the same as 30 days ago, limit 50 %'])
    expect(judgeOne(CREEP, 0.01, [daysAgo(30, 0)])[2]).toBe('total: $0.01 is more than the $0.00 of 30 days ago, limit 50 %')
  })

  it('is not judged where nothing was called', () => {
    expect(judgeOne(CREEP, 0, [daysAgo(30, 1)], 0)).toEqual([null, 'unmatched', 'total: there are no calls to compare'])
    expect(judgeOne(CREEP, 1.6, [daysAgo(30, 1)], 1)).toEqual([expect.closeTo(60, 9), 'error', expect.any(String)])
  })

  it('over a record of nothing is broken by anything', () => {
    expect(judgeOne(CREEP, 0.01, [daysAgo(30, 0)])).toEqual([null, 'error', expect.any(String)])
  })

  it('is off where the policy does not say it, and stands beside the limit on the total where it does', () => {
    const chance = { records: [daysAgo(30, 0.1)], leftOut: [], centre: { index: 0, records: 1, by: 'newest' as const }, student: null }
    const rules = (yaml: string) => {
      const { findings, checks } = judged({ policy: policy(yaml), chance })
      return [...findings, ...checks].map(({ rule }) => rule).filter((rule) => ['creep', 'max_increase_percent'].includes(rule))
    }
    expect(rules('regression: { max_increase_percent: 20 }')).toEqual(['max_increase_percent'])
    expect(rules(`regression: { ${CREEP} }`)).toEqual(['creep', 'max_increase_percent'])
  })
})
