import fc from 'fast-check'
import type { CostSummary, PolicyFile } from '../../../src/generated/types.ts'
import { groups, pattern, summaries } from './arbitraries.ts'
import { flowRules, flows } from './flow-arbitraries.ts'

/** What is judged, and what it was before; null: no baseline. */
export interface Case {
  readonly head: CostSummary
  readonly before: CostSummary | null
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
    { max_increase_percent: percent, min_increase_usd: minimum, per_model: increases, per_agent: increases, per_step: increases },
    { requiredKeys: [] },
  )
  .filter(isTold)
const governance = flowRules.chain((all) => fc.subarray(Object.entries(all)).map((some) => Object.fromEntries(some)))

/** A whole policy file, with rules of every kind now and then. */
export const policyFiles: fc.Arbitrary<PolicyFile> = fc
  .record(
    {
      policies: fc.array(groups, { maxLength: 2 }),
      warn_at_percent: fc.constantFrom(50, 80, 100),
      existing_violations: fc.constantFrom('block' as const, 'warn' as const),
      regression,
    },
    { requiredKeys: [] },
  )
  .chain((file) => fc.option(governance, { nil: {} }).map((flow) => ({ ...file, ...flow })))

const usage = fc.tuple(summaries, fc.option(flows, { nil: {} })).map(([summary, flow]): CostSummary => ({ ...summary, ...flow }))

/** The head, often the baseline with few changes: else hardly anything would be as bad as before. */
export const cases: fc.Arbitrary<Case> = fc
  .tuple(usage, usage, fc.subarray(['model_stats', 'agent_stats', 'step_stats', 'total_cost_usd', 'run_costs', 'steps', 'models'] as const))
  .chain(([before, other, changed]) => {
    const edits = changed.flatMap((key) => (other[key] === undefined ? [] : [[key, other[key]]]))
    const edited: CostSummary = { ...before, ...Object.fromEntries(edits) }
    return fc.record({ head: fc.constantFrom(edited, edited, other, before), before: fc.constantFrom(before, before, before, null) })
  })

/** The file without one of its rules, for each of them; what only makes an exception of another is no rule. */
export function withoutEach(file: PolicyFile): PolicyFile[] {
  const { policies = [], regression = {}, models = {}, existing_violations: _, warn_at_percent: __, ...flow } = file
  const { min_increase_usd: ___, max_increase_percent: total, ...perKind } = regression
  // Without a limit on the total it is 20 %: a larger one is an exception of that.
  const increases = [...(total !== undefined && total <= 20 ? ['max_increase_percent'] : []), ...Object.keys(perKind)]
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

/** Every limit that is a number, with the object it stands in. */
function numbersOf(holder: object): { holder: object; key: string; value: number }[] {
  return Object.entries(holder).flatMap(([key, value]) => {
    if (typeof value === 'number') return key === 'warn_at_percent' ? [] : [{ holder, key, value }]
    return typeof value === 'object' && value !== null ? numbersOf(value) : []
  })
}

function loosened(key: string, value: number, by: number): number {
  if (key === 'min_success_rate') return value / 2
  if (key === 'min_runs') return Math.max(0, value - by)
  return key.endsWith('_rate') ? Math.min(1, value + by / 10) : value + by
}
