import fc from 'fast-check'
import { withHistory } from '../../../src/baseline/history.ts'
import { chooseRecord } from '../../../src/baseline/window.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { sideOfSummary } from '../../../src/compare/side.ts'
import type { CostSummary, HistoryPoint, PolicyFile, PolicyGroup } from '../../../src/generated/types.ts'
import { gatherEvidence } from '../../../src/judge/evidence.ts'
import { regressionLimits } from '../../../src/judge/growth/regression.ts'
import type { Judgement } from '../../../src/judge/judge.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { groups, pattern, summaries } from './arbitraries.ts'
import { judged, SETTINGS } from './builders.ts'
import { flowRules, flows } from './flow-arbitraries.ts'

/** What is judged, and what it was before; null: no baseline. */
export interface Case {
  readonly head: CostSummary
  readonly before: CostSummary | null
  /** What each record cost by that of `before`, the oldest first; empty: there are none. */
  readonly history: readonly number[]
}

const percent = fc.constantFrom(0, 10, 20, 25, 50, 60, 100, 200)
const minimum = fc.constantFrom(0, 1, 2)
const increases = fc.dictionary(
  pattern,
  fc.record(
    {
      max_increase_percent: percent,
      min_increase_usd: minimum,
      level: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const),
    },
    { requiredKeys: ['max_increase_percent'] },
  ),
  { minKeys: 1, maxKeys: 3 },
)
const regression = fc
  .record(
    {
      max_increase_percent: percent,
      min_increase_usd: minimum,
      on_inconclusive: fc.constantFrom('pass' as const, 'warn' as const, 'fail' as const),
      max_increase_tokens_percent: percent,
      creep: fc.record({ max_increase_percent: percent, days: fc.constantFrom(1, 10, 30) }),
      min_success_rate_drop: fc.constantFrom(0, 0.1, 0.5),
      success_level: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const),
      per_model: increases,
      per_agent: increases,
      per_step: increases,
    },
    { requiredKeys: [] },
  )
  .filter(isTold)
const governance = flowRules.chain((all) => fc.subarray(Object.entries(all)).map((some) => Object.fromEntries(some)))

const volume = fc.record({
  runs_per_month: fc.constantFrom(1, 2),
  agents: fc.constant({ a: { runs_per_day: 1 }, 'a*': { runs_per_month: 2 } }),
})

/** A whole policy file, with rules of every kind now and then. */
export const policyFiles: fc.Arbitrary<PolicyFile> = fc
  .record(
    {
      policies: fc.array(groups, { maxLength: 2 }),
      warn_at_percent: fc.constantFrom(50, 80, 100),
      existing_violations: fc.constantFrom('block' as const, 'warn' as const),
      regression,
      volume,
      per_step_merge: fc.constantFrom('replace' as const, 'override' as const),
    },
    { requiredKeys: [] },
  )
  .map((file) => (file.volume === undefined ? { ...file, policies: (file.policies ?? []).flatMap(withoutProjection) } : file))
  .chain((file) => fc.option(governance, { nil: {} }).map((flow) => ({ ...file, ...flow })))

/** How records differ: hardly, and by as much as limits allow. */
const CALM = [1, 1.01, 0.99, 1, 1.01, 0.99, 1, 1.01, 0.99, 1]
const LOUD = [1, 1.4, 0.7, 1.2, 0.8, 1.5, 0.6, 1.1, 0.9, 1]

const usage = fc.tuple(summaries, fc.option(flows, { nil: {} })).map(([summary, flow]): CostSummary => {
  // Of runs that all say how they ended there are as many.
  return { ...summary, ...flow, ...(summary.successful_tasks !== null && { runs: summary.runs }) }
})

/** The head, often the baseline with few changes: else hardly anything would be as bad as before. */
export const cases: fc.Arbitrary<Case> = fc
  .tuple(
    usage,
    usage,
    fc.subarray(['model_stats', 'agent_stats', 'step_stats', 'total_cost_usd', 'run_costs', 'steps', 'models', 'runs'] as const),
  )
  .chain(([before, other, changed]) => {
    const edits = changed.flatMap((key) => (other[key] === undefined ? [] : [[key, other[key]]]))
    const { successful_tasks, failed_tasks } = other
    const ends = changed.includes('runs') ? { successful_tasks, failed_tasks } : {}
    const edited: CostSummary = { ...before, ...Object.fromEntries(edits), ...ends }
    return fc.record({
      head: fc.constantFrom(edited, edited, other, before),
      before: fc.constantFrom(before, before, before, null),
      history: fc.constantFrom([], [1, 1], CALM, LOUD),
    })
  })

