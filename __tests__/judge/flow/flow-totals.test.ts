import { describe, expect, it } from 'vitest'
import type { Source, StepMcpStats } from '../../../src/generated/types.ts'
import { judgeFlowBy, sayOfFlow } from '../../support/judge/flow-rulings.ts'
import { ended, type Flow, mcp, mean, step, steps } from '../../support/judge/flows.ts'

const source = (format: Source['format']): Source => ({ path: format, format, role: 'counted', files: 1, records: 1, cost_usd: 0 })

describe('a limit on a whole flow', () => {
  it.each([
    ['min_runs', 'min_runs: 2', 'runs', 1],
    ['min_success_rate', 'min_success_rate: 0.9', 'ratio', 0.5],
    ['max_avg_latency_ms', 'max_avg_latency_ms: 10', 'ms', 20],
    ['max_mcp_error_rate', 'mcp: { max_error_rate: 0.1 }', 'ratio', 0.25],
  ])('%s is about the total', (rule, yaml, unit, actual) => {
    const flow = { ...ended(1, 2), ...mean(20), ...mcp(1, 4), runs: 1 }
    expect(judgeFlowBy(yaml, flow)).toMatchObject([{ rule, subject: { kind: 'total', name: null }, unit, actual, policy: { line: 1 } }])
  })

  it.each([
    ['min_success_rate: 1', 'no run says how it ended, so there is no success rate', 'ratio'],
    ['max_avg_latency_ms: 1', 'no step says how long it took', 'ms'],
    ['mcp: { max_error_rate: 1 }', 'there are no MCP calls', 'ratio'],
  ])('%s is not judged where nothing tells of it', (yaml, message, unit) => {
    expect(judgeFlowBy(yaml, {})).toMatchObject([{ outcome: 'unmatched', message, unit, actual: null }])
  })

  it('that limits nothing is a warning about the data', () => {
    expect(judgeFlowBy('models: {}', {})).toMatchObject([{ level: 'warning', rule: 'no_limits', subject: { kind: 'data', name: null } }])
  })
})

describe('the success rate', () => {
  const rate = (flow: Flow, limit = 0.5) => sayOfFlow(`min_success_rate: ${limit}`, flow)

  it.each<[Flow, string]>([
    [ended(1, 1), 'passed: 1 of 1 run succeeded: 100 %, at least 50 %'],
    [{ flow_runs: 2 }, 'error: 0 of 2 runs succeeded: 0 %, at least 50 %'],
    [{ ...ended(1, 2), success_rate: 0.50000001 }, 'passed: success rate as the flow summary says: 50.000001 %, at least 50 %'],
    [{ ...ended(1, 2), success_rate: 0.5000000009 }, 'passed: 1 of 2 runs succeeded: 50.0000001 %, at least 50 %'],
    [{ ...ended(0, 0), success_rate: 1e-9 }, 'error: success rate as the flow summary says: 0.0000001 %, at least 50 %'],
  ])('of %j', (flow, said) => {
    expect(rate(flow)).toEqual([said])
  })

  it('is told with enough digits to tell it from the limit', () => {
    expect(rate(ended(1000, 1999), 0.50026)).toEqual(['error: 1,000 of 1,999 runs succeeded: 50.025 %, at least 50.026 %'])
  })
})

describe('the mean latency', () => {
  it.each<[Flow, string]>([
    [{ avg_latency_ms: 0 }, 'unmatched: no step says how long it took'],
    [{ avg_latency_ms: 0, latency_count: 1 }, 'passed: mean latency of 1 step run: 0 ms, limit 5 ms'],
    [{ avg_latency_ms: 6 }, 'error: mean latency of 0 step runs: 6 ms, limit 5 ms'],
  ])('of %j', (flow, said) => {
    expect(sayOfFlow('max_avg_latency_ms: 5', flow)).toEqual([said])
  })
})

describe('the share of MCP calls that failed', () => {
  const alone: Flow = { sources: [source('flow-summary')] }
  const untold: Flow = { mcp: { calls: 10, errors: 0, unknown_outcomes: 10, tokens: { input: 0, output: 0, total: 0 }, cost_usd: 0 } }
  const ofSteps = (calls: StepMcpStats) => steps({ ...step('a'), mcp: calls })
  const five = ofSteps({ calls: 10, errors: 5 })
  const silent = 'unmatched: nobody says whether the MCP calls failed'

  it.each<[string, Flow, string]>([
    ['its total', { ...mcp(0, 10), ...five }, 'passed: 0 of 10 MCP calls failed: 0 %, limit 10 %'],
    ['its total, of a flow summary alone', { ...alone, ...mcp(2, 10), ...five }, 'error: 2 of 10 MCP calls failed: 20 %, limit 10 %'],
    ['its steps where there is no total', five, 'error: 5 of 10 MCP calls failed: 50 %, limit 10 %'],
    [
      'its steps, of a flow summary without a total, as a warning',
      { ...alone, ...five },
      'warning: 5 of 10 MCP calls failed by the steps, and no total says so: 50 %, limit 10 %',
    ],
    [
      'its steps, of a flow summary whose total is silent, as a warning',
      { ...alone, ...untold, ...five },
      'warning: 5 of 10 MCP calls failed by the steps, and no total says so: 50 %, limit 10 %',
    ],
    ['nothing where its total is silent', { ...untold, ...five }, silent],
    ['nothing where its total is silent and no step has calls', { ...alone, ...untold, ...steps(step('a')) }, silent],
    ['nothing where its total is silent and there are no steps', { ...alone, ...untold }, silent],
    ['nothing where its steps are silent', ofSteps({ calls: 10, errors: 0, unknown_outcomes: 10 }), silent],
    ['nothing where there are no calls', { ...alone, ...steps(step('a')) }, 'unmatched: there are no MCP calls'],
  ])('is that of %s', (_what, flow, said) => {
    expect(sayOfFlow('mcp: { max_error_rate: 0.1 }', flow)).toEqual([said])
  })
})
