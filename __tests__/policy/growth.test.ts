import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'

const read = (...lines: readonly string[]) => readPolicy('p.yaml', ['regression:', ...lines.map((line) => `  ${line}`)].join('\n'))
const at = (line: number) => ({ path: 'p.yaml', line, name: null })

describe('limits on growth of names', () => {
  it.each([
    ['per_model', 'model'],
    ['per_agent', 'agent'],
    ['per_step', 'step'],
  ])('under %s are about each %s, and by default an error that a person may accept', (key, kind) => {
    const { rules, expiries } = read(`${key}:`, '  x:', '    max_increase_percent: 10')
    expect(rules).toEqual([
      {
        kind,
        pattern: 'x',
        group: `regression.${key}`,
        key: 'max_increase_percent',
        limit: 10,
        minIncreaseUsd: 0,
        level: 'error',
        approvable: true,
        warnAtPercent: null,
        expires: null,
        exact: false,
        policy: at(4),
      },
    ])
    expect(expiries).toEqual([])
  })

  it('say for themselves what else they mean, and until when', () => {
    const entry = '{ max_increase_percent: 10, min_increase_usd: 2, level: notice, expires: 2026-12-31, exact: true }'
    const { rules, expiries } = read('per_model:', `  x: ${entry}`)
    expect(rules).toMatchObject([{ minIncreaseUsd: 2, level: 'notice', expires: '2026-12-31', exact: true }])
    expect(expiries).toEqual([{ group: 'regression.per_model', pattern: 'x', lastDay: '2026-12-31', policy: at(3) }])
  })

  it('are errors, whatever level the growth of the total has', () => {
    expect(read('level: notice', 'per_model: { x: { max_increase_percent: 10 } }').rules).toMatchObject([{ level: 'error' }])
  })
})

describe('creep', () => {
  it('is by default 50 % in 30 days, and an error that a person may accept', () => {
    expect(read('creep:', '  level: error').rules).toEqual([
      { kind: 'total', key: 'creep', limit: 50, days: 30, level: 'error', approvable: true, warnAtPercent: null, policy: at(2) },
    ])
    expect(read('creep: { days: 7 }').rules).toMatchObject([{ limit: 50, days: 7, level: 'error' }])
    expect(read('creep: { max_increase_percent: 0 }').rules).toMatchObject([{ limit: 0, days: 30 }])
  })

  it('may be something else', () => {
    expect(read('creep: { max_increase_percent: 5, days: 90, level: notice }').rules).toMatchObject([
      { limit: 5, days: 90, level: 'notice' },
    ])
  })
})

describe('a limit on the growth of all tokens', () => {
  it('is an error that a person may accept', () => {
    expect(read('max_increase_tokens_percent: 0')).toMatchObject({ total: { isOnTokens: true, policy: null } })
    expect(read('max_increase_tokens_percent: 30').rules).toEqual([
      {
        kind: 'total',
        key: 'max_increase_tokens_percent',
        limit: 30,
        level: 'error',
        approvable: true,
        warnAtPercent: null,
        policy: at(2),
      },
    ])
  })

  it('has the level of the growth of the total', () => {
    expect(read('max_increase_tokens_percent: 30', 'level: warning').rules).toMatchObject([{ level: 'warning' }])
  })

  it('comes before those of names, and creep after them', () => {
    const { rules } = read('creep: { days: 7 }', 'per_step: { x: { max_increase_percent: 1 } }', 'max_increase_tokens_percent: 2')
    expect(rules.map(({ key }) => key)).toEqual(['max_increase_tokens_percent', 'max_increase_percent', 'creep'])
  })
})

describe('growth of the total and a fall of the success rate', () => {
  it('are as the policy says', () => {
    const { total, success } = read(
      'max_increase_percent: 15',
      'min_increase_usd: 0.5',
      'level: warning',
      'on_inconclusive: fail',
      'min_success_rate_drop: 0.1',
      'success_level: notice',
    )
    expect(total).toEqual({
      maxIncreasePercent: 15,
      minIncreaseUsd: 0.5,
      level: 'warning',
      onInconclusive: 'fail',
      warnAtPercent: null,
      isOnTokens: false,
      policy: at(2),
    })
    expect(success).toEqual({ minDrop: 0.1, level: 'notice', policy: at(6) })
  })

  it('are not limited where it says nothing of them', () => {
    const { total, success } = readPolicy('p.yaml', 'min_runs: 1')
    expect([total.maxIncreasePercent, total.policy]).toEqual([null, null])
    expect(success).toEqual({ minDrop: null, level: null, policy: null })
  })

  it('are limited by a limit of 0', () => {
    const { total, success } = read('max_increase_percent: 0', 'min_success_rate_drop: 0')
    expect([total.maxIncreasePercent, total.policy]).toEqual([0, at(2)])
    expect(success).toEqual({ minDrop: 0, level: null, policy: at(3) })
  })
})

describe('the share of a limit that warns', () => {
  it('at the top of the file is about all growth', () => {
    const { rules, total } = readPolicy(
      'p.yaml',
      [
        'warn_at_percent: 80',
        'regression:',
        '  max_increase_tokens_percent: 1',
        '  creep: { days: 7 }',
        '  per_agent: { x: { max_increase_percent: 1 } }',
      ].join('\n'),
    )
    expect(rules.map(({ warnAtPercent }) => warnAtPercent)).toEqual([80, 80, 80])
    expect(total.warnAtPercent).toBe(80)
  })
})