/** Judges a case as the gate does, with what its records tell of chance. */
export function judgeCase(policy: Policy, { head, before, history }: Case): Judgement {
  const [limits, headSide] = [regressionLimits(SETTINGS, policy), sideOfSummary(head)]
  const level = { percent: limits.maxIncreasePercent, minUsd: limits.minIncreaseUsd }
  const known = before && chooseRecord(listPoints(before, history), { records: null, level }, studentQuantile)
  const baseline = { side: before && sideOfSummary(before), history: known }
  const evidence = gatherEvidence({ policy, limits, head, headSide, baseline, student: studentQuantile })
  return judged({ policy, head, before, ...evidence, settings: { ...SETTINGS, onMissingBaseline: 'pass' } })
}

/** A record a day, the last one of the day before. */
function listPoints(before: CostSummary, history: readonly number[]): HistoryPoint[] {
  const [point] = withHistory(before, null).history ?? []
  const times = (stats: HistoryPoint['models'], factor: number) =>
    Object.fromEntries(Object.entries(stats).map(([name, stat]) => [name, { ...stat, cost_usd: stat.cost_usd * factor }]))
  return history.flatMap((factor, index) => {
    if (point === undefined) return []
    const created_at = new Date(Date.UTC(2026, 10, 3 - history.length + index)).toISOString()
    const { models, agents, total_cost_usd: usd } = point
    return [{ ...point, created_at, total_cost_usd: usd * factor, models: times(models, factor), agents: times(agents, factor) }]
  })
}

/** A group without limits on a projected month, which nobody can keep who knows no number of runs. */
function withoutProjection(group: PolicyGroup): PolicyGroup[] {
  if (group.totals === undefined) return [group]
  const { max_projected_cost_per_month_usd: _, max_projected_increase_per_month_usd: __, ...totals } = group.totals
  return isTold(totals) ? [{ ...group, totals }] : []
}

/** The file without one of its rules, for each of them; what only makes an exception of another is no rule. */
export function withoutEach(file: PolicyFile): PolicyFile[] {
  const {
    policies = [],
    regression = {},
    models = {},
    existing_violations: _,
    warn_at_percent: __,
    volume: ___,
    per_step_merge: ____,
    ...flow
  } = file
  const { max_increase_percent: total, creep, per_model, per_agent, per_step } = regression
  const perKind = Object.entries({ creep, per_model, per_agent, per_step }).flatMap(([key, part]) => (part === undefined ? [] : [key]))
  // Without a limit on the total it is 20 %: a larger one is an exception of that.
  const increases = [...(total !== undefined && total <= 20 ? ['max_increase_percent'] : []), ...perKind]
  return [
    ...policies.map((group) => ({ ...file, policies: policies.filter((other) => other !== group) })),
    ...increases.map((key) => withPart(file, 'regression', without(regression, key))),
    ...Object.keys(models).map((key) => withPart(file, 'models', without(models, key))),
    ...Object.keys(flow).map((key) => without(file, key)),
  ]
}

/** A file must not have an empty part. */
function isTold(part: object): boolean {
  return Object.keys(part).length > 0
}

function withPart(file: PolicyFile, key: 'regression' | 'models', part: object): PolicyFile {
  return isTold(part) ? { ...file, [key]: part } : without(file, key)
}

function without<T extends object>(from: T, key: string): T {
  const copy = { ...from }
  Reflect.deleteProperty(copy, key)
  return copy
}

/** The file with one of its limits looser, for each of them: a number, a list of names, or what existing violations mean. */
export function loosenEach(file: PolicyFile, by: number): PolicyFile[] {
  const edits: ((copy: PolicyFile) => void)[] = numbersOf(file).map((_, place) => (copy) => {
    const { holder, key, value } = numbersOf(copy)[place] ?? { holder: {}, key: '', value: 0 }
    Object.assign(holder, { [key]: loosened(key, value, by) })
  })
  if (file.required_steps !== undefined && file.required_steps.length > 1) edits.push((copy) => copy.required_steps?.pop())
  if (file.models?.allowlist !== undefined) edits.push((copy) => copy.models?.allowlist?.push('a*'))
  if (file.models?.denylist !== undefined) edits.push((copy) => copy.models?.denylist?.pop())
  if (file.existing_violations !== 'warn') edits.push((copy) => Object.assign(copy, { existing_violations: 'warn' }))
  return edits.map((edit) => {
    const copy = structuredClone(file)
    edit(copy)
    return copy
  })
}

/** Numbers that say how a limit applies. */
const NO_LIMITS = ['warn_at_percent', 'days']

/** Every limit that is a number, with the object it stands in. */
function numbersOf(holder: object): { holder: object; key: string; value: number }[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    if (typeof value === 'number') return NO_LIMITS.includes(key) ? [] : [{ holder, key, value }]
    return key !== 'volume' && typeof value === 'object' && value !== null ? numbersOf(value) : []
  })
}

function loosened(key: string, value: number, by: number): number {
  if (key === 'min_success_rate') return value / 2
  if (key === 'min_success_rate_drop') return Math.min(1, value + by / 10)
  if (key === 'min_runs') return Math.max(0, value - by)
  return key.endsWith('_rate') ? Math.min(1, value + by / 10) : value + by
}
