import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'
import { head, judged, policy, stats } from '../support/judge/builders.ts'

const usage = head({ customer_stats: { acme: stats({ cost_usd: 12 }), other: stats({ cost_usd: 4 }) } })
const limits = (expires: string) =>
  policy(`policies:
  - name: customers
    subject: customer
    limits:
      "*": { max_total_cost_usd: 5 }
      acme:
        max_total_cost_usd: 20
        expires: ${expires}
`)
const whole = (expires: string) =>
  policy(`policies:
  - name: customers
    subject: customer
    expires: ${expires}
    limits: { "*": { max_total_cost_usd: 5 } }
`)
const on = (rules: ReturnType<typeof policy>, today: string) => {
  const { findings, verdict } = judged({ policy: rules, head: usage, today })
  return { verdict, said: findings.map(({ level, message }) => `${level}: ${message}`) }
}

describe('an exception that ends', () => {
  it('holds on its last day, and is shown', () => {
    expect(on(limits('2026-11-03'), '2026-11-03')).toEqual({
      verdict: 'pass',
      said: ['notice: the limits on acme in customers at policy.yaml:8 apply until 2026-11-03, that day included'],
    })
  })

  it('holds no more on the next day: the other limit of its group decides, and a warning says why', () => {
    expect(on(limits('2026-11-03'), '2026-11-04')).toEqual({
      verdict: 'fail',
      said: [
        'error: acme: cost $12.00, limit $5.00 in all',
        'warning: the limits on acme in customers at policy.yaml:8 expired after 2026-11-03 and do not apply any more: remove them, or give them a later day',
      ],
    })
  })
})

describe('a group that ends', () => {
  it('is judged on its last day, and no more on the next, which is never silent', () => {
    expect(on(whole('2026-11-03'), '2026-11-03').verdict).toBe('fail')
    expect(on(whole('2026-11-03'), '2026-11-04')).toEqual({
      verdict: 'warn',
      said: [
        'warning: the limits of customers at policy.yaml:4 expired after 2026-11-03 and do not apply any more: remove them, or give them a later day',
      ],
    })
  })

  it('ends for all that is in it, also for what would end later', () => {
    const rules = policy(`policies:
  - name: g
    subject: customer
    expires: 2026-11-01
    limits: { acme: { max_total_cost_usd: 1, expires: 2026-12-31 } }
    totals: { max_total_cost_usd: 0 }
`)
    const expired = 'expired after 2026-11-01 and do not apply any more: remove them, or give them a later day'
    expect(on(rules, '2026-11-02')).toEqual({
      verdict: 'warn',
      said: [`warning: the limits of g at policy.yaml:4 ${expired}`, `warning: the limits on acme in g at policy.yaml:4 ${expired}`],
    })
  })

  it('leaves what ends earlier its own day', () => {
    const rules = policy(`policies:
  - name: g
    subject: customer
    expires: 2026-12-31
    limits: { "*": { max_total_cost_usd: 50 }, acme: { max_total_cost_usd: 1, expires: 2026-11-01 } }
`)
    expect(on(rules, '2026-11-02').said).toEqual([
      'warning: the limits on acme in g at policy.yaml:5 expired after 2026-11-01 and do not apply any more: remove them, or give them a later day',
      'notice: the limits of g at policy.yaml:4 apply until 2026-12-31, that day included',
    ])
  })
})

describe('what ends', () => {
  it('is told of the data, at the line of its day', () => {
    const expires = (today: string) =>
      judged({ policy: whole('2026-11-03'), head: usage, today }).findings.filter(({ rule }) => rule === 'expires')
    const facts = { subject: { kind: 'data', name: null }, policy: { path: 'policy.yaml', line: 4 }, approvable: false }
    expect(expires('2026-11-03')).toMatchObject([{ ...facts, level: 'notice' }])
    expect(expires('2026-11-04')).toMatchObject([{ ...facts, level: 'warning' }])
  })
})

describe('a day that is none', () => {
  it.each([
    ['2026-02-30', 'p.yaml:3: expires must be a day of the calendar, got 2026-02-30'],
    ['2026-13-01', 'p.yaml:3'],
    ['soon', 'p.yaml:3'],
  ])('%s is refused with its line', (day, message) => {
    const yaml = `policies:\n  - name: g\n    expires: ${day}\n    limits: { a: { max_total_cost_usd: 1 } }\n`
    expect(() => readPolicy('p.yaml', yaml)).toThrow(message)
  })
})
