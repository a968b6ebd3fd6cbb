import { describe, expect, it } from 'vitest'
import { regressionLimits } from '../../../src/judge/growth/regression.ts'
import { change, comparison, judged, policy, SETTINGS, UNCHANGED } from '../../support/judge/builders.ts'

describe('growth of the total', () => {
  const total = (before: number, now: number) => ({ comparison: comparison(change('total', before, now)) })

  it.each([
    [1.1, 1.32, 'pass'],
    [1.1, 1.320000000001, 'fail'],
    [1, 0.1, 'pass'],
    [0, 0, 'pass'],
    [0, 0.01, 'fail'],
  ])('from $%d to $%d by the default limit: %s', (before, now, verdict) => {
    expect(judged(total(before, now)).verdict).toBe(verdict)
  })

  it('is told with both amounts', () => {
    expect(judged(total(0.5, 1.25)).findings).toEqual([
      {
        level: 'error',
        approvable: true,
        eased: null,
        rule: 'max_increase_percent',
        subject: { kind: 'total', name: null },
        message: 'total: $1.25 is 150 % more than the baseline of $0.50, limit 20 %',
        actual: 150,
        limit: 20,
        unit: 'percent',
        percent_of_limit: 750,
        run_id: null,
        period: null,
        policy: null,
      },
    ])
  })

  it.each([
    [0, 0.01, 'total: $0.01, and the baseline is $0.00, limit 20 %'],
    [0.5, 0.25, 'total: $0.25 is 50 % less than the baseline of $0.50, limit 20 %'],
    [0.5, 0.5, 'total: $0.50, the same as the baseline, limit 20 %'],
  ])('from $%d to $%d reads well', (before, now, message) => {
    const { findings, checks } = judged(total(before, now))
    expect([...findings, ...checks].find(({ rule }) => rule === 'max_increase_percent')?.message).toBe(message)
  })

  it('has no percentage where the baseline is $0', () => {
    expect(judged(total(0, 0.01)).findings).toMatchObject([{ actual: null, limit: 20, percent_of_limit: null }])
  })

  it('that is exactly the limit is measured by the limit, and not by the minimum', () => {
    const check = judged(total(0.7, 0.84)).checks.find(({ rule }) => rule === 'max_increase_percent')
    expect(check).toMatchObject({ outcome: 'passed', limit: 20, unit: 'percent' })
  })

  it('passes below min_increase_usd, and says so', () => {
    const settings = { ...SETTINGS, minIncreaseUsd: 0.05 }
    expect(judged({ ...total(0.01, 0.06), settings }).verdict).toBe('fail')
    const { verdict, checks } = judged({ ...total(0.01, 0.059999999999), settings })
    expect(verdict).toBe('pass')
    expect(checks[0]).toMatchObject({
      actual: 0.049999999999,
      limit: 0.05,
      unit: 'usd',
      message: expect.stringMatching(/limit 20 %, counted from an increase of \$0\.05 on$/),
    })
  })

  it('has nothing to judge without a baseline', () => {
    expect(judged({ comparison: null }).checks.find(({ rule }) => rule === 'max_increase_percent')).toMatchObject({ outcome: 'unmatched' })
  })
})

describe('regressionLimits', () => {
  const rules = policy('regression:\n  min_increase_usd: 0.05\n  max_increase_percent: 10\n')
  const given = { ...SETTINGS, maxIncreasePercent: 30, minIncreaseUsd: 1 }

  it.each([
    ['the defaults', SETTINGS, null, 20, 0, null],
    ['the policy', SETTINGS, rules, 10, 0.05, 3],
    ['the inputs', given, null, 30, 1, null],
    ['the inputs before the policy', given, rules, 30, 1, null],
    ['an input of 0', { ...SETTINGS, maxIncreasePercent: 0, minIncreaseUsd: 0 }, rules, 0, 0, null],
    ['one input and the policy', { ...SETTINGS, minIncreaseUsd: 1 }, rules, 10, 1, 3],
    ['half a policy and a default', SETTINGS, policy('regression: { min_increase_usd: 2 }'), 20, 2, null],
  ])('come from %s', (_what, settings, source, maxIncreasePercent, minIncreaseUsd, line) => {
    const limits = regressionLimits(settings, source)
    expect([limits.maxIncreasePercent, limits.minIncreaseUsd, limits.policy?.line ?? null]).toEqual([
      maxIncreasePercent,
      minIncreaseUsd,
      line,
    ])
  })

  it('decide the verdict', () => {
    const grown = { comparison: comparison(change('total', 1, 1.15)), policy: rules }
    expect(judged(grown).findings).toMatchObject([{ limit: 10, policy: { path: 'policy.yaml', line: 3, name: null } }])
    expect(judged({ ...grown, settings: { ...SETTINGS, ...given } }).verdict).toBe('pass')
  })
})

