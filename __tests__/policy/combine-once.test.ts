import { describe, expect, it } from 'vitest'
import { readPolicies } from '../../src/policy/read-all.ts'

const NOTHING = 'required_steps: [plan]'
/** Policies of these texts as one; they stand in 0.yaml, 1.yaml and so on. */
const combine = (...texts: readonly string[]) =>
  readPolicies(texts.map((text, index) => ({ file: `${index}.yaml`, text: `${text}\n`, addsOnly: false })))
const at = (file: number, line = 1) => ({ path: `${file}.yaml`, line, name: null })

describe('what several files say once of the growth of the total', () => {
  it('is what whichever of them says, each part by itself', () => {
    const { total } = combine(
      NOTHING,
      `${NOTHING}\nregression: { level: warning, on_inconclusive: fail }`,
      'regression: { min_increase_usd: 0 }',
      'regression: { max_increase_percent: 0 }',
      'regression: { max_increase_tokens_percent: 5 }',
    )
    expect(total).toEqual({
      maxIncreasePercent: 0,
      minIncreaseUsd: 0,
      level: 'warning',
      onInconclusive: 'fail',
      warnAtPercent: null,
      isOnTokens: true,
      policy: at(3),
    })
  })

  it('is nothing where none says anything', () => {
    const { total, success, volume, existingViolations } = combine(NOTHING, NOTHING)
    const nothing = { maxIncreasePercent: null, minIncreaseUsd: null, level: null, onInconclusive: null, warnAtPercent: null, policy: null }
    expect(total).toEqual({ ...nothing, isOnTokens: false })
    expect(success).toEqual({ minDrop: null, level: null, policy: null })
    expect([volume, existingViolations]).toEqual([null, null])
  })

  it('stands where the first file says it that does', () => {
    const limit = 'regression: { max_increase_percent: 20 }'
    expect(combine(NOTHING, `\n${limit}`, limit).total.policy).toEqual(at(1, 2))
  })
})

describe('what several files say once of a fall of the success rate', () => {
  it('is what whichever of them says, each part by itself', () => {
    const { success } = combine(
      NOTHING,
      `${NOTHING}\nregression: { success_level: notice }`,
      'regression: { min_success_rate_drop: 0 }',
      '\nregression: { min_success_rate_drop: 0 }',
    )
    expect(success).toEqual({ minDrop: 0, level: 'notice', policy: at(2) })
  })
})

describe('the share of the limit on the total that warns', () => {
  const limit = 'regression: { max_increase_percent: 20 }'
  const warn = (percent: number) => `warn_at_percent: ${percent}\n`

  it.each([
    [[warn(90), warn(100), warn(80)], 80],
    [['', warn(100), warn(90)], 90],
    [['', ''], null],
  ])('is the least of the files that limit it: %j', (shares, percent) => {
    expect(combine(...shares.map((share) => share + limit)).total.warnAtPercent).toBe(percent)
  })

  it('is none of another file where one limits the total', () => {
    expect(combine(warn(50) + NOTHING, warn(90) + limit).total.warnAtPercent).toBe(90)
    expect(combine(warn(50) + NOTHING, limit).total.warnAtPercent).toBeNull()
  })

  it('is the least of all files where none limits the total', () => {
    expect(combine(warn(90) + NOTHING, warn(100) + NOTHING, warn(9) + NOTHING).total.warnAtPercent).toBe(9)
  })
})

describe('the limits of several files', () => {
  it('all apply, in the order of the files, and each stays in a group of its own file', () => {
    const text = [
      'policies: [{ name: g, limits: { x: { max_total_cost_usd: 1, expires: 2026-12-31 } }, totals: { max_total_cost_usd: 1 } }]',
      'min_runs: 1',
      'per_step_merge: override',
      'per_step: { plan: { max_error_rate: 0 } }',
      'required_steps: [plan]',
      'models: { denylist: [x] }',
    ].join('\n')
    const { rules, flow, expiries, settings } = combine(text, text)
    expect(rules.map((rule) => [rule.policy.path, 'group' in rule ? rule.group : null])).toEqual([
      ['0.yaml', '0.policies.0'],
      ['0.yaml', null],
      ['1.yaml', '1.policies.0'],
      ['1.yaml', null],
    ])
    expect(flow.steps.map(({ policy, group }) => [policy.path, group])).toEqual([
      ['0.yaml', '0.per_step'],
      ['1.yaml', '1.per_step'],
    ])
    for (const list of [flow.totals, flow.requiredSteps, flow.models, expiries, settings])
      expect(list.map(({ policy }) => policy.path)).toEqual(['0.yaml', '1.yaml'])
  })

  it('are none where the files say how a flow runs and limit nothing, each by its line', () => {
    expect(combine('models: {}', '\nmcp: {}').flow.empty).toEqual([at(0), at(1, 2)])
  })
})
