import type { Level, PolicyFile } from '../../generated/types.ts'
import { readExpiries } from '../expiry.ts'
import { expectLimits, type Locate } from '../line.ts'
import type { Expiry } from '../policy.ts'
import { isLimit } from '../rule.ts'
import type { FlowPolicy, FlowTotalRule, ModelListRule, RequiredStepsRule } from './flow-rule.ts'
import { type FlowCommon, readStepLimits } from './flow-steps.ts'

const LISTS = ['allowlist', 'denylist'] as const
const TOTALS = ['min_runs', 'min_success_rate', 'max_avg_latency_ms'] as const satisfies readonly (keyof PolicyFile &
  FlowTotalRule['key'])[]
/** Keys of flow governance: a file with one of them is a policy of flows, whether or not it limits anything. */
const FLOW_KEYS = [...TOTALS, 'required_steps', 'per_step', 'mcp', 'models'] as const satisfies readonly (keyof PolicyFile)[]

/** The rules of flow governance in a policy file, and what of it ends on some day. */
export function readFlowPolicy(data: PolicyFile, locate: Locate): { flow: FlowPolicy; expiries: Expiry[] } {
  const common: FlowCommon = { level: data.flow_level ?? 'error', warnAtPercent: data.warn_at_percent ?? null }
  const flow = {
    totals: readTotals(data, common, locate),
    steps: readStepLimits(data, common, locate),
    requiredSteps: readRequiredSteps(data.required_steps ?? [], common.level, locate),
    models: readModels(data.models, common.level, locate),
    empty: [],
  }
  const steps = Object.entries(data.per_step ?? {}).map(([pattern, { expires }]) => ({
    group: 'per_step',
    pattern,
    expires,
    keys: ['per_step', pattern],
  }))
  return { flow, expiries: readExpiries(steps, locate) }
}

/** Whether any of it limits anything; an empty list does not. */
export function hasFlowLimits({ totals, steps, requiredSteps, models }: FlowPolicy): boolean {
  return totals.length + requiredSteps.length > 0 || steps.some(isLimit) || models.some(({ patterns }) => patterns.length > 0)
}

/** The first key of flow governance in a policy file; null: it says nothing of flows. */
export function firstFlowKey(data: PolicyFile): string | null {
  return Object.keys(data).find((key) => FLOW_KEYS.some((known) => known === key)) ?? null
}

function readTotals(data: PolicyFile, common: FlowCommon, locate: Locate): FlowTotalRule[] {
  const totals = TOTALS.flatMap((key): FlowTotalRule[] => {
    const limit = data[key]
    return limit === undefined ? [] : [{ ...common, key, limit, policy: locate([key]) }]
  })
  const { max_error_rate: limit, level = common.level } = data.mcp ?? {}
  if (limit !== undefined)
    return [...totals, { ...common, level, key: 'max_mcp_error_rate', limit, policy: locate(['mcp', 'max_error_rate']) }]
  if (data.mcp?.level !== undefined) expectLimits([], 'mcp', locate(['mcp']), 'max_error_rate: 0.05')
  return totals
}

function readRequiredSteps(names: readonly string[], level: Level, locate: Locate): RequiredStepsRule[] {
  const steps = names.map((name, index) => ({ name, policy: locate(['required_steps', index]) }))
  return steps.length === 0 ? [] : [{ steps, level, policy: locate(['required_steps']) }]
}

function readModels(models: PolicyFile['models'], common: Level, locate: Locate): ModelListRule[] {
  if (models === undefined) return []
  const { level = common, exact } = models
  const lists = LISTS.flatMap((key): ModelListRule[] => {
    const names = models[key]
    if (names === undefined) return []
    const patterns = names.map((name, index) => ({ name, policy: locate(['models', key, index]) }))
    // The framework's gate compares allowed names exactly; a denied model must not slip through under another spelling.
    return [{ key, patterns, level, exact: exact === true || key === 'allowlist', policy: locate(['models', key]) }]
  })
  if (models.level !== undefined) expectLimits(lists, 'models', locate(['models']), 'denylist: [gpt-4*]')
  return lists
}
