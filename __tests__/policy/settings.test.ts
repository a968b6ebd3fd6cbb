import { describe, expect, it } from 'vitest'
import { FaultyFile } from '../../src/errors.ts'
import { readPolicy } from '../../src/policy/read.ts'
import { readPolicies } from '../../src/policy/read-all.ts'

const ALL = `existing_violations: warn
regression:
  max_increase_percent: 20
  min_increase_usd: 0.5
  level: warning
  on_inconclusive: pass
  min_success_rate_drop: 0.1
  success_level: notice
min_runs: 3
min_success_rate: 0.9
max_avg_latency_ms: 100
mcp:
  max_error_rate: 0.05
volume:
  runs_per_day: 4000
  agents:
    planner: { runs_per_month: 500 }
`

/** What is wrong with policies of these texts, which stand in a.yaml, b.yaml and so on. */
function faultOf(...texts: readonly string[]): FaultyFile {
  try {
    readPolicies(texts.map((text, index) => ({ file: `${'abc'[index]}.yaml`, text, addsOnly: false })))
  } catch (error) {
    if (error instanceof FaultyFile) return error
    throw error
  }
  throw new Error('the policies were accepted')
}

describe('what a policy says once for everything', () => {
  it('is listed by its keys, each with its value and its line', () => {
    const { settings } = readPolicy('p.yaml', ALL)
    expect(settings.every(({ policy }) => policy.path === 'p.yaml' && policy.name === null)).toBe(true)
    expect(settings.map(({ name, value, policy }) => [name, value, policy.line])).toEqual([
      ['existing_violations', 'warn', 1],
      ['regression.max_increase_percent', 20, 3],
      ['regression.min_increase_usd', 0.5, 4],
      ['regression.level', 'warning', 5],
      ['regression.on_inconclusive', 'pass', 6],
      ['regression.min_success_rate_drop', 0.1, 7],
      ['regression.success_level', 'notice', 8],
      ['min_runs', 3, 9],
      ['min_success_rate', 0.9, 10],
      ['max_avg_latency_ms', 100, 11],
      ['mcp.max_error_rate', 0.05, 13],
      ['volume', '4000 a day', 14],
      ['volume.agents.planner', '500 a month', 17],
    ])
  })

  it('is nothing where the policy says none of it, and 0 is something', () => {
    expect(readPolicy('p.yaml', 'required_steps: [x]').settings).toEqual([])
    expect(readPolicy('p.yaml', 'min_runs: 0').settings).toMatchObject([{ name: 'min_runs', value: 0 }])
  })
})

describe('files that contradict each other', () => {
  it('are both named, with the further contradictions as details', () => {
    const fault = faultOf('min_runs: 1\nmin_success_rate: 0', 'min_runs: 2\nmin_success_rate: 1')
    expect(fault.message).toBe('b.yaml:1: min_runs is 2, but 1 in a.yaml:1: say it in one file alone, or alike in both')
    expect(fault.details).toEqual(['b.yaml:2: min_success_rate is 1, but 0 in a.yaml:2: say it in one file alone, or alike in both'])
    expect(fault.files).toEqual(['b.yaml', 'a.yaml'])
  })

  it('are told from the file that says it first, and a file that says the same is not named', () => {
    const fault = faultOf('min_runs: 1', 'min_runs: 1', 'min_runs: 2')
    expect(fault.message).toBe('c.yaml:1: min_runs is 2, but 1 in a.yaml:1: say it in one file alone, or alike in both')
    expect([fault.details, fault.files]).toEqual([[], ['c.yaml', 'a.yaml']])
  })

  it('each with the first, where a third says it otherwise again', () => {
    const fault = faultOf('min_runs: 1', 'min_runs: 2', 'min_runs: 3')
    expect([fault.message, ...fault.details]).toEqual([
      'b.yaml:1: min_runs is 2, but 1 in a.yaml:1: say it in one file alone, or alike in both',
      'c.yaml:1: min_runs is 3, but 1 in a.yaml:1: say it in one file alone, or alike in both',
    ])
    expect(fault.files).toEqual(['b.yaml', 'a.yaml', 'c.yaml'])
  })
})
