import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'

const read = (...lines: readonly string[]) =>
  readPolicy('p.yaml', ['policies:', '  - name: g', ...lines.map((line) => `    ${line}`)].join('\n'))
const at = (line: number) => ({ path: 'p.yaml', line, name: 'g' })
const base = { level: 'error', approvable: false, warnAtPercent: null, expires: null }

const TOTALS = [
  'max_total_cost_usd',
  'max_total_cost_per_day_usd',
  'max_total_cost_per_month_usd',
  'max_p95_cost_per_run_usd',
  'max_p50_cost_per_run_usd',
  'max_cost_per_successful_task_usd',
  'max_cost_per_1k_tokens_usd',
  'max_unpriced_calls',
]
const KINDS = ['agent', 'model', 'step', 'customer']

describe('a limit on everything', () => {
  it.each(TOTALS)('%s is an error that nobody may accept', (key) => {
    expect(read(`totals: { ${key}: 7 }`).rules).toEqual([{ kind: 'total', key, limit: 7, policy: at(3), ...base }])
  })

  it('may be 0', () => {
    expect(read('totals: { max_unpriced_calls: 0 }').rules).toMatchObject([{ key: 'max_unpriced_calls', limit: 0 }])
  })

  it('is in one order, whatever that of the file', () => {
    const totals = TOTALS.toReversed().map((key) => `  ${key}: 7`)
    expect(read('totals:', ...totals).rules.map(({ key }) => key)).toEqual(TOTALS)
  })

  it.each(KINDS)('on what names no %s is about each kind by itself', (kind) => {
    const { rules } = read('totals:', `  max_unattributed_percent: { ${kind}: 0 }`)
    expect(rules).toEqual([{ kind, key: 'max_unattributed_percent', limit: 0, policy: at(4), ...base }])
  })

  it.each([
    ['max_projected_cost_per_month_usd', '', false],
    ['max_projected_increase_per_month_usd', '', true],
    ['max_projected_cost_per_month_usd', 'approvable: true', true],
    ['max_projected_increase_per_month_usd', 'approvable: false', false],
  ])('%s in a group that says %j may be accepted: %s', (key, line, approvable) => {
    const { rules } = read(`totals: { ${key}: 7 }`, line)
    expect(rules).toEqual([{ kind: 'total', key, limit: 7, policy: at(3), ...base, approvable }])
  })

  it('comes after limits on names and thresholds, and before shares that name nobody', () => {
    const { rules } = read(
      'totals: { max_unattributed_percent: { agent: 1 }, max_projected_cost_per_month_usd: 1, max_total_cost_usd: 1 }',
      'thresholds: { error_cost_per_run_usd: 2, warn_cost_per_run_usd: 1 }',
      'limits: { a: { max_cost_per_run_usd: 1 } }',
    )
    expect(rules.map(({ key }) => key)).toEqual([
      'max_cost_per_run_usd',
      'warn_cost_per_run_usd',
      'error_cost_per_run_usd',
      'max_total_cost_usd',
      'max_projected_cost_per_month_usd',
      'max_unattributed_percent',
    ])
  })
})

describe('a threshold', () => {
  it('has the level of its name, whatever the level of the group', () => {
    const { rules } = read('level: notice', 'thresholds: { warn_cost_per_run_usd: 0, error_cost_per_run_usd: 2 }')
    expect(rules).toEqual([
      { ...base, kind: 'run', key: 'warn_cost_per_run_usd', limit: 0, level: 'warning', policy: at(4) },
      { ...base, kind: 'run', key: 'error_cost_per_run_usd', limit: 2, level: 'error', policy: at(4) },
    ])
  })
})

describe('what a group says of its limits', () => {
  it('is meant by all of them', () => {
    const { rules } = read(
      'level: notice',
      'warn_at_percent: 70',
      'expires: 2026-12-31',
      'approvable: true',
      'totals: { max_total_cost_usd: 1, max_projected_cost_per_month_usd: 1, max_unattributed_percent: { step: 1 } }',
      'limits: { a: { max_total_cost_usd: 1 } }',
    )
    expect(rules).toHaveLength(4)
    const said = { level: 'notice', warnAtPercent: 70, expires: '2026-12-31', approvable: true }
    for (const rule of rules) expect(rule).toMatchObject(said)
  })

  it('goes before what the policy says at its top, and that before nothing', () => {
    const group = (name: string, line: string) => `  - { name: ${name}, totals: { max_total_cost_usd: 1 }${line} }`
    const text = ['warn_at_percent: 50', 'policies:', group('a', ''), group('b', ', warn_at_percent: 90')].join('\n')
    expect(readPolicy('p.yaml', text).rules.map(({ warnAtPercent }) => warnAtPercent)).toEqual([50, 90])
  })
})
