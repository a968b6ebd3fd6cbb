import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { change, comparison, head, judged, policy, SETTINGS } from '../../support/judge/builders.ts'
import { called, ended, mcp, mean, step, steps } from '../../support/judge/flows.ts'

describe('the level of the limit on the total', () => {
  const grown = { comparison: comparison(change('total', 1, 1.5)) }
  it.each([
    ['regression: { max_increase_percent: 20 }', 'error', 'fail'],
    ['regression: { max_increase_percent: 20, level: error }', 'error', 'fail'],
    ['regression: { max_increase_percent: 20, level: warning }', 'warning', 'warn'],
    ['regression: { max_increase_percent: 20, level: notice }', 'notice', 'pass'],
    ['regression: { min_increase_usd: 0.1, level: warning }', 'warning', 'warn'],
    ['regression: { level: warning }\nmin_runs: 0', 'warning', 'warn'],
  ])('of %j is %s', (yaml, level, verdict) => {
    const judgement = judged({ ...grown, policy: policy(yaml) })
    expect(judgement.findings).toMatchObject([{ rule: 'max_increase_percent', subject: { kind: 'total' }, level }])
    expect(judgement.verdict).toBe(verdict)
  })

  it('is that of the policy where an input says the limit', () => {
    const rules = policy('regression: { max_increase_percent: 90, level: warning }')
    const settings = { ...SETTINGS, maxIncreasePercent: 10 }
    expect(judged({ ...grown, policy: rules, settings }).findings).toMatchObject([{ limit: 10, level: 'warning', policy: null }])
  })

  it('makes a near limit a notice where it is one', () => {
    const rules = policy('warn_at_percent: 80\nregression: { max_increase_percent: 60, level: notice }')
    expect(judged({ ...grown, policy: rules }).findings).toMatchObject([{ level: 'notice', actual: 50 }])
  })

  it('alone is no limit', () => {
    expect(() => policy('regression: { level: warning }')).toThrow('policy.yaml has no limits in it')
  })
})

describe('an exception in regression.per_model that ends', () => {
  const rules = policy(`regression:
  per_model:
    "*": { max_increase_percent: 10 }
    gpt-4o:
      max_increase_percent: 200
      expires: 2026-11-03
`)
  const grown = comparison(change('total', 1, 1), { models: [change('gpt-4o', 1, 2)] })
  const on = (today: string) => {
    const { verdict, findings } = judged({ policy: rules, comparison: grown, today })
    return [verdict, ...findings.map(({ level, message }) => `${level}: ${message}`)]
  }

  it('holds on its last day, and is shown', () => {
    expect(on('2026-11-03')).toEqual([
      'pass',
      'notice: the limits on gpt-4o in regression.per_model at policy.yaml:6 apply until 2026-11-03, that day included',
    ])
  })

  it('gives way to the less specific limit on the next day, with a warning', () => {
    expect(on('2026-11-04')).toEqual([
      'fail',
      'error: gpt-4o: $2.00 is 100 % more than the baseline of $1.00, limit 10 %',
      'warning: the limits on gpt-4o in regression.per_model at policy.yaml:6 expired after 2026-11-03 and do not apply any more: remove them, or give them a later day',
    ])
  })

  it.each(['agent', 'step'])('ends per %s as well', (kind) => {
    const all = policy(`regression: { per_${kind}: { x: { max_increase_percent: 0, expires: 2026-11-03 } } }`)
    const list = comparison(change('total', 1, 1), { [`${kind}s`]: [change('x', 1, 2)] })
    expect(judged({ policy: all, comparison: list, today: '2026-11-03' }).verdict).toBe('fail')
    expect(judged({ policy: all, comparison: list, today: '2026-11-04' }).verdict).toBe('warn')
  })

  it('is refused on a day that is none', () => {
    expect(() => policy('regression:\n  per_step:\n    x: { max_increase_percent: 0, expires: 2026-02-30 }\n')).toThrow(
      'policy.yaml:3: expires must be a day of the calendar, got 2026-02-30',
    )
  })
})

describe('the level of a flow rule', () => {
  const failing: Partial<CostSummary> = {
    ...ended(1, 2),
    ...mean(900),
    ...mcp(5, 10),
    ...steps(step('plan', { runs: 2, errors: 1, ms: 900, mcp: [10, 5] })),
    models: [called('gpt-5')],
  }
  const rules: readonly (readonly [rule: string, yaml: string])[] = [
    ['min_runs', 'min_runs: 3'],
    ['min_success_rate', 'min_success_rate: 0.9'],
    ['max_avg_latency_ms', 'max_avg_latency_ms: 100'],
    ['required_steps', 'required_steps: [review]'],
    ['max_mcp_error_rate', 'mcp: { max_error_rate: 0.1 }'],
    ['allowlist', 'models: { allowlist: [gpt-4] }'],
    ['denylist', 'models: { denylist: ["gpt-*"] }'],
    ['max_error_rate', 'per_step: { default: { max_error_rate: 0.1 } }'],
    ['max_avg_latency_ms', 'per_step: { plan: { max_avg_latency_ms: 100 } }'],
    ['max_mcp_error_rate', 'per_step: { "*": { max_mcp_error_rate: 0.1 } }'],
  ]
  const found = (yaml: string) => judged({ policy: policy(yaml), head: head(failing) }).findings

  it.each(rules)('%s of %j is an error, or what flow_level says', (rule, yaml) => {
    expect(found(yaml)).toMatchObject([{ rule, level: 'error', approvable: false }])
    for (const level of ['error', 'warning', 'notice']) expect(found(`flow_level: ${level}\n${yaml}`)).toMatchObject([{ rule, level }])
  })

  it.each([
    'mcp: { max_error_rate: 0.1, level: notice }',
    'models: { allowlist: [gpt-4], level: notice }',
    'models: { denylist: ["gpt-*"], level: notice }',
    'per_step: { plan: { max_error_rate: 0.1, level: notice } }',
  ])('of its own comes before flow_level: %s', (yaml) => {
    for (const level of ['error', 'warning', 'notice']) expect(found(`flow_level: ${level}\n${yaml}`)).toMatchObject([{ level: 'notice' }])
  })

  it('is about its own entry: the level of the default is not that of a name', () => {
    const yaml = 'per_step: { default: { max_error_rate: 0, level: warning }, plan: { max_error_rate: 0 } }'
    const { findings } = judged({ policy: policy(yaml), head: head(steps(step('plan', { errors: 1 }), step('other', { errors: 1 }))) })
    expect(findings.map(({ subject, level }) => [subject.name, level])).toEqual([
      ['plan', 'error'],
      ['other', 'warning'],
    ])
  })

  it('alone is no limit', () => {
    expect(() => policy('flow_level: warning')).toThrow('policy.yaml has no limits in it')
  })
})

describe('an exception in per_step that ends', () => {
  const rules = policy('per_step:\n  default: { max_error_rate: 0.1 }\n  search: { max_error_rate: 1, expires: 2026-11-03 }\n')
  const usage = head(steps(step('search', { runs: 2, errors: 1 })))
  const on = (today: string) => judged({ policy: rules, head: usage, today })

  it('holds on its last day, and gives way to the default on the next', () => {
    expect(on('2026-11-03').verdict).toBe('pass')
    expect(on('2026-11-04').findings.map(({ message }) => message)).toEqual([
      'search: 1 of 2 runs failed: 50 %, limit 10 %',
      'the limits on search in per_step at policy.yaml:3 expired after 2026-11-03 and do not apply any more: remove them, or give them a later day',
    ])
  })
})
