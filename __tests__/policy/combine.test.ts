import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { type PolicySource, readPolicies } from '../../src/policy/read-all.ts'
import { change, comparison, head, judged, SETTINGS, stats } from '../support/judge/builders.ts'
import { ended, step, steps } from '../support/judge/flows.ts'

const [COST, FLOW] = ['cost.yaml', 'flow.yaml']

function both(cost: string, flow: string, overrides: Partial<PolicySource> = {}) {
  return readPolicies([
    { file: COST, text: cost, addsOnly: false },
    { file: FLOW, text: flow, addsOnly: false, ...overrides },
  ])
}

function refusalOf(cost: string, flow: string, overrides: Partial<PolicySource> = {}): string[] {
  try {
    both(cost, flow, overrides)
  } catch (error) {
    if (error instanceof InputError) return [error.message, ...error.details]
    throw error
  }
  throw new Error('the policies were accepted')
}

const places = (findings: ReturnType<typeof judged>['findings']) =>
  findings.map(({ rule, level, policy }) => `${level} ${rule} ${policy?.path}:${policy?.line}`).sort()

describe('two policy files', () => {
  it('both apply, and each finding names its own', () => {
    const rules = both('policies:\n  - name: g\n    totals: { max_total_cost_usd: 0.1 }\n', '\nmin_success_rate: 1\n')
    expect(places(judged({ policy: rules, head: head(ended(1, 2)) }).findings)).toEqual([
      'error max_total_cost_usd cost.yaml:3',
      'error min_success_rate flow.yaml:2',
    ])
  })

  it('with a group of the same name have two groups: the exception of one is none for the other', () => {
    const text = (name: string) => `policies:\n  - name: g\n    subject: step\n    limits: { ${name} }\n`
    const rules = both(text('"*": { max_total_cost_usd: 1 }'), text('plan: { max_total_cost_usd: 9 }'))
    const { findings } = judged({ policy: rules, head: head({ step_stats: { plan: stats({ cost_usd: 5 }) } }) })
    expect(places(findings)).toEqual(['error max_total_cost_usd cost.yaml:4'])
  })

  it.each([
    ['per_step: { default: { max_error_rate: 0 } }', 'per_step: { plan: { max_error_rate: 1 } }'],
    ['per_step: { plan: { max_error_rate: 0 } }', 'per_step: { plan: { max_error_rate: 1 } }'],
  ])('override no name of each other: %s', (cost, flow) => {
    const { findings } = judged({ policy: both(cost, flow), head: head(steps(step('plan', { errors: 1 }))) })
    expect(places(findings)).toEqual(['error max_error_rate cost.yaml:1'])
  })

  it('override no limit on growth of each other', () => {
    const text = (name: string, percent: number) => `regression: { per_model: { "${name}": { max_increase_percent: ${percent} } } }`
    const compared = comparison(change('total', 1, 1), { models: [change('gpt-4o', 1, 2)] })
    const { findings } = judged({ policy: both(text('*', 10), text('gpt-4o', 500)), comparison: compared })
    expect(places(findings)).toEqual(['error max_increase_percent cost.yaml:1'])
  })

  it('end on days of their own', () => {
    const text = (day: string) => `policies:\n  - { name: g, expires: ${day}, totals: { max_total_cost_usd: 0 } }\n`
    expect(places(judged({ policy: both(text('2026-11-02'), text('2026-11-03')), today: '2026-11-03' }).findings)).toEqual([
      'error max_total_cost_usd flow.yaml:2',
      'notice expires flow.yaml:2',
      'warning expires cost.yaml:2',
    ])
  })
})

describe('warn_at_percent of one of two files', () => {
  const warn = 'warn_at_percent: 50\n'
  const grown = comparison(change('total', 1, 1.15))
  const cost = 'regression: { max_increase_percent: 20 }\npolicies: [{ name: g, totals: { max_total_cost_usd: 0.2 } }]'
  const flow = 'per_step: { plan: { max_error_rate: 0.6 } }'
  const usage = head(steps(step('plan', { runs: 2, errors: 1 })))
  const found = (one: string, other: string) => places(judged({ policy: both(one, other), head: usage, comparison: grown }).findings)

  it('is about the limits of its own file', () => {
    expect(found(cost, flow)).toEqual([])
    expect(found(cost, warn + flow)).toEqual(['warning max_error_rate flow.yaml:2'])
    expect(found(warn + cost, flow)).toEqual(['warning max_increase_percent cost.yaml:2', 'warning max_total_cost_usd cost.yaml:3'])
  })

  it.each([
    ['', warn],
    [warn, ''],
    [warn, 'warn_at_percent: 90\n'],
    ['warn_at_percent: 90\n', warn],
  ])('is about the limit on the total that both say, the earliest of them, in any order: %j and %j', (one, other) => {
    const limit = 'regression: { max_increase_percent: 20 }'
    expect(found(one + limit, other + limit)).toHaveLength(1)
  })

  it('is about the limit on the total, too, where no file says that limit', () => {
    const near = (one: string, other: string) =>
      judged({ policy: both(one, other), comparison: comparison(change('total', 1, 1.06)) }).findings.map(({ rule }) => rule)
    expect(near('min_runs: 0', 'required_steps: []\nmodels: { denylist: [x] }')).toEqual([])
    expect(near('warn_at_percent: 90\nmin_runs: 0', 'warn_at_percent: 25\nmodels: { denylist: [x] }')).toEqual(['max_increase_percent'])
  })
})

