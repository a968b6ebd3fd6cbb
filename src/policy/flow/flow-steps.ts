import type { Level, PolicyFile, StepLimits } from '../../generated/types.ts'
import { expectLimits, type Locate } from '../line.ts'
import { FLOW_STEP_KEYS, type FlowStepRule } from '../rule.ts'

/** Under this name a step's limits are those of all steps. */
const DEFAULT_STEP = 'default'

/** What the limits of a file have in common. */
export interface FlowCommon {
  readonly level: Level
  readonly warnAtPercent: number | null
}

/**
 * The limits on single steps, the default first: of two rules that are as specific as each other the later one decides. Where an entry
 * replaces less specific ones, each limit that it does not have is a rule that frees the step from theirs.
 */
export function readStepLimits(
  { per_step: perStep = {}, per_step_merge: merge = 'replace' }: Pick<PolicyFile, 'per_step' | 'per_step_merge'>,
  common: FlowCommon,
  locate: Locate,
): FlowStepRule[] {
  const entries = Object.entries(perStep)
  const inOrder = [...entries.filter(([name]) => name === DEFAULT_STEP), ...entries.filter(([name]) => name !== DEFAULT_STEP)]
  return inOrder.flatMap(([name, limits]) => {
    const { level = common.level, expires = null } = limits
    const pattern = name === DEFAULT_STEP ? '*' : name
    const base = { ...common, kind: 'step', pattern, group: 'per_step', level, expires, approvable: false } as const
    const set = FLOW_STEP_KEYS.flatMap((key): FlowStepRule[] => {
      const limit = limits[key]
      return limit === undefined ? [] : [{ ...base, key, limit, policy: locate(['per_step', name, key]) }]
    })
    if (!mayBeEmpty(limits, merge)) expectLimits(set, name, locate(['per_step', name]), 'max_error_rate: 0.1')
    if (merge === 'override') return set
    const free = FLOW_STEP_KEYS.filter((key) => limits[key] === undefined)
    return [...set, ...free.map((key): FlowStepRule => ({ ...base, key, limit: null, policy: locate(['per_step', name]) }))]
  })
}

/** An entry may free its steps from all limits, be it up to some day; one that says how bad breaking none of them is, is a mistake. */
function mayBeEmpty({ level, expires }: StepLimits, merge: 'replace' | 'override'): boolean {
  return level === undefined && (merge === 'replace' || expires === undefined)
}
