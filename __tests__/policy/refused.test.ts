import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { readPolicy } from '../../src/policy/read.ts'

function problemOf(yaml: string): string {
  try {
    readPolicy('p.yaml', yaml)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  throw new Error('the policy was accepted')
}

const limits = (lines: string) => `policies:\n  - name: g\n    limits:\n      a:\n        ${lines}\n`

describe('readPolicy', () => {
  it('refuses a limit per run of a model, and names the line', () => {
    const yaml = `${limits('max_cost_per_day_usd: 1\n        max_cost_per_run_usd: 1')}    subject: model\n`
    expect(problemOf(yaml)).toMatch(/^p\.yaml:6: max_cost_per_run_usd is about agents/)
  })

  it.each([
    ['nothing', '', /^p\.yaml.* is empty/],
    ['comments alone', '# max_increase_percent: 20\n', /^p\.yaml.* is empty/],
    ['null', 'null', /must be an object/],
    ['no group', '{}', /p\.yaml has no limits in it/],
    ['an empty list of groups', 'policies: []', /no limits in it/],
    ['a group without limits', 'policies: [{ name: g }]', /no limits in it/],
    ['a group with an empty list of limits', 'policies: [{ name: g, limits: {} }]', /no limits in it/],
    ['an empty regression per model', 'regression: { per_model: {} }', /no limits in it/],
    ['only a model that requires no approval', limits('require_approval: false'), /no limits in it/],
  ])('refuses a policy of %s: a mistake must not allow everything', (_what, yaml, problem) => {
    expect(problemOf(yaml)).toMatch(problem)
  })

  it.each([
    [limits('max_cost_per_rum_usd: 2'), 5, 'max_cost_per_run_usd'],
    [limits('max_cost_per_run: 2'), 5, 'max_cost_per_run_usd'],
    [limits('max_daily_spent_usd: 2'), 5, 'max_daily_spend_usd'],
    [limits('Max_cost_per_day_usd: 2'), 5, 'max_cost_per_day_usd'],
    [limits('requires_approval: true'), 5, 'require_approval'],
    ['policies:\n  - name: g\n    threshold: { warn_cost_per_run_usd: 1 }', 3, 'thresholds'],
    ['policies:\n  - name: g\n    thresholds:\n      warning_cost_per_run_usd: 1', 4, 'warn_cost_per_run_usd'],
    ['policys:\n  - name: g', 1, 'policies'],
    ['regression:\n  max_increase_pct: 20', 2, 'max_increase_percent'],
    ['regression:\n  per_modell: {}', 2, 'per_model'],
    ['existing_violation: warn\nregression: { max_increase_percent: 1 }', 1, 'existing_violations'],
    ['policies:\n  - name: g\n    approveable: true', 3, 'approvable'],
    ['regression:\n  per_model:\n    "*":\n      max_increase_percent: 1\n      min_increase: 1', 5, 'min_increase_usd'],
  ])('refuses a misspelt key with its line and the nearest right one (%#)', (yaml, line, nearest) => {
    const problem = problemOf(yaml)
    expect(problem).toMatch(new RegExp(`^p\\.yaml:${line}: `))
    expect(problem).toContain(`did you mean "${nearest}"`)
  })

  it.each([
    ['.nan', /must be a number, got NaN/],
    ['.inf', /must be a number, got Infinity/],
    ['-.inf', /must be a number/],
    ['-1', /must be 0 or more, got -1/],
    ['1e300', /must be 1000000000 or less/],
    ['"2.0"', /must be a number, got "2\.0"/],
    ['$2', /must be a number/],
    ['null', /must be a number/],
    ['true', /must be a number/],
  ])('refuses the limit %s, which would open the gate', (value, problem) => {
    const all = [
      limits(`max_cost_per_run_usd: ${value}`),
      `policies:\n  - name: g\n    thresholds:\n\n      error_cost_per_run_usd: ${value}`,
      `regression:\n\n\n\n  min_increase_usd: ${value}`,
    ]
    for (const yaml of all) {
      expect(problemOf(yaml)).toMatch(/^p\.yaml:5: /)
      expect(problemOf(yaml)).toMatch(problem)
    }
  })

  it.each([
    ['a duplicate key', limits('max_cost_per_run_usd: 1\n        max_cost_per_run_usd: 9')],
    ['an alias', 'policies:\n  - &g { name: g, thresholds: { warn_cost_per_run_usd: 1 } }\n  - *g'],
    ['a merge key', limits('<<: { max_cost_per_run_usd: 1 }')],
    ['a second document', `${limits('max_cost_per_day_usd: 1')}---\n${limits('max_cost_per_day_usd: 9')}`],
    ['a word for a truth value', limits('require_approval: "yes"')],
    ['a word for whether a group is approvable', `${limits('require_approval: true')}    approvable: "yes"\n`],
    ['another meaning of existing violations', `existing_violations: allow\n${limits('require_approval: true')}`],
    ['existing violations alone: they are no limit', 'existing_violations: warn\n'],
  ])('refuses %s', (_what, yaml) => {
    expect(problemOf(yaml)).toMatch(/^p\.yaml/)
  })
})