describe('what two files say once for everything', () => {
  it.each([
    ['existing_violations: warn', 'existing_violations: block', 'existing_violations is "block", but "warn"'],
    [
      'regression: { max_increase_percent: 20 }',
      'regression: { max_increase_percent: 30 }',
      'regression.max_increase_percent is 30, but 20',
    ],
    ['regression: { min_increase_usd: 0 }', 'regression: { min_increase_usd: 1 }', 'regression.min_increase_usd is 1, but 0'],
    ['regression: { level: error }', 'regression: { level: notice }', 'regression.level is "notice", but "error"'],
    ['min_runs: 1', 'min_runs: 2', 'min_runs is 2, but 1'],
    ['min_success_rate: 1', 'min_success_rate: 0.5', 'min_success_rate is 0.5, but 1'],
    ['max_avg_latency_ms: 1', 'max_avg_latency_ms: 2', 'max_avg_latency_ms is 2, but 1'],
    ['mcp: { max_error_rate: 0.1 }', 'mcp: { max_error_rate: 0.2 }', 'mcp.max_error_rate is 0.2, but 0.1'],
  ])('is refused where they say it differently, with both places: %s', (cost, flow, problem) => {
    const limit = 'required_steps: [plan]\n'
    expect(refusalOf(limit + cost, `${limit}\n${flow}`)).toEqual([
      `flow.yaml:3: ${problem} in cost.yaml:2: say it in one file alone, or alike in both`,
    ])
    expect(() => both(limit + cost, limit + flow, { addsOnly: true })).not.toThrow()
    expect(() => both(limit + cost, limit + cost)).not.toThrow()
  })

  it('is refused with every contradiction', () => {
    expect(refusalOf('min_runs: 1\nmin_success_rate: 0', 'min_runs: 2\nmin_success_rate: 1')).toHaveLength(2)
  })

  it('counts from whichever file says it', () => {
    const rules = both('min_runs: 0\nregression: { level: warning }', 'regression: { max_increase_percent: 5, min_increase_usd: 0.01 }')
    const { findings } = judged({ policy: rules, comparison: comparison(change('total', 1, 1.06)) })
    expect(findings).toMatchObject([{ limit: 5, level: 'warning', policy: { path: FLOW, line: 1 } }])
  })
})

describe('a file that only adds limits to those in force', () => {
  const grown = { comparison: comparison(change('total', 1, 2)), settings: SETTINGS }
  it.each([
    ['a looser limit on the total', 'regression: { max_increase_percent: 500 }'],
    ['a minimum increase', 'regression: { min_increase_usd: 100 }'],
    ['another level of it', 'min_runs: 0\nregression: { level: notice }'],
  ])('cannot loosen what the others leave to the default: %s', (_what, flow) => {
    expect(judged({ ...grown, policy: both('min_runs: 0', flow) }).verdict).toBe('pass')
    expect(judged({ ...grown, policy: both('min_runs: 0', flow, { addsOnly: true }) }).verdict).toBe('fail')
  })

  it('cannot take back that what was there before blocks', () => {
    const cost = 'policies: [{ name: g, totals: { max_total_cost_usd: 0.1 } }]'
    const flow = 'existing_violations: warn\nmin_runs: 0'
    const before = head()
    expect(judged({ policy: both(cost, flow), before }).verdict).toBe('warn')
    expect(judged({ policy: both(cost, flow, { addsOnly: true }), before }).verdict).toBe('fail')
  })

  it('cannot take back an early warning', () => {
    const near = { comparison: comparison(change('total', 1, 1.18)) }
    const flow = 'regression: { max_increase_percent: 20 }'
    expect(judged({ ...near, policy: both('warn_at_percent: 80\nmin_runs: 0', flow) }).verdict).toBe('pass')
    expect(judged({ ...near, policy: both('warn_at_percent: 80\nmin_runs: 0', flow, { addsOnly: true }) }).verdict).toBe('warn')
  })

  it('adds its limits', () => {
    expect(judged({ policy: both('min_runs: 0', 'required_steps: [plan]', { addsOnly: true }) }).verdict).toBe('fail')
  })
})
