import { describe, expect, it } from 'vitest'
import { stats } from '../../support/judge/builders.ts'
import { judgeFlowBy, sayOfFlow } from '../../support/judge/flow-rulings.ts'
import { type Flow, step, steps } from '../../support/judge/flows.ts'

describe('a limit on a step says', () => {
  const latency = 'per_step: { plan: { max_avg_latency_ms: 5 } }'
  const errors = 'per_step: { plan: { max_error_rate: 0.5 } }'
  const mcpErrors = 'per_step: { plan: { max_mcp_error_rate: 0.5 } }'

  it.each<[string, Flow, string]>([
    [latency, steps(step('plan', { ms: 5 })), 'passed: plan: mean latency 5 ms, limit 5 ms'],
    [latency, steps(step('plan', { ms: 5.25 })), 'error: plan: mean latency 5.3 ms, limit 5 ms'],
    [latency, steps(step('plan')), 'unmatched: plan: none of its runs says how long it took'],
    [errors, steps(step('plan', { runs: 2, errors: 1 })), 'passed: plan: 1 of 2 runs failed: 50 %, limit 50 %'],
    [errors, steps(step('plan', { runs: 3, errors: 2 })), 'error: plan: 2 of 3 runs failed: 66.7 %, limit 50 %'],
    [errors, steps(step('plan', { runs: 1999, errors: 1000 })), 'error: plan: 1,000 of 1,999 runs failed: 50.03 %, limit 50 %'],
    [
      'per_step: { plan: { max_error_rate: 0.50026 } }',
      steps(step('plan', { runs: 1999, errors: 1000 })),
      'passed: plan: 1,000 of 1,999 runs failed: 50.025 %, limit 50.026 %',
    ],
    [errors, steps(step('plan', { runs: 0 })), 'unmatched: plan: it has no runs, so there is no error rate'],
    [mcpErrors, steps(step('plan', { runs: 2, errors: 2, mcp: [4, 2] })), 'passed: plan: 2 of 4 MCP calls failed: 50 %, limit 50 %'],
    [mcpErrors, steps(step('plan', { mcp: [4, 3] })), 'error: plan: 3 of 4 MCP calls failed: 75 %, limit 50 %'],
    [mcpErrors, steps(step('plan')), 'unmatched: plan: it has no MCP calls, so there is no error rate'],
    [
      mcpErrors,
      steps({ ...step('plan'), mcp: { calls: 4, errors: 0, unknown_outcomes: 4 } }),
      'unmatched: plan: nobody says whether its MCP calls failed',
    ],
  ])('%s', (yaml, flow, said) => {
    expect(sayOfFlow(yaml, flow)).toContain(said)
  })

  it('the figures, the unit and the line', () => {
    expect(judgeFlowBy(mcpErrors, steps(step('plan', { mcp: [4, 3] })))).toMatchObject([
      { rule: 'max_mcp_error_rate', subject: { kind: 'step', name: 'plan' }, actual: 0.75, limit: 0.5, unit: 'ratio', policy: { line: 1 } },
    ])
    expect(judgeFlowBy(latency, steps(step('plan', { ms: 6 })))).toMatchObject([{ actual: 6, limit: 5, unit: 'ms' }])
  })
})

describe('the required steps', () => {
  const yaml = 'required_steps:\n  - plan\n  - review\n'
  const required = (flow: Flow, earlier: Flow | null = null) =>
    judgeFlowBy(yaml, flow, earlier).map((ruling) => ({
      said: `${'level' in ruling ? ruling.level : ruling.outcome}: ${ruling.message}`,
      facts: [ruling.rule, ruling.subject.kind, ruling.subject.name, ruling.actual, ruling.unit, ruling.policy?.line],
    }))

  it('that are missing are one finding at the line of the first, counted in runs where a flow tells of its steps', () => {
    expect(required(steps(step('other')))).toEqual([
      { said: 'error: required steps plan, review did not run', facts: ['required_steps', 'step', 'plan, review', 0, 'runs', 2] },
    ])
    expect(required({ flow_told: ['steps'] })).toMatchObject([{ facts: ['required_steps', 'step', 'plan, review', 0, 'runs', 2] }])
    expect(required({})).toMatchObject([{ facts: ['required_steps', 'step', 'plan, review', 0, 'calls', 2] }])
  })

  it('are there with their runs, or with the calls where nothing tells of steps', () => {
    expect(required(steps(step('review', { runs: 2 }), step('plan', { runs: 0 })))).toEqual([
      { said: 'passed: required step plan is there', facts: ['required_steps', 'step', 'plan', 0, 'runs', 2] },
      { said: 'passed: required step review ran', facts: ['required_steps', 'step', 'review', 2, 'runs', 3] },
    ])
    expect(required({ step_stats: { plan: stats({ calls: 7 }), review: stats({ calls: 1 }) } })).toEqual([
      { said: 'passed: required step plan ran', facts: ['required_steps', 'step', 'plan', 7, 'calls', 2] },
      { said: 'passed: required step review ran', facts: ['required_steps', 'step', 'review', 1, 'calls', 3] },
    ])
  })

  it('did not run where they are known without a call, as from days before since', () => {
    expect(required({ step_stats: { plan: stats({ calls: 0 }), review: stats() } })).toMatchObject([
      { said: 'error: required step plan did not run' },
      { said: 'passed: required step review ran' },
    ])
  })

  it('that were missing before are findings of their own', () => {
    const levels = (now: Flow, earlier: Flow) => required(now, earlier).map(({ said }) => said)
    const [none, plan] = [steps(step('other')), steps(step('plan'))]
    expect(levels(none, plan)).toEqual(['error: required step plan did not run', 'error: required step review did not run'])
    expect(levels(none, none)).toEqual(['error: required step plan did not run', 'error: required step review did not run'])
    expect(levels(none, steps(step('plan'), step('review')))).toEqual(['error: required steps plan, review did not run'])
    expect(levels(plan, none)).toEqual(['error: required step review did not run', 'passed: required step plan ran'])
  })
})
