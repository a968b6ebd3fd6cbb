import { describe, expect, it } from 'vitest'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { measureSubject } from '../../../src/compare/noise/subject.ts'
import type { HistoryPoint } from '../../../src/generated/types.ts'
import { measureSubjects } from '../../../src/judge/noise/subjects.ts'
import { readPolicies } from '../../../src/policy/read-all.ts'
import type { IncreaseRule } from '../../../src/policy/rule.ts'
import { buildPoint } from '../../support/baseline/points.ts'
import { wiggle } from '../../support/noise/records.ts'

/** Amounts are exact to picodollars. */
const COSTS = wiggle(12, 0.05).map((luck) => Number(Math.exp(luck).toFixed(6)))

/** Records in which each of these costs so many times as much as it usually does. */
function recordsOf(names: Readonly<Record<string, readonly number[]>>, kind: 'models' | 'agents' = 'models'): HistoryPoint[] {
  return COSTS.map((_, index) => {
    const entries = Object.entries(names).flatMap(([name, costs]) => {
      const usd = costs[index]
      return usd === undefined ? [] : [[name, { calls: 1, total_tokens: 10, cost_usd: usd }]]
    })
    return buildPoint(1, index, { agents: {}, models: {}, [kind]: Object.fromEntries(entries) })
  })
}

function rulesOf(yaml: string): IncreaseRule[] {
  const { rules } = readPolicies([{ file: 'policy.yaml', text: yaml, addsOnly: false }])
  return rules.filter((rule) => rule.key === 'max_increase_percent')
}

/** What chance does to a name by the first rule. */
function measure(
  records: readonly HistoryPoint[],
  yaml: string,
  name: string,
  { judged = 1, student = studentQuantile as typeof studentQuantile | null } = {},
) {
  const rules = rulesOf(yaml)
  const centre = { index: records.length - 1, records: 1, by: 'newest' } as const
  const [rule] = rules
  return rule === undefined ? null : measureSubjects({ records, leftOut: [], centre, student }, rules, () => judged)(rule, name, 1.5)
}
const limit = (kind: string, name: string) => `regression: { ${kind}: { "${name}": { max_increase_percent: 20 } } }`
/** What is known of these totals alone. */
const known = (totals: readonly number[], error = 0.01) =>
  measureSubject({ totals, head: 1.5, error, limitPercent: 20, t: studentQuantile })

describe('what chance does to one model or agent', () => {
  it('is told by its own costs', () => {
    const records = recordsOf({ 'gpt-4o': COSTS, other: COSTS.toReversed() })
    expect(measure(records, limit('per_model', 'gpt-4o'), 'gpt-4o')).toEqual(known(COSTS))
    expect(measure(records, limit('per_model', '*'), 'gpt-4o')).toEqual(known(COSTS))
    expect(measure(records, limit('per_model', '*'), 'other')).toEqual(known(COSTS.toReversed()))
  })

  it('of a name that several mean, by what they cost together', () => {
    const records = recordsOf({ 'openai/gpt-4o': COSTS, 'gpt-4o-2024-08-06': COSTS.map(() => 0.25) })
    const together = measure(records, limit('per_model', 'gpt-4o'), 'gpt-4o')
    expect(together?.reachPercent).toBeCloseTo(known(COSTS.map((cost) => cost + 0.25))?.reachPercent ?? 0, 9)
    const some = recordsOf({ 'openai/gpt-4o': COSTS, 'gpt-4o-2024-08-06': Array(6).fill(0.01) })
    const sums = known(COSTS.map((cost, index) => (index < 6 ? cost + 0.01 : cost)))
    expect(measure(some, limit('per_model', 'gpt-4o'), 'gpt-4o')?.reachPercent).toBeCloseTo(sums?.reachPercent ?? 0, 9)
  })

  it('reaches further where more are judged', () => {
    const records = recordsOf({ 'gpt-4o': COSTS })
    const reach = (judged: number) => measure(records, limit('per_model', 'gpt-4o'), 'gpt-4o', { judged })
    expect(reach(40)).toEqual(known(COSTS, 0.01 / 40))
    expect(reach(0)).toEqual(known(COSTS))
  })

  it('is not known of a model where agents of that name are meant', () => {
    const records = recordsOf({ planner: COSTS })
    expect(measure(records, limit('per_model', 'planner'), 'planner')).not.toBeNull()
    expect(measure(records, limit('per_agent', 'planner'), 'planner')).toBeNull()
    expect(measure(recordsOf({ planner: COSTS }, 'agents'), limit('per_agent', 'planner'), 'planner')).toEqual(known(COSTS))
  })

  it('is not known of steps, nor of what no record knows', () => {
    const records = recordsOf({ 'gpt-4o': COSTS })
    expect(measure(records, limit('per_step', 'gpt-4o'), 'gpt-4o')).toBeNull()
    expect(measure(records, limit('per_model', '*'), 'gpt-5')).toBeNull()
    expect(measure(records, limit('per_model', 'gpt-5'), 'gpt-5')).toBeNull()
  })

  it('is not known of what the newest record lacks', () => {
    expect(measure(recordsOf({ 'gpt-4o': COSTS.slice(1) }), limit('per_model', 'gpt-4o'), 'gpt-4o')).toBeNull()
  })

  it('is not known with seven records, one that was free, or without the means to measure', () => {
    const [records, yaml] = [recordsOf({ 'gpt-4o': COSTS }), limit('per_model', 'gpt-4o')]
    expect(measure(records.slice(-8), yaml, 'gpt-4o')).toEqual(known(COSTS.slice(-8)))
    expect(measure(records.slice(-7), yaml, 'gpt-4o')).toBeNull()
    expect(measure([buildPoint(0), ...records], yaml, 'gpt-4o')).toBeNull()
    expect(measure(records, yaml, 'gpt-4o', { student: null })).toBeNull()
  })
})
