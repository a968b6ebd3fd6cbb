import { describe, expect, it } from 'vitest'
import { type Expected, ended, type Flow, mcp, mean, outcomeOf, step, steps } from '../../support/judge/flows.ts'

type Row<Value> = readonly [value: Value, limit: number, expected: Expected]
type Share = readonly [part: number, of: number]

/** A table of values, limits and outcomes, written by hand: strict as named; a share of nothing is not judged, but for that of the runs, which is 0. */
function judgeTable<Value>(
  rule: string,
  policyOf: (limit: number) => string,
  flowOf: (value: Value) => Flow,
  subject: string | null,
  rows: readonly Row<Value>[],
): void {
  describe(policyOf(0).replace(/\b0\b/, 'LIMIT'), () => {
    it.each(rows)('%j, limit %f: %s', (value, limit, expected) => {
      expect(outcomeOf(policyOf(limit), flowOf(value), rule, subject)).toBe(expected)
    })
  })
}

judgeTable(
  'min_runs',
  (limit) => `min_runs: ${limit}`,
  (runs: number) => ({ runs }),
  null,
  [
    [2, 3, 'failed'],
    [3, 3, 'passed'],
    [4, 3, 'passed'],
    [0, 1, 'failed'],
    [0, 0, 'passed'],
  ],
)

judgeTable<Share>(
  'min_success_rate',
  (limit) => `min_success_rate: ${limit}`,
  ([successes, runs]) => ended(successes, runs),
  null,
  [
    [[18, 20], 0.95, 'failed'],
    [[19, 20], 0.95, 'passed'],
    [[20, 20], 0.95, 'passed'],
    [[29, 100], 0.29, 'passed'],
    [[28, 100], 0.29, 'failed'],
    [[0, 3], 0, 'passed'],
    [[0, 3], 0.01, 'failed'],
    [[2, 3], 1, 'failed'],
    [[3, 3], 1, 'passed'],
    [[0, 0], 1, 'failed'],
    [[0, 0], 0, 'passed'],
  ],
)

const LATENCIES: readonly Row<number | null>[] = [
  [999.999, 1000, 'passed'],
  [1000, 1000, 'passed'],
  [1000.001, 1000, 'failed'],
  [0.3, 0.3, 'passed'],
  [0, 0, 'passed'],
  [0.001, 0, 'failed'],
  [null, 0, 'unmatched'],
]
judgeTable('max_avg_latency_ms', (limit) => `max_avg_latency_ms: ${limit}`, mean, null, LATENCIES)
judgeTable(
  'max_avg_latency_ms',
  (limit) => `per_step: { default: { max_avg_latency_ms: ${limit} } }`,
  (ms: number | null) => steps(step('plan', { ms })),
  'plan',
  LATENCIES,
)

const ERROR_RATES: readonly Row<Share>[] = [
  [[1, 21], 0.05, 'passed'],
  [[1, 20], 0.05, 'passed'],
  [[1, 19], 0.05, 'failed'],
  [[3, 10], 0.3, 'passed'],
  [[7, 100], 0.07, 'passed'],
  [[1, 1], 1, 'passed'],
  [[0, 5], 0, 'passed'],
  [[1, 1000], 0, 'failed'],
  [[0, 0], 0, 'unmatched'],
]
judgeTable(
  'max_error_rate',
  (limit) => `per_step: { default: { max_error_rate: ${limit} } }`,
  ([errors, runs]: Share) => steps(step('plan', { runs, errors })),
  'plan',
  ERROR_RATES,
)
judgeTable(
  'max_mcp_error_rate',
  (limit) => `per_step: { default: { max_mcp_error_rate: ${limit} } }`,
  ([errors, calls]: Share) => steps(step('plan', { runs: 5, errors: 5, mcp: [calls, errors] })),
  'plan',
  ERROR_RATES,
)
judgeTable(
  'max_mcp_error_rate',
  (limit) => `mcp: { max_error_rate: ${limit} }`,
  ([errors, calls]: Share) => mcp(errors, calls),
  null,
  ERROR_RATES,
)

describe('mcp.max_error_rate of 10 %', () => {
  const two = (errors: number, calls: number) => steps(step('a', { mcp: [5, errors] }), step('b', { mcp: [calls - 5, 0] }), step('c'))
  it.each<readonly [why: string, flow: Flow, expected: Expected]>([
    ['no totals, 2 of 20 calls of the steps', two(2, 20), 'passed'],
    ['no totals, 2 of 19 calls of the steps', two(2, 19), 'failed'],
    ['totals come before the steps', { ...mcp(0, 100), ...two(5, 10) }, 'passed'],
    ['totals of no calls are none', { ...mcp(0, 0), ...two(5, 10) }, 'failed'],
    ['neither totals nor calls of steps', { ...mcp(0, 0), ...steps(step('a')) }, 'unmatched'],
    ['nothing is known', {}, 'unmatched'],
  ])('%s', (_why, flow, expected) => {
    expect(outcomeOf('mcp: { max_error_rate: 0.1 }', flow, 'max_mcp_error_rate', null)).toBe(expected)
  })
})

it.each(['min_success_rate: 1', 'max_avg_latency_ms: 0'])('%s judges nothing where nothing is known of a flow', (yaml) => {
  expect(outcomeOf(yaml, { runs: 5 }, yaml.replace(/:.*/, ''), null)).toBe('unmatched')
})
