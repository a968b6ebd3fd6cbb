import type { Level, PolicyFile } from '../generated/types.ts'
import { readExpiries } from './expiry.ts'
import type { FlowPolicy, FlowTotalRule, ModelListRule } from './flow-rule.ts'
import { expectLimits, type Locate } from './line.ts'
import type { Expiry } from './policy.ts'
import { FLOW_STEP_KEYS, type FlowStepRule } from './rule.ts'

/** Under this name a step's limits are those of all steps. */
const DEFAULT_STEP = 'default'
const LISTS = ['allowlist', 'denylist'] as const
const TOTALS = ['min_runs', 'min_success_rate', 'max_avg_latency_ms'] as const satisfies readonly (keyof PolicyFile &
  FlowTotalRule['key'])[]

/** What the limits of a file have in common. */
interface Common {
  readonly level: Level
  readonly warnAtPercent: number | null
}

/** The rules of flow governance in a policy file, and what of it ends on some day. */
export function readFlowPolicy(data: PolicyFile, locate: Locate): { flow: FlowPolicy; expiries: Expiry[] } {
  const common: Common = { level: data.flow_level ?? 'error', warnAtPercent: data.warn_at_percent ?? null }
  const { per_step: perStep = {}, required_steps: required = [] } = data
  const flow = {
    totals: readTotals(data, common, locate),
    steps: readSteps(perStep, common, locate),
    requiredSteps: required.map((name, index) => ({ name, level: common.level, policy: locate(['required_steps', index]) })),
    models: readModels(data.models, common.level, locate),
  }
  const steps = Object.entries(perStep).map(([pattern, { expires }]) => ({
    group: 'per_step',
    pattern,
    expires,
    keys: ['per_step', pattern],
  }))
  return { flow, expiries: readExpiries(steps, locate) }
}

/** Whether any of it limits anything; an empty list does not. */
export function hasFlowLimits({ totals, steps, requiredSteps, models }: FlowPolicy): boolean {
  return totals.length + steps.length + requiredSteps.length > 0 || models.some(({ patterns }) => patterns.length > 0)
}

function readTotals(data: PolicyFile, common: Common, locate: Locate): FlowTotalRule[] {
  const totals = TOTALS.flatMap((key): FlowTotalRule[] => {
    const limit = data[key]
    return limit === undefined ? [] : [{ ...common, key, limit, policy: locate([key]) }]
  })
  if (data.mcp === undefined) return totals
  const { max_error_rate: limit, level = common.level } = data.mcp
  return [...totals, { ...common, level, key: 'max_mcp_error_rate', limit, policy: locate(['mcp', 'max_error_rate']) }]
}

function readModels(models: PolicyFile['models'], common: Level, locate: Locate): ModelListRule[] {
  if (models === undefined) return []
  const { level = common } = models
  const lists = LISTS.flatMap((key): ModelListRule[] => {
    const names = models[key]
    if (names === undefined) return []
    const patterns = names.map((name, index) => ({ name, policy: locate(['models', key, index]) }))
    return [{ key, patterns, level, policy: locate(['models', key]) }]
  })
  expectLimits(lists, 'models', locate(['models']), 'denylist: [gpt-4*]')
  return lists
}

/** Each key by itself, the default first: of two rules that are as specific as each other the later one decides. */
function readSteps(perStep: NonNullable<PolicyFile['per_step']>, common: Common, locate: Locate): FlowStepRule[] {
  const entries = Object.entries(perStep)
  const inOrder = [...entries.filter(([name]) => name === DEFAULT_STEP), ...entries.filter(([name]) => name !== DEFAULT_STEP)]
  return inOrder.flatMap(([name, limits]) => {
    const { level = common.level, expires = null } = limits
    const pattern = name === DEFAULT_STEP ? '*' : name
    const base = { ...common, kind: 'step', pattern, group: 'per_step', level, expires, approvable: false } as const
    const rules = FLOW_STEP_KEYS.flatMap((key): FlowStepRule[] => {
      const limit = limits[key]
      return limit === undefined ? [] : [{ ...base, key, limit, policy: locate(['per_step', name, key]) }]
    })
    expectLimits(rules, name, locate(['per_step', name]), 'max_error_rate: 0.1')
    return rules
  })
}
