import { describe, expect, it } from 'vitest'
import { describeRule } from '../../src/render/findings/rules.ts'
import { PLAIN } from '../../src/words/escape.ts'
import { agent, change, comparison, head, judged, policy, stats } from '../support/judge/builders.ts'
import { findingOf, ruled } from '../support/judge/spend.ts'

const RULE = 'max_total_cost_usd'
const step = (cost_usd: number) => head({ step_stats: { s: stats({ cost_usd }) } })
const rules = (top: string, group: string, limits: string) =>
  policy(`${top}policies:\n  - name: g\n    subject: step\n${group}    limits: { s: { ${RULE}: 0.3${limits} } }\n`)
const [TOP, GROUP, LIMITS] = ['warn_at_percent: 80\n', '    warn_at_percent: 80\n', ', warn_at_percent: 80']

describe('warn_at_percent', () => {
  it.each([
    ['the policy', TOP, '', ''],
    ['the group', '', GROUP, ''],
    ['the limits', '', '', LIMITS],
    ['the limits, before the group', '', '    warn_at_percent: 10\n', LIMITS],
    ['the group, before the policy', 'warn_at_percent: 10\n', GROUP, ''],
  ])('of %s warns from this share on', (_what, ...lines) => {
    // 0.24 / 0.3 is 0.8 on paper and 0.7999999999999999 or 0.8000000000000002 in doubles.
    const outcomes = [0.239999999999, 0.24, 0.3, 0.300000000001].map((cost) => ruled(rules(...lines), step(cost), RULE)[0]?.outcome)
    expect(outcomes).toEqual(['passed', 'warning', 'warning', 'error'])
  })

  it('says so in the message and in the table', () => {
    const finding = findingOf(rules(TOP, '', ''), step(0.27), RULE)
    expect(finding).toMatchObject({
      message: 's: cost $0.27, limit $0.30 in all; a warning from 80 % of the limit on',
      percent_of_limit: expect.closeTo(90, 9),
      approvable: false,
      eased: null,
    })
    if (finding === undefined) throw new Error('it is a finding')
    expect(describeRule(finding, PLAIN)).toBe('Cost of step s, near its limit')
    expect(describeRule({ ...finding, actual: 0.31, level: 'error' }, PLAIN)).toBe('Cost of step s')
  })

  it('warns of nothing where a limit is 0', () => {
    const none = policy(`warn_at_percent: 1\npolicies: [{ name: g, subject: step, limits: { s: { ${RULE}: 0 } } }]`)
    expect(ruled(none, step(0), RULE)).toMatchObject([{ outcome: 'passed' }])
  })

  it('warns of runs, days and growth as well', () => {
    const all = policy(
      'warn_at_percent: 80\nregression: { max_increase_percent: 20, min_increase_usd: 0.1 }\npolicies:\n  - { name: g, limits: { a: { max_cost_per_run_usd: 1 } }, thresholds: { error_cost_per_run_usd: 1 } }\n',
    )
    const usage = head({ agent_stats: { a: agent({ r: 0.9 }) }, run_costs: agent({ r: 0.9 }).run_costs })
    const levels = (before: number, now: number) =>
      judged({ policy: all, head: usage, comparison: comparison(change('total', before, now)) }).findings.map(({ rule, level }) => [
        rule,
        level,
      ])
    const spend = [
      ['error_cost_per_run_usd', 'warning'],
      ['max_cost_per_run_usd', 'warning'],
    ]
    expect(levels(1, 1.159)).toEqual(spend)
    expect(levels(1, 1.16).sort()).toEqual([...spend, ['max_increase_percent', 'warning']].sort())
    // An increase that is too small to count is near to nothing.
    expect(levels(0.1, 0.119)).toEqual(spend)
  })

  it('warns of the limits of a flow, but not of its minimums', () => {
    const flow = policy(
      'warn_at_percent: 80\nmin_runs: 1\nmin_success_rate: 0.5\nmax_avg_latency_ms: 1000\nper_step: { s: { max_error_rate: 0.5 } }',
    )
    const ended = {
      name: 's',
      runs: 10,
      successes: 6,
      errors: 4,
      success_rate: 0.6,
      avg_latency_ms: 900,
      latency_total_ms: 9000,
      latency_count: 10,
    }
    const usage = head({
      flow_runs: 10,
      successes: 6,
      avg_latency_ms: 900,
      latency_count: 10,
      steps: [{ ...ended, error_types: {} }],
    })
    expect(judged({ policy: flow, head: usage }).findings.map(({ rule, level }) => [rule, level])).toEqual([
      ['max_avg_latency_ms', 'warning'],
      ['max_error_rate', 'warning'],
    ])
  })
})

describe('level', () => {
  it.each([
    ['the group', '    level: notice\n', '', 'notice', 'notice'],
    ['the group', '    level: warning\n', '', 'warning', 'warning'],
    ['the limits', '', ', level: notice', 'notice', 'notice'],
    ['the limits, before the group', '    level: notice\n', ', level: error', 'error', 'warning'],
  ])('of %s is that of a broken limit, and a near one is never worse', (_what, group, limits, broken, near) => {
    expect(ruled(rules(TOP, group, limits), step(0.4), RULE)).toMatchObject([{ outcome: broken }])
    expect(ruled(rules(TOP, group, limits), step(0.3), RULE)).toMatchObject([{ outcome: near }])
  })

  it('of a limit on growth is its own', () => {
    const growth = policy('regression: { per_step: { s: { max_increase_percent: 10, level: warning } } }')
    const grown = comparison(change('total', 1, 1), { steps: [change('s', 1, 2)] })
    expect(judged({ policy: growth, comparison: grown }).verdict).toBe('warn')
  })
})
