import { describe, expect, it } from 'vitest'
import { cite, decide, type Facts, find, isCheck, isFinding, leaveUnmatched } from '../../src/judge/ruling.ts'
import type { Rule } from '../../src/policy/rule.ts'

const common = {
  pattern: '*',
  group: 'policies.0',
  level: 'error',
  approvable: false,
  policy: { path: 'p.yaml', line: 3, name: 'g' },
} as const

describe('the facts of a rule', () => {
  it.each([
    ['max_increase_percent', 'percent'],
    ['max_error_rate', 'ratio'],
    ['max_mcp_error_rate', 'ratio'],
    ['max_avg_latency_ms', 'ms'],
    ['max_input_tokens', 'tokens'],
    ['max_output_tokens', 'tokens'],
    ['max_price_drift_percent', 'percent'],
    ['max_unattributed_percent', 'percent'],
    ['max_unpriced_calls', 'calls'],
    ['max_total_cost_usd', 'usd'],
    ['max_cost_per_run_usd', 'usd'],
  ])('%s are in %s', (key, unit) => {
    expect(cite({ ...common, kind: 'step', key, limit: 1 } as Rule, 's')).toMatchObject({ rule: key, unit, limit: 1, warnAtPercent: null })
  })

  it('name no limit where none is set: whether a call needs an approval', () => {
    const facts = cite({ ...common, kind: 'model', key: 'require_approval', required: true }, 'm')
    expect(facts).toEqual({
      rule: 'require_approval',
      subject: { kind: 'model', name: 'm' },
      unit: 'calls',
      policy: common.policy,
      approvable: false,
    })
  })
})

describe('a ruling', () => {
  const given: Facts = { rule: 'no_usage', subject: { kind: 'data', name: null }, message: 'none' }
  const unknown = { actual: null, limit: null, unit: null, percent_of_limit: null, run_id: null, period: null, policy: null }

  it('says null of what is not given, and no step at all', () => {
    expect(find('error', given)).toStrictEqual({ ...given, ...unknown, level: 'error', approvable: false, eased: null })
    expect(leaveUnmatched(given)).toStrictEqual({ ...given, ...unknown, outcome: 'unmatched' })
    expect(decide(false, 'error', given)).toStrictEqual({ ...given, ...unknown, outcome: 'passed' })
  })

  it('has all that is given', () => {
    const all = { actual: 3, limit: 2, unit: 'usd', run_id: 'r', step: 's', period: '2026-11', policy: common.policy } as const
    expect(find('notice', { ...given, ...all, approvable: true })).toStrictEqual({
      ...{ ...given, ...all, percent_of_limit: 150 },
      ...{ level: 'notice', approvable: true, eased: null },
    })
    expect(find('notice', { ...given, step: null })).toHaveProperty('step', null)
  })

  it.each<[number | null, number | null, number | null]>([
    [1, 4, 25],
    [1, 1, 100],
    [0, 1, 0],
    [1, 0, null],
    [null, 1, null],
    [1, null, null],
  ])('of %d against %d is %d percent of the limit', (actual, limit, share) => {
    expect(find('error', { ...given, actual, limit }).percent_of_limit).toBe(share)
  })

  it('has no share where an amount or a limit is not given, and passes where no share is a warning', () => {
    expect(find('error', { ...given, actual: 3 }).percent_of_limit).toBeNull()
    expect(find('error', { ...given, limit: 3 }).percent_of_limit).toBeNull()
    expect(decide(false, 'error', { ...given, actual: 1, limit: 1 })).toMatchObject({
      outcome: 'passed',
      message: 'none',
      percent_of_limit: 100,
    })
  })

  it('is a finding where it has a level, and else a check', () => {
    const rulings = [find('notice', given), decide(false, 'error', given), leaveUnmatched(given)]
    expect(rulings.map(isFinding)).toEqual([true, false, false])
    expect(rulings.map(isCheck)).toEqual([false, true, true])
  })
})

describe('a limit that is nearly reached', () => {
  const facts: Facts = {
    rule: 'max_total_cost_usd',
    subject: { kind: 'total', name: null },
    message: 'cost',
    actual: 8,
    limit: 10,
    warnAtPercent: 80,
  }
  const outcome = (overrides: Partial<Facts>, level: 'error' | 'notice' = 'error') => {
    const ruling = decide(false, level, { ...facts, ...overrides })
    return 'level' in ruling ? ruling.level : ruling.outcome
  }

  it.each<[string, Partial<Facts>, string]>([
    ['at the share', {}, 'warning'],
    ['below it', { actual: 7.999999999999 }, 'passed'],
    ['without a share', { warnAtPercent: null }, 'passed'],
    ['at the limit itself', { actual: 10 }, 'warning'],
    ['without an amount', { actual: null }, 'passed'],
    ['without a limit', { limit: null }, 'passed'],
    ['with a limit of nothing', { actual: 0, limit: 0 }, 'passed'],
    ['with a limit below a cent', { actual: 0.5, limit: 0.5 }, 'warning'],
    ['with a minimum', { rule: 'min_success_rate' }, 'passed'],
  ])('%s', (_what, overrides, expected) => {
    expect(outcome(overrides)).toBe(expected)
  })

  it('is no worse than to break it, and nobody has to accept it', () => {
    expect(outcome({}, 'notice')).toBe('notice')
    expect(decide(false, 'error', { ...facts, approvable: true })).toMatchObject({ approvable: false, eased: null })
    expect(decide(true, 'error', { ...facts, approvable: true })).toMatchObject({ approvable: true, eased: null, message: 'cost' })
  })

  it('is not said of what was not judged', () => {
    expect(leaveUnmatched(facts)).toMatchObject({ outcome: 'unmatched', message: 'cost', percent_of_limit: 80 })
  })
})
