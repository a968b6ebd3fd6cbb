import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.ts'
import { head, judged, policy } from '../../support/judge/builders.ts'
import { called, ended, type Flow, mcp, mean, step, steps } from '../../support/judge/flows.ts'

const BROKEN = `min_runs: 3
min_success_rate: 0.9
max_avg_latency_ms: 100
required_steps:
  - plan
  - review
per_step:
  default:
    max_error_rate: 0.1
mcp:
  max_error_rate: 0.05
models:
  allowlist: ["m-*"]
  denylist:
    - other
    - "m-old*"
`
const FLOW: Flow = {
  ...ended(1, 2),
  ...mean(150),
  ...mcp(1, 10),
  steps: [step('plan', { runs: 4, errors: 1, ms: 150 })],
  models: [called('m-old-1', 7)],
}

describe('what a broken rule says', () => {
  it('names the figures, the limit and the line', () => {
    const { findings, verdict } = judged({ policy: policy(BROKEN), head: head(FLOW) })
    expect(verdict).toBe('fail')
    expect(findings.map(({ rule, message, policy: place }) => `${place?.line} ${rule}: ${message}`).sort()).toEqual([
      '1 min_runs: in all: 2 runs, at least 3 runs',
      '11 max_mcp_error_rate: 1 of 10 MCP calls failed: 10 %, limit 5 %',
      '16 denylist: m-old-1 is on the denylist as m-old*: 7 calls',
      '2 min_success_rate: 1 of 2 runs succeeded: 50 %, at least 90 %',
      '3 max_avg_latency_ms: mean latency of 2 step runs: 150 ms, limit 100 ms',
      '6 required_steps: required step review did not run',
      '9 max_error_rate: plan: 1 of 4 runs failed: 25 %, limit 10 %',
    ])
  })

  it('tells a misspelt step from one that was not used', () => {
    const { findings } = judged({ policy: policy('per_step: { finalise: { max_error_rate: 0.1 } }'), head: head(steps(step('finalize'))) })
    expect(findings).toMatchObject([{ level: 'notice', message: expect.stringContaining('did you mean finalize?') }])
  })
})

describe('a violation that the baseline has too', () => {
  const eased = (before: Flow, now: Flow) =>
    judged({ policy: policy(`${BROKEN}existing_violations: warn\n`), head: head(now), before: head(before) })
      .findings.filter(({ eased }) => eased === 'existing')
      .map(({ rule }) => rule)
      .sort()

  it('is a warning where it is as bad, for a minimum as for a maximum', () => {
    expect(eased(FLOW, FLOW)).toEqual([
      'denylist',
      'max_avg_latency_ms',
      'max_error_rate',
      'max_mcp_error_rate',
      'min_runs',
      'min_success_rate',
      'required_steps',
    ])
  })

  it('is one step that is missing, whichever others are: what is new is an error, and what came back changes nothing', () => {
    const levels = (before: readonly string[], now: readonly string[]) => {
      const [was, is] = [before, now].map((names) => head(steps(...['x', ...names].map((name) => step(name)))))
      const rules = policy('required_steps: [a, b, c]\nexisting_violations: warn\n')
      const { findings } = judged({ policy: rules, before: was ?? null, ...(is && { head: is }) })
      return findings.filter(({ rule }) => rule === 'required_steps').map(({ subject: { name }, level }) => `${level} ${name}`)
    }
    expect(levels(['c'], ['b', 'c'])).toEqual(['warning a'])
    expect(levels(['b', 'c'], ['c'])).toEqual(['error b', 'warning a'])
    expect(levels(['b', 'c'], [])).toEqual(['error b, c', 'warning a'])
    expect(levels(['a', 'b', 'c'], ['a'])).toEqual(['error b, c'])
  })

  it('is not what the baseline kept: a step that was listed there with no runs', () => {
    const rules = policy('required_steps: [plan]\nexisting_violations: warn\n')
    const listed = head(steps(step('plan', { runs: 0 })))
    expect(judged({ policy: rules, head: head(steps(step('other'))), before: listed }).findings).toMatchObject([
      { rule: 'required_steps', level: 'error', eased: null },
    ])
  })

  it('is an error where it got worse', () => {
    const worse = {
      ...FLOW,
      ...ended(0, 1),
      ...mean(151),
      ...mcp(2, 10),
      steps: [step('plan', { runs: 4, errors: 2 })],
      models: [called('m-old-1', 8)],
    }
    expect(eased(FLOW, worse)).toEqual(['required_steps'])
    expect(eased(worse, FLOW)).toHaveLength(7)
  })
})

