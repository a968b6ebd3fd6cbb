import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/generated/types.ts'
import { easeApproved, easeExisting, isForApproval } from '../../src/judge/ease.ts'
import { agent, change, comparison, finding, head, judged, model, policy, runs } from '../support/judge/builders.ts'

const at = (line: number) => ({ path: 'policy.yaml', line, name: 'g' })
const budget = finding({ rule: 'max_cost_per_run_usd', subject: { kind: 'agent', name: 'a' }, actual: 2, limit: 1, policy: at(4) })

describe('easeApproved', () => {
  it.each<[string, Partial<Finding>, boolean]>([
    ['an error that a person may accept', { level: 'error', approvable: true }, true],
    ['an error that nobody may accept', { level: 'error', approvable: false }, false],
    ['a warning', { level: 'warning', approvable: true }, false],
    ['a notice', { level: 'notice', approvable: true }, false],
    ['what the baseline broke already', { level: 'warning', approvable: true, eased: 'existing' }, false],
  ])('makes %s a warning: %#', (_, overrides, isEased) => {
    const found = finding(overrides)
    expect(isForApproval(found)).toBe(isEased)
    expect(easeApproved([found])).toEqual([isEased ? { ...found, level: 'warning', eased: 'approved' } : found])
  })
})

describe('easeExisting', () => {
  it.each<[string, Partial<Finding>, boolean]>([
    ['as badly', {}, true],
    ['more badly', { actual: 3 }, true],
    ['less badly', { actual: 1.999 }, false],
    ['in another run', { run_id: 'r9' }, true],
    ['by another line of the policy', { policy: at(5) }, false],
    ['by the same line of another file', { policy: { ...at(4), path: 'flow.yaml' } }, false],
    ['by no line', { policy: null }, false],
    ['by another rule on the same line', { rule: 'max_cost_per_day_usd' }, false],
    ['for another agent', { subject: { kind: 'agent', name: 'b' } }, false],
    ['for a model of the same name', { subject: { kind: 'model', name: 'a' } }, false],
    ['by no known amount', { actual: null }, false],
  ])('eases a limit that the baseline broke %s: %#', (_, overrides, isEased) => {
    const before = [{ ...budget, ...overrides }]
    expect(easeExisting([budget], before)).toEqual([isEased ? { ...budget, level: 'warning', eased: 'existing' } : budget])
  })

  it.each([
    [0.5, 'existing'],
    [0.6, 'existing'],
    [0.600000000001, null],
  ])('eases a minimum of which the baseline reached %d as well: %s', (before, eased) => {
    const minimum = finding({ ...budget, rule: 'min_success_rate', actual: 0.6, limit: 0.9 })
    expect(easeExisting([minimum], [{ ...minimum, actual: before }])).toMatchObject([{ eased }])
  })

  it('eases nothing where only one of the two amounts is known', () => {
    const unknown = finding({ ...budget, actual: null })
    const minimum = finding({ ...budget, rule: 'min_success_rate', actual: null })
    expect(easeExisting([unknown], [budget])).toEqual([unknown])
    expect(easeExisting([unknown], [unknown])).toEqual([unknown])
    expect(easeExisting([minimum], [{ ...minimum, actual: 0 }])).toEqual([minimum])
    expect(easeExisting([{ ...minimum, actual: 0 }], [minimum])).toEqual([{ ...minimum, actual: 0 }])
  })

  it('eases what any of the earlier findings on the same line was as bad as', () => {
    const milder = { ...budget, actual: 1.5 }
    for (const before of [
      [milder, budget],
      [budget, milder],
    ]) {
      expect(easeExisting([budget], before)).toMatchObject([{ eased: 'existing' }])
    }
  })

  it('leaves warnings as they are, and without a baseline everything', () => {
    const warning = finding({ ...budget, level: 'warning' })
    expect(easeExisting([warning], [warning])).toEqual([warning])
    expect(easeExisting([budget], [])).toEqual([budget])
  })

  it('takes limits on any run for the same, whichever run broke them', () => {
    const [before, now] = ['r1', 'r2'].map((name) => finding({ ...budget, subject: { kind: 'run', name } }))
    if (before === undefined || now === undefined) throw new Error('there are two')
    expect(easeExisting([now], [before])).toMatchObject([{ level: 'warning', eased: 'existing' }])
  })
})

describe('existing_violations', () => {
  const rules = (existing: string) =>
    policy(`existing_violations: ${existing}
policies:
  - name: agents
    limits: { a: { max_cost_per_run_usd: 1, max_cost_per_day_usd: 1 } }
  - name: models
    limits: { m: { require_approval: true, max_daily_spend_usd: 1 } }
  - name: alerts
    thresholds: { warn_cost_per_run_usd: 0.5, error_cost_per_run_usd: 1 }
`)
  const usage = (cost: number, calls = 3) =>
    head({
      agent_stats: { a: agent({ r: cost }, { daily_cost_usd: { '2026-11-03': cost } }) },
      model_stats: { m: model({ '2026-11-03': cost }, { calls }) },
      run_costs: runs({ [`r${cost}`]: cost }),
    })
  const errors = (existing: string, before: ReturnType<typeof head> | null) =>
    judged({ policy: rules(existing), head: usage(2), before })
      .findings.filter(({ level }) => level === 'error')
      .map(({ rule }) => rule)
  const EVERY = ['error_cost_per_run_usd', 'max_cost_per_day_usd', 'max_cost_per_run_usd', 'max_daily_spend_usd', 'require_approval']

  it.each<[string, string, ReturnType<typeof head> | null, string[]]>([
    ['block', 'broke them as badly', usage(2), EVERY],
    ['warn', 'broke them as badly', usage(2), []],
    ['warn', 'broke them more badly', usage(5, 9), []],
    ['warn', 'broke them less badly', usage(1.5, 2), EVERY],
    ['warn', 'used the model as often for less', usage(1.5), EVERY.slice(0, 4)],
    ['warn', 'kept them, but used the model', usage(0.1), EVERY.slice(0, 4)],
    ['warn', 'is not a whole cost summary', null, EVERY],
  ])('%s: where the baseline %s, these stay errors', (existing, _, before, expected) => {
    expect(errors(existing, before)).toEqual(expected)
  })

  it('makes no regression a warning', () => {
    const limits = policy('existing_violations: warn\nregression: { max_increase_percent: 10 }\n')
    const grown = comparison(change('total', 1, 2))
    expect(judged({ policy: limits, comparison: grown, before: head() }).findings).toMatchObject([
      { rule: 'max_increase_percent', level: 'error' },
    ])
  })
})
