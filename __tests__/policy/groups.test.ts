import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'

const read = (subject: string, line: string) =>
  readPolicy('p.yaml', `policies:\n  - name: g\n${subject === '' ? '' : `    subject: ${subject}\n`}    limits:\n      x: { ${line} }\n`)

/** Which subjects have the figure, the usual one first; written by hand from docs/policy.md. */
const SUBJECTS: readonly (readonly [string, readonly string[]])[] = [
  ['max_cost_per_run_usd: 1', ['agent']],
  ['max_p95_cost_per_run_usd: 1', ['agent']],
  ['max_p50_cost_per_run_usd: 1', ['agent']],
  ['max_cost_per_day_usd: 1', ['agent', 'model', 'customer']],
  ['max_cost_per_month_usd: 1', ['agent', 'model', 'customer']],
  ['max_daily_spend_usd: 1', ['model', 'agent', 'customer']],
  ['max_total_cost_usd: 1', ['agent', 'model', 'step', 'customer']],
  ['max_input_tokens: 1', ['agent', 'model', 'step']],
  ['max_output_tokens: 1', ['agent', 'model', 'step']],
  ['max_cost_per_1k_tokens_usd: 1', ['agent', 'model', 'step', 'customer']],
  ['max_cost_per_successful_task_usd: 1', ['agent']],
  ['max_price_drift_percent: 1', ['model']],
  ['require_approval: true', ['model', 'agent']],
]

describe('a limit', () => {
  it.each(SUBJECTS)('%s is about %j', (line, kinds) => {
    expect(read('', line).rules).toMatchObject([{ kind: kinds[0], pattern: 'x' }])
    for (const subject of ['agent', 'model', 'step', 'customer']) {
      const key = line.slice(0, line.indexOf(':'))
      if (kinds.includes(subject)) expect(read(subject, line).rules).toMatchObject([{ kind: subject, key }])
      else
        expect(() => read(subject, line)).toThrow(
          `p.yaml:5: ${key} is about ${kinds.map((kind) => `${kind}s`).join(', ')}, but this group has "subject: ${subject}"`,
        )
    }
  })

  it('on a run of a model has a hint of its own: models have no runs', () => {
    expect(() => read('model', 'max_cost_per_run_usd: 1')).toThrow(
      '"subject: model": a model has no runs of its own. Use max_cost_per_day_usd, or move it to a group without "subject: model"',
    )
    expect(() => read('step', 'max_cost_per_run_usd: 1')).toThrow('"subject: step". Remove it, or move it to a group')
    expect(() => read('model', 'max_cost_per_successful_task_usd: 1')).toThrow('"subject: model". Remove it, or move it to a group')
  })

  it('that only says how it applies is refused: nobody would notice that it limits nothing', () => {
    expect(() => read('', 'level: warning')).toThrow('p.yaml:4: "x" has no limit in it. Example: x: { max_total_cost_usd: 5 }')
  })

  it.each([
    ['max_input_tokens: 1.5', 'p.yaml:4'],
    ['max_total_cost_usd: -1', 'p.yaml:4'],
    ['max_total_cost_usd: .nan', 'p.yaml:4'],
    ['max_total_cost_usd: 1, warn_at_percent: 0', 'p.yaml:4'],
    ['max_total_cost_usd: 1, warn_at_percent: 101', 'p.yaml:4'],
    ['max_total_cost_usd: 1, level: fatal', 'p.yaml:4'],
  ])('%s is refused with its line', (line, place) => {
    expect(() => read('', line)).toThrow(place)
  })

  it('on everything knows its line, and is a rule of its own beside one of the same name', () => {
    const yaml = `policies:
  - name: g
    approvable: true
    level: warning
    limits: { a: { max_total_cost_usd: 1 } }
    totals:
      max_total_cost_usd: 2
      max_unattributed_percent: { agent: 5, customer: 0 }
`
    expect(readPolicy('p.yaml', yaml).rules).toMatchObject([
      { kind: 'agent', key: 'max_total_cost_usd', limit: 1, level: 'warning', approvable: true, policy: { line: 5 } },
      { kind: 'total', key: 'max_total_cost_usd', limit: 2, level: 'warning', approvable: true, policy: { line: 7 } },
      { kind: 'agent', key: 'max_unattributed_percent', limit: 5, policy: { line: 8 } },
      { kind: 'customer', key: 'max_unattributed_percent', limit: 0, policy: { line: 8 } },
    ])
  })
})

describe('the example of docs/policy.md', () => {
  it('of levels on flows is a policy that means what it says', () => {
    const [, yaml = ''] = /```yaml\n(flow_level[\s\S]*?)```/.exec(readFileSync('docs/policy.md', 'utf8')) ?? []
    const { flow } = readPolicy('docs', yaml)
    expect(flow).toMatchObject({
      totals: [{ key: 'min_success_rate', level: 'warning' }],
      models: [{ key: 'denylist', level: 'error' }],
    })
    // An entry replaces the others, so that the limits that it does not have are none.
    expect(flow?.steps.filter(({ limit }) => limit !== null)).toMatchObject([
      { key: 'max_error_rate', pattern: '*', limit: 0.1, level: 'warning', expires: null },
      { key: 'max_error_rate', pattern: 'search', limit: 0.3, level: 'warning', expires: '2026-12-31' },
    ])
  })

  it('is a policy, with the exception and the levels that it describes', () => {
    const [, yaml = ''] = /```yaml\n(warn_at_percent[\s\S]*?)```/.exec(readFileSync('docs/policy.md', 'utf8')) ?? []
    expect(readPolicy('docs', yaml)).toMatchObject({
      total: { warnAtPercent: 80 },
      expiries: [{ pattern: 'acme', lastDay: '2026-12-31', policy: { name: 'customers' } }],
      rules: [
        { kind: 'customer', pattern: '*', limit: 5, level: 'error', warnAtPercent: 80, expires: null },
        { kind: 'customer', pattern: 'acme', limit: 20, expires: '2026-12-31' },
        { kind: 'total', limit: 100, level: 'warning' },
      ],
    })
  })
})