describe('the policy', () => {
  const cost = 'policies: [{ name: budgets, limits: { planner: { max_cost_per_run_usd: 2 } } }]\n'

  it('may hold flow rules alone, beside cost rules, or none', () => {
    expect(policy('min_runs: 1')).toMatchObject({ rules: [], flow: { totals: [{ key: 'min_runs', limit: 1, policy: { line: 1 } }] } })
    expect(policy(`${cost}min_runs: 1\n`)).toMatchObject({
      rules: [{ key: 'max_cost_per_run_usd' }],
      flow: { totals: [{ key: 'min_runs' }] },
    })
    expect(policy(cost).flow).toEqual({ totals: [], steps: [], requiredSteps: [], models: [], empty: [] })
  })

  it('judges cost rules the same with and without flow rules', () => {
    const costOf = (yaml: string) => {
      const { findings, checks } = judged({ policy: policy(yaml) })
      return [...findings, ...checks].filter(({ rule }) => rule === 'max_cost_per_run_usd')
    }
    expect(costOf(`${cost}min_runs: 9\n`)).toEqual(costOf(cost))
  })

  it.each([
    ['min_success_rate: 95', 'policy.yaml:1: $.min_success_rate: must be 1 or less, got 95'],
    ['min_runs: 1.5', 'policy.yaml:1: $.min_runs: must be an integer, got 1.5'],
    ['max_avg_latency_ms: -1', 'policy.yaml:1: $.max_avg_latency_ms: must be 0 or more, got -1'],
    ['required_steps: plan', 'policy.yaml:1: $.required_steps: must be a list, got "plan"'],
    [
      'per_step: { plan: { max_eror_rate: 0.1 } }',
      'policy.yaml:1: $.per_step.plan: unknown key "max_eror_rate", did you mean "max_error_rate"?',
    ],
    ['mcp: { level: warning }', 'policy.yaml:1: "mcp" has no limit in it. Example: mcp: { max_error_rate: 0.05 }'],
    ['min_runs: 1\nmodels: { level: warning }', 'policy.yaml:2: "models" has no limit in it. Example: models: { denylist: [gpt-4*] }'],
    ['min_runs: 1\nper_step:\n  a: { level: warning }', 'policy.yaml:3: "a" has no limit in it. Example: a: { max_error_rate: 0.1 }'],
    ['per_step:\n  a: { max_error_rate: 0, expires: 2026-02-30 }', 'policy.yaml:2: expires must be a day of the calendar, got 2026-02-30'],
    ['models: { allow: [x] }', 'policy.yaml:1: $.models: unknown key "allow"'],
    ['per_step_merge: override\nper_step:\n  a: { expires: 2026-12-31 }', 'policy.yaml:3: "a" has no limit in it'],
    ['per_step_merge: override', 'policy.yaml has no limits in it'],
    ['per_step_merge: merge\nmin_runs: 1', 'policy.yaml:1: $.per_step_merge: must be'],
  ])('that is wrong is told in one line: %s', (yaml, message) => {
    expect(() => policy(yaml)).toThrow(InputError)
    expect(() => policy(yaml)).toThrow(message)
  })
})

describe('a policy of flows that limits nothing is taken as the framework takes it, with a warning', () => {
  it.each([
    'models: {}',
    'mcp: {}',
    'per_step: {}',
    'per_step: { default: {} }',
    'required_steps: []',
    'models: { allowlist: [] }',
  ])('%s', (yaml) => {
    const { findings, verdict } = judged({ policy: policy(yaml), head: head(FLOW) })
    expect(verdict).toBe('warn')
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'no_limits', level: 'warning', message: 'nothing is limited by policy.yaml' }),
    )
  })

  it('and without one where it limits anything', () => {
    const { findings } = judged({ policy: policy('models: {}\nmin_runs: 1'), head: head(FLOW) })
    expect(findings.map(({ rule }) => rule)).not.toContain('no_limits')
  })
})
