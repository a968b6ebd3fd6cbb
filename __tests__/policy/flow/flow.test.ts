import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../../src/policy/read.ts'

const read = (...lines: readonly string[]) => readPolicy('p.yaml', lines.join('\n')).flow
const at = (line: number) => ({ path: 'p.yaml', line, name: null })
const NOTHING = { totals: [], steps: [], requiredSteps: [], models: [], empty: [] }

describe('limits on how flows run', () => {
  it.each(['min_runs', 'min_success_rate', 'max_avg_latency_ms'])('%s is an error, and may be 0', (key) => {
    const totals = [{ key, limit: 0, level: 'error', warnAtPercent: null, policy: at(1) }]
    expect(read(`${key}: 0`)).toEqual({ ...NOTHING, totals })
  })

  it('on failed MCP calls is an error, and may be 0', () => {
    const totals = [{ key: 'max_mcp_error_rate', limit: 0, level: 'error', warnAtPercent: null, policy: at(2) }]
    expect(read('mcp:', '  max_error_rate: 0')).toEqual({ ...NOTHING, totals })
  })

  it('are in one order, those on MCP calls last', () => {
    const { totals } = read('mcp: { max_error_rate: 0.1 }', 'max_avg_latency_ms: 1', 'min_success_rate: 1', 'min_runs: 1')
    expect(totals.map(({ key }) => key)).toEqual(['min_runs', 'min_success_rate', 'max_avg_latency_ms', 'max_mcp_error_rate'])
  })

  it('on steps that must run are one rule that knows the line of each', () => {
    const steps = [
      { name: 'plan', policy: at(3) },
      { name: 'review', policy: at(4) },
    ]
    expect(read('', 'required_steps:', '  - plan', '  - review')).toEqual({
      ...NOTHING,
      requiredSteps: [{ steps, level: 'error', policy: at(2) }],
    })
  })

  it('on models are a rule for each list that knows the line of each name', () => {
    const flow = read('models:', '  denylist:', '    - a', '    - b', '  allowlist: [c]')
    const denied = [
      { name: 'a', policy: at(3) },
      { name: 'b', policy: at(4) },
    ]
    expect(flow).toEqual({
      ...NOTHING,
      models: [
        { key: 'allowlist', patterns: [{ name: 'c', policy: at(5) }], level: 'error', exact: true, policy: at(5) },
        { key: 'denylist', patterns: denied, level: 'error', exact: false, policy: at(2) },
      ],
    })
  })

  it('mean names of models exactly where the policy says so, and those of the allowlist always', () => {
    const exact = (line: string) => read('models:', '  allowlist: [a]', '  denylist: [b]', `  ${line}`).models.map((list) => list.exact)
    expect(exact('exact: true')).toEqual([true, true])
    expect(exact('exact: false')).toEqual([true, false])
  })

  const ALL = ['min_runs: 1', 'required_steps: [a]', 'per_step: { a: { max_error_rate: 0.1 } }', 'warn_at_percent: 80']
  const OWN = ['mcp: { max_error_rate: 0.1 }', 'models: { denylist: [a] }']

  it('have the level that the policy gives them all', () => {
    const { totals, steps, requiredSteps, models } = read('flow_level: notice', ...ALL, ...OWN)
    expect([totals, steps, requiredSteps, models].map((list) => list.length)).toEqual([2, 3, 1, 1])
    for (const { level } of [...totals, ...steps, ...requiredSteps, ...models]) expect(level).toBe('notice')
    for (const { warnAtPercent } of [...totals, ...steps]) expect(warnAtPercent).toBe(80)
  })

  it('have a level of their own on MCP calls and models', () => {
    const { totals, models } = read(
      'flow_level: notice',
      'min_runs: 1',
      'mcp: { max_error_rate: 0.1, level: warning }',
      'models: { denylist: [a], level: warning }',
    )
    expect(totals.map(({ level }) => level)).toEqual(['notice', 'warning'])
    expect(models.map(({ level }) => level)).toEqual(['warning'])
  })
})

describe('flow governance that limits nothing', () => {
  it.each([
    ['required_steps: []', 1],
    ['per_step: {}', 1],
    ['per_step: { a: {} }', 1],
    ['mcp: {}', 1],
    ['models: {}', 1],
    ['models: { allowlist: [] }', 1],
    ['models: { denylist: [] }', 1],
    ['flow_level: notice\nmodels: { exact: true }', 2],
    ['flow_level: notice\n\nmcp: {}\nmodels: {}', 3],
  ])('is a policy that says so with the line of its first key: %j', (text, line) => {
    expect(read(text)).toMatchObject({ empty: [at(line)] })
  })

  it.each([
    'min_runs: 0',
    'min_success_rate: 0',
    'max_avg_latency_ms: 0',
    'mcp: { max_error_rate: 0 }',
    'required_steps: [a]',
    'per_step: { a: { max_error_rate: 0 } }',
    'models: { allowlist: [a] }',
    'models: { allowlist: [], denylist: [a] }',
  ])('is not: %s', (text) => {
    expect(read(text).empty).toEqual([])
  })

  it('is none beside a limit on cost', () => {
    expect(read('models: {}', 'policies: [{ name: g, totals: { max_total_cost_usd: 1 } }]').empty).toEqual([])
  })

  it('is a mistake where a level says how bad that is, and nothing else of the flow is there', () => {
    expect(() => read('flow_level: notice')).toThrow('p.yaml has no limits in it')
  })

  it.each([
    ['mcp:', 'mcp: { max_error_rate: 0.05 }', '"mcp"'],
    ['models:', 'models: { denylist: [gpt-4*] }', '"models"'],
  ])('is a mistake where %s says how bad breaking it is', (key, example, name) => {
    expect(() => read('min_runs: 1', key, '  level: warning')).toThrow(
      new RegExp(`^p\\.yaml:2: ${name} has no limit in it\\. Example: ${example.replaceAll(/[[\]*{}.]/g, '\\$&')}$`),
    )
  })

  it('is no mistake where a list of models is empty, and said to be bad', () => {
    expect(read('min_runs: 1', 'models: { allowlist: [], level: warning }').models).toMatchObject([{ key: 'allowlist', level: 'warning' }])
  })
})
