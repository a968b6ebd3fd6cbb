import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'

/** The rules of one group with these limits on x. */
const read = (limits: string, ...lines: readonly string[]) =>
  readPolicy('p.yaml', ['policies:', '  - name: g', `    limits: { x: { ${limits} } }`, ...lines.map((line) => `    ${line}`)].join('\n'))
const policy = { path: 'p.yaml', line: 3, name: 'g' }

describe('a limit on a name', () => {
  const base = { pattern: 'x', group: 'policies.0', level: 'error', warnAtPercent: null, expires: null, exact: false, policy }

  it('is an error that nobody may accept', () => {
    const { rules } = read('max_total_cost_usd: 0')
    expect(rules).toEqual([{ ...base, kind: 'agent', key: 'max_total_cost_usd', limit: 0, approvable: false }])
  })

  it.each([
    ['max_cost_per_run_usd', 'agent'],
    ['max_p95_cost_per_run_usd', 'agent'],
    ['max_p50_cost_per_run_usd', 'agent'],
    ['max_cost_per_successful_task_usd', 'agent'],
    ['max_cost_per_day_usd', 'agent'],
    ['max_cost_per_month_usd', 'agent'],
    ['max_daily_spend_usd', 'model'],
    ['max_price_drift_percent', 'model'],
  ])('of %s may be 0, and is about the %s', (key, kind) => {
    expect(read(`${key}: 0`).rules).toEqual([{ ...base, kind, key, limit: 0, approvable: false }])
  })

  it('that asks for approval may be accepted, and has no share that warns', () => {
    const { rules } = read('require_approval: true, warn_at_percent: 80')
    expect(rules).toEqual([{ ...base, kind: 'model', key: 'require_approval', required: true, approvable: true }])
    expect(read('require_approval: true', 'subject: agent').rules).toMatchObject([{ kind: 'agent' }])
  })

  it('is of its own group, by its place in the file', () => {
    const group = (name: string) => `  - { name: ${name}, limits: { x: { max_total_cost_usd: 1 } } }`
    const { rules } = readPolicy('p.yaml', ['policies:', group('same'), group('same')].join('\n'))
    expect(rules).toMatchObject([{ group: 'policies.0' }, { group: 'policies.1' }])
  })

  it('is in one order, whatever that of the file', () => {
    const keys = [
      'max_cost_per_run_usd',
      'max_p95_cost_per_run_usd',
      'max_p50_cost_per_run_usd',
      'max_cost_per_successful_task_usd',
      'max_cost_per_day_usd',
      'max_cost_per_month_usd',
      'max_daily_spend_usd',
      'max_total_cost_usd',
      'max_input_tokens',
      'max_output_tokens',
      'max_cost_per_1k_tokens_usd',
    ]
    const limits = keys.toReversed().map((key) => `${key}: 1`)
    expect(read(`require_approval: true, ${limits.join(', ')}`).rules.map(({ key }) => key)).toEqual([...keys, 'require_approval'])
  })
})

describe('what a limit on a name says of itself', () => {
  it.each([
    ['level', ', level: notice', 'level: warning', 'notice', 'warning', 'error'],
    ['warnAtPercent', ', warn_at_percent: 90', 'warn_at_percent: 70', 90, 70, null],
    ['exact', ', exact: false', 'exact: true', false, true, false],
  ] as const)('as its %s goes before what the group says, and that before the usual', (field, own, ofGroup, said, common, usual) => {
    const one = (limit: string, ...lines: string[]) => read(`max_total_cost_usd: 1${limit}`, ...lines).rules[0]
    expect(one(own, ofGroup)).toHaveProperty(field, said)
    expect(one(own)).toHaveProperty(field, said)
    expect(one('', ofGroup)).toHaveProperty(field, common)
    expect(one('')).toHaveProperty(field, usual)
  })

  it.each([
    [', expires: 2026-12-30', 'expires: 2026-12-31', '2026-12-30'],
    [', expires: 2026-12-31', 'expires: 2026-12-30', '2026-12-30'],
    [', expires: 2026-12-31', 'expires: 2026-12-31', '2026-12-31'],
    [', expires: 2026-12-31', '', '2026-12-31'],
    ['', 'expires: 2026-12-31', '2026-12-31'],
  ])('of its last day counts up to that of its group: %j and %j', (own, ofGroup, lastDay) => {
    expect(read(`max_total_cost_usd: 1${own}`, ofGroup).rules).toMatchObject([{ expires: lastDay }])
  })
})

describe('a limit that only says how it applies', () => {
  it.each(['level: warning', 'warn_at_percent: 80', 'exact: true', 'expires: 2026-12-31'])('is refused: %s', (line) => {
    expect(() => read(line)).toThrow('p.yaml:3: "x" has no limit in it. Example: x: { max_total_cost_usd: 5 }')
  })
})
