import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'
import type { Rule } from '../../src/policy/rule.ts'

const GUIDE = `policies:
  - name: agent_budget_limits
    description: Maximum spending per agent
    limits:
      offer-orchestrator-mag:
        max_cost_per_run_usd: 2.0
        max_cost_per_day_usd: 50.0
        max_cost_per_month_usd: 1000.0

      compensation-advisor-sag:
        max_cost_per_run_usd: 0.5
        max_cost_per_day_usd: 20.0

  - name: model_budget_limits
    description: Maximum spending per model
    limits:
      o1-preview:
        max_daily_spend_usd: 100.0
        require_approval: true

      gpt-4o:
        max_daily_spend_usd: 200.0

  - name: cost_alerts
    description: Alert thresholds
    thresholds:
      warn_cost_per_run_usd: 1.0
      error_cost_per_run_usd: 5.0
`

const GUIDE_RULES = [
  ['agent', 'offer-orchestrator-mag', 'max_cost_per_run_usd', 2, 'error', 6, 'agent_budget_limits'],
  ['agent', 'offer-orchestrator-mag', 'max_cost_per_day_usd', 50, 'error', 7, 'agent_budget_limits'],
  ['agent', 'offer-orchestrator-mag', 'max_cost_per_month_usd', 1000, 'error', 8, 'agent_budget_limits'],
  ['agent', 'compensation-advisor-sag', 'max_cost_per_run_usd', 0.5, 'error', 11, 'agent_budget_limits'],
  ['agent', 'compensation-advisor-sag', 'max_cost_per_day_usd', 20, 'error', 12, 'agent_budget_limits'],
  ['model', 'o1-preview', 'max_daily_spend_usd', 100, 'error', 18, 'model_budget_limits'],
  ['model', 'o1-preview', 'require_approval', true, 'error', 19, 'model_budget_limits'],
  ['model', 'gpt-4o', 'max_daily_spend_usd', 200, 'error', 22, 'model_budget_limits'],
  ['run', null, 'warn_cost_per_run_usd', 1, 'warning', 27, 'cost_alerts'],
  ['run', null, 'error_cost_per_run_usd', 5, 'error', 28, 'cost_alerts'],
]

function row(rule: Rule) {
  const pattern = 'pattern' in rule ? rule.pattern : null
  const limit = rule.key === 'require_approval' ? rule.required : rule.limit
  return [rule.kind, pattern, rule.key, limit, rule.level, rule.policy.line, rule.policy.name]
}

const limits = (lines: string) => `policies:\n  - name: g\n    limits:\n      a:\n        ${lines}\n`

