import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../src/policy/read.ts'

const read = (...lines: readonly string[]) => readPolicy('p.yaml', lines.join('\n')).flow.steps
const at = (line: number) => ({ path: 'p.yaml', line, name: null })
const base = { kind: 'step', group: 'per_step', level: 'error', warnAtPercent: null, expires: null, approvable: false }
const KEYS = ['max_error_rate', 'max_avg_latency_ms', 'max_mcp_error_rate']

describe('an entry of per_step', () => {
  it.each(KEYS)('limits %s, and frees from the others', (key) => {
    const steps = read('per_step:', '  plan:', '', `    ${key}: 0`)
    const others = KEYS.filter((other) => other !== key)
    expect(steps).toEqual([
      { ...base, pattern: 'plan', key, limit: 0, policy: at(4) },
      ...others.map((other) => ({ ...base, pattern: 'plan', key: other, limit: null, policy: at(2) })),
    ])
  })

  it('leaves the others to less specific entries where it overrides', () => {
    expect(read('per_step_merge: override', 'per_step: { plan: { max_error_rate: 0.5 } }')).toEqual([
      { ...base, pattern: 'plan', key: 'max_error_rate', limit: 0.5, policy: at(2) },
    ])
  })

  it('named default is about all steps, and comes before the others', () => {
    const steps = read('per_step_merge: override', 'per_step:', ...['b', 'default', 'a'].map((name) => `  ${name}: { max_error_rate: 0 }`))
    expect(steps.map(({ pattern, policy: { line } }) => [pattern, line])).toEqual([
      ['*', 4],
      ['b', 3],
      ['a', 5],
    ])
  })

  it('says for itself how bad it is, and until when', () => {
    const steps = read('flow_level: notice', 'per_step: { plan: { max_error_rate: 0.1, level: warning, expires: 2026-12-31 } }')
    expect(steps).toHaveLength(3)
    for (const step of steps) expect(step).toMatchObject({ level: 'warning', expires: '2026-12-31' })
  })
})

describe('an entry of per_step without a limit', () => {
  const REPLACE = 'per_step_merge: replace'
  const OVERRIDE = 'per_step_merge: override'
  const refusal = (name: string) => `p.yaml:4: "${name}" has no limit in it. Example: ${name}: { max_error_rate: 0.1 }`
  const entry = (merge: string, limits: string) => () => read('min_runs: 1', merge, 'per_step:', `  plan: ${limits}`)

  it.each([
    [REPLACE, '{}'],
    [REPLACE, '{ expires: 2026-12-31 }'],
  ])('with %s frees its steps from all limits: %s', (merge, limits) => {
    expect(entry(merge, limits)().map(({ key, limit }) => [key, limit])).toEqual(KEYS.map((key) => [key, null]))
  })

  it('frees its steps where the policy does not say what an entry means, be it up to some day', () => {
    expect(read('per_step: { plan: { expires: 2026-12-31 } }').map(({ limit }) => limit)).toEqual([null, null, null])
  })

  it('with override says nothing', () => {
    expect(entry(OVERRIDE, '{}')()).toEqual([])
  })

  it.each([
    [REPLACE, '{ level: warning }'],
    [REPLACE, '{ level: warning, expires: 2026-12-31 }'],
    [OVERRIDE, '{ level: warning }'],
    [OVERRIDE, '{ expires: 2026-12-31 }'],
  ])('with %s is a mistake: %s', (merge, limits) => {
    expect(entry(merge, limits)).toThrow(refusal('plan'))
  })
})