describe('growth of one model, agent or step', () => {
  const limits = (kind: string, lines: string) => policy(`regression:\n  per_${kind}:\n    ${lines}\n`)

  it.each([
    ['model', 'models'],
    ['agent', 'agents'],
    ['step', 'steps'],
  ])('is judged per %s', (kind, list) => {
    const grown = comparison(change('total', 1, 1), { [list]: [change('x', 1.1, 1.65), change('y', 1.1, 1.650000000001)] })
    const { findings, checks } = judged({ policy: limits(kind, '"*": { max_increase_percent: 50 }'), comparison: grown })
    expect(findings).toMatchObject([{ level: 'error', subject: { kind, name: 'y' }, limit: 50, unit: 'percent', policy: { line: 3 } }])
    expect(checks.filter(({ subject }) => subject.kind === kind)).toMatchObject([{ outcome: 'passed', subject: { name: 'x' } }])
  })

  it('takes the limit and the minimum of the most specific name', () => {
    const rules = limits('model', '"*": { max_increase_percent: 10, min_increase_usd: 5 }\n    x: { max_increase_percent: 40 }')
    const models = [change('x', 1, 1.5), change('y', 1, 1.5), change('z', 10, 15)]
    const { findings } = judged({ policy: rules, comparison: comparison(change('total', 1, 1), { models }) })
    expect(findings.map(({ subject }) => subject.name)).toEqual(['z', 'x'])
  })

  it('judges neither new nor removed subjects, and never as an infinite increase', () => {
    const models = [change('new', null, 9), change('gone', 9, null)]
    const { verdict, checks } = judged({
      policy: limits('model', '"*": { max_increase_percent: 0 }'),
      comparison: comparison(change('total', 9, 9), { models }),
    })
    expect(verdict).toBe('pass')
    expect(checks.filter(({ subject }) => subject.kind === 'model')).toMatchObject([
      { outcome: 'unmatched', subject: { name: '*' }, message: '*: no such model is in both baseline and head' },
    ])
  })

  it('passes a subject that costs the same as before', () => {
    const compared = comparison(change('total', 1, 1), { models: [change('x', 1, 1)] })
    const { checks } = judged({ policy: limits('model', 'x: { max_increase_percent: 0 }'), comparison: compared })
    expect(checks.filter(({ subject }) => subject.kind === 'model')).toMatchObject([{ outcome: 'passed', actual: 0 }])
  })

  it('judges a subject that cost nothing before', () => {
    const models = [change('x', 0, 0.01)]
    const { findings } = judged({
      policy: limits('model', 'x: { max_increase_percent: 1000 }'),
      comparison: comparison(change('total', 1, 1), { models }),
    })
    expect(findings).toMatchObject([{ actual: null, message: 'x: $0.01, and the baseline is $0.00, limit 1,000 %' }])
  })

  it.each([
    ['there is no baseline', null, /there is no baseline to compare with/],
    ['the baseline has no models', UNCHANGED, /the baseline does not say what each model cost/],
    [
      'the baseline has no cost of it',
      comparison(change('total', 1, 1), { models: [change('x', null, 1, { status: 'changed' })] }),
      /the baseline does not say/,
    ],
  ])('is unmatched where %s', (_what, compared, message) => {
    const { checks } = judged({ policy: limits('model', 'x: { max_increase_percent: 0 }'), comparison: compared })
    expect(checks.filter(({ subject }) => subject.kind === 'model')).toMatchObject([
      { outcome: 'unmatched', message: expect.stringMatching(message) },
    ])
  })

  it('judges names that are properties of every object', () => {
    const models = ['__proto__', 'constructor'].map((name) => change(name, 1, 2))
    const { findings } = judged({
      policy: limits('model', '__proto__: { max_increase_percent: 1 }\n    constructor: { max_increase_percent: 1 }'),
      comparison: comparison(change('total', 1, 1), { models }),
    })
    expect(findings.map(({ subject }) => subject.name)).toEqual(['__proto__', 'constructor'])
  })
})
