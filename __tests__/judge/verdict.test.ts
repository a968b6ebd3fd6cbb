import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FailOn, Finding, Verdict } from '../../src/generated/types.ts'
import { decideVerdict, isBlocking } from '../../src/judge/verdict.ts'
import { agent, change, comparison, head, judged, model, policy, runs, SETTINGS, UNCHANGED } from '../support/judge/builders.ts'

describe('the verdict', () => {
  it.each([
    [[], 'pass'],
    [['notice'], 'pass'],
    [['notice', 'warning'], 'warn'],
    [['warning', 'error', 'notice'], 'fail'],
  ] as const)('of %j is %s', (levels, verdict) => {
    expect(decideVerdict(levels.map((level) => ({ level })))).toBe(verdict)
  })

  const badness = (verdict: Verdict) => ['pass', 'warn', 'fail'].indexOf(verdict)
  const name = fc.constantFrom('a', 'b', 'a*', '*', '?', 'zz')
  const usd = fc.constantFrom(0, 0.5, 1, 1.5, 2, 10)
  const key = fc.constantFrom('max_cost_per_run_usd', 'max_cost_per_day_usd', 'max_cost_per_month_usd', 'max_daily_spend_usd')
  const limit = fc.record({ name, key, usd })
  const usage = fc.record({ a: usd, b: usd }).map(({ a, b }) => {
    const spent = (cost: number) => ({ daily_cost_usd: { '2026-11-03': cost }, monthly_cost_usd: { '2026-11': cost } })
    return head({
      agent_stats: { a: agent({ r1: a }, spent(a)), b: agent({ r2: b }, spent(b)) },
      model_stats: { a: model({}, spent(b)), b: model({}, spent(a)) },
      run_costs: runs({ r1: a, r2: b }),
    })
  })
  type Limit = { name: string; key: string; usd: number }
  const verdictOf = (groups: readonly Limit[], used: ReturnType<typeof head>) => {
    const policies = groups.map((rule, index) => ({ name: `g${index}`, limits: { [rule.name]: { [rule.key]: rule.usd } } }))
    return badness(judged({ policy: groups.length === 0 ? null : policy(JSON.stringify({ policies })), head: used }).verdict)
  }

  it('never gets better by one more group of limits', () => {
    fc.assert(
      fc.property(
        fc.array(limit, { maxLength: 4 }),
        limit,
        usage,
        (groups, more, used) => verdictOf([...groups, more], used) >= verdictOf(groups, used),
      ),
    )
  })

  it('never gets worse by a looser limit', () => {
    fc.assert(
      fc.property(fc.array(limit, { minLength: 1, maxLength: 4 }), usd, usage, (groups, more, used) => {
        const looser = groups.map((rule, index) => (index === 0 ? { ...rule, usd: rule.usd + more } : rule))
        return verdictOf(looser, used) <= verdictOf(groups, used)
      }),
    )
  })

  it('never gets worse by a looser limit on growth', () => {
    const percent = fc.double({ min: 0, max: 500, noNaN: true })
    fc.assert(
      fc.property(usd, usd, percent, percent, (before, now, maxIncreasePercent, more) => {
        const verdict = (limit: number) =>
          badness(
            judged({ comparison: comparison(change('total', before, now)), settings: { ...SETTINGS, maxIncreasePercent: limit } }).verdict,
          )
        return verdict(maxIncreasePercent + more) <= verdict(maxIncreasePercent)
      }),
    )
  })

  it('of no policy and an unchanged total is pass', () => {
    expect(judged({ comparison: UNCHANGED }).verdict).toBe('pass')
  })
})

describe('what fails a step', () => {
  type Found = Pick<Finding, 'level' | 'eased'>
  const [error, warning, notice]: Found[] = (['error', 'warning', 'notice'] as const).map((level) => ({ level, eased: null }))
  const accepted: Found = { level: 'warning', eased: 'approved' }

  it.each<[string, readonly (Found | undefined)[], Record<FailOn, boolean>]>([
    ['nothing', [], { error: false, warning: false, never: false }],
    ['a notice', [notice], { error: false, warning: false, never: false }],
    ['a warning among notices', [notice, warning], { error: false, warning: true, never: false }],
    ['what somebody accepted', [accepted], { error: false, warning: false, never: false }],
    ['an error beside it', [accepted, error], { error: true, warning: true, never: false }],
    ['an error', [error], { error: true, warning: true, never: false }],
  ])('by fail-on: %s', (_what, findings, blocking) => {
    const given = findings.filter((finding) => finding !== undefined)
    for (const [failOn, isFailing] of Object.entries(blocking)) expect(isBlocking(given, failOn as FailOn)).toBe(isFailing)
  })
})