describe('readPolicy', () => {
  it('takes the policy of the guide unchanged, and every rule knows its line', () => {
    const { rules, total } = readPolicy('p.yaml', GUIDE)
    expect(rules.map(row)).toEqual(GUIDE_RULES)
    expect(rules.every((rule) => rule.policy.path === 'p.yaml')).toBe(true)
    expect(total).toEqual({
      onInconclusive: null,
      isOnTokens: false,
      maxIncreasePercent: null,
      minIncreaseUsd: null,
      level: null,
      warnAtPercent: null,
      policy: null,
    })
  })

  it('finds the same lines where the file has CRLF line ends', () => {
    expect(readPolicy('p.yaml', GUIDE.replaceAll('\n', '\r\n')).rules.map(row)).toEqual(GUIDE_RULES)
  })

  it('finds the rules of the guide in the policy that is shipped, and limits on growth', () => {
    const text = readFileSync('catalog/policies/cost_governance.yaml', 'utf8')
    const { rules, total } = readPolicy('catalog/policies/cost_governance.yaml', text)
    const withoutLine = (cells: unknown[]) => cells.filter((_, column) => column !== 5)
    expect(rules.slice(0, GUIDE_RULES.length).map((rule) => withoutLine(row(rule)))).toEqual(GUIDE_RULES.map(withoutLine))
    expect(rules.slice(GUIDE_RULES.length)).toMatchObject([{ kind: 'model', pattern: '*', limit: 50, minIncreaseUsd: 0.1 }])
    expect(total).toMatchObject({ maxIncreasePercent: 20, minIncreaseUsd: 0.05 })
    const lines = text.split('\n')
    expect(lines[0]).toBe('# yaml-language-server: $schema=../../schemas/policy.schema.json')
    for (const rule of rules) expect(lines[rule.policy.line - 1]).toContain(rule.key)
    // Every line of the guide stands in it as it is, in the same order.
    const wanted = GUIDE.split('\n').filter((line) => line !== '')
    expect(lines.filter((line) => wanted.includes(line))).toEqual(wanted)
  })

  it('reads limits on growth of the total and of each kind of subject', () => {
    const { rules, total } = readPolicy(
      'p.yaml',
      [
        'regression:',
        '  max_increase_percent: 15',
        '  min_increase_usd: 0.05',
        '  per_model:',
        '    "gpt-*":',
        '      max_increase_percent: 50',
        '      min_increase_usd: 0.1',
        '  per_agent: { a: { max_increase_percent: 10 } }',
        '  per_step: { s: { max_increase_percent: 0 } }',
      ].join('\n'),
    )
    expect(total).toMatchObject({ maxIncreasePercent: 15, minIncreaseUsd: 0.05, policy: { path: 'p.yaml', line: 2, name: null } })
    expect(rules).toMatchObject([
      { kind: 'model', pattern: 'gpt-*', limit: 50, minIncreaseUsd: 0.1, policy: { line: 6 } },
      { kind: 'agent', pattern: 'a', limit: 10, minIncreaseUsd: 0, policy: { line: 8 } },
      { kind: 'step', pattern: 's', limit: 0, minIncreaseUsd: 0, policy: { line: 9 } },
    ])
  })

  it.each([
    ['max_cost_per_day_usd', 1, 'agent', 'model'],
    ['max_cost_per_month_usd', 1, 'agent', 'model'],
    ['max_daily_spend_usd', 1, 'model', 'agent'],
    ['require_approval', true, 'model', 'agent'],
  ])('takes %s to be about what it usually is, unless the group says otherwise', (key, value, usual, other) => {
    const kinds = (subject: string) => readPolicy('p.yaml', `${limits(`${key}: ${value}`)}${subject}`).rules.map(({ kind }) => kind)
    expect(kinds('')).toEqual([usual])
    expect(kinds(`    subject: ${usual}\n`)).toEqual([usual])
    expect(kinds(`    subject: ${other}\n`)).toEqual([other])
  })

  it.each<[string, Record<string, boolean>]>([
    ['', { max_cost_per_run_usd: false, require_approval: true, error_cost_per_run_usd: false }],
    ['    approvable: true\n', { max_cost_per_run_usd: true, require_approval: true, error_cost_per_run_usd: true }],
    ['    approvable: false\n', { max_cost_per_run_usd: false, require_approval: false, error_cost_per_run_usd: false }],
  ])('a group that says %j has these limits that a person may accept', (line, approvable) => {
    const group = `${limits('max_cost_per_run_usd: 1\n        require_approval: true')}    thresholds: { error_cost_per_run_usd: 1 }\n${line}`
    const { rules } = readPolicy('p.yaml', group)
    expect(Object.fromEntries(rules.map((rule) => [rule.key, rule.approvable]))).toEqual(approvable)
  })

  it('always lets a person accept growth', () => {
    const { rules } = readPolicy('p.yaml', 'regression: { per_model: { "*": { max_increase_percent: 1 } } }')
    expect(rules).toMatchObject([{ key: 'max_increase_percent', approvable: true }])
  })

  it.each([
    ['', null],
    ['existing_violations: block\n', 'block'],
    ['existing_violations: warn\n', 'warn'],
  ])('says with %j that what the baseline broke means: %s', (line, meaning) => {
    expect(readPolicy('p.yaml', `${line}${limits('require_approval: true')}`).existingViolations).toBe(meaning)
  })

  it('keeps names that are properties of every object', () => {
    const yaml =
      'policies:\n  - name: g\n    limits:\n      __proto__: { require_approval: true }\n      constructor: { require_approval: true }\n'
    expect(readPolicy('p.yaml', yaml).rules).toMatchObject([
      { pattern: '__proto__', policy: { line: 4 } },
      { pattern: 'constructor', policy: { line: 5 } },
    ])
  })
})
