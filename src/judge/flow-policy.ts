import type { PolicyFile, PolicyLine, StepLimits } from '../generated/types.ts'
import type { FlowPolicy, FlowTotalRule, ModelListRule, Named } from './flow-rule.ts'
import { FLOW_STEP_KEYS, type FlowStepRule } from './rule.ts'

type Locate = (keys: readonly (string | number)[]) => PolicyLine

/** Under this name a step's limits are those of all steps. */
const DEFAULT_STEP = 'default'
const LISTS = ['allowlist', 'denylist'] as const
const TOTALS = ['min_runs', 'min_success_rate', 'max_avg_latency_ms'] as const satisfies readonly (keyof PolicyFile &
  FlowTotalRule['key'])[]

/** The rules of flow governance in a policy file. */
export function readFlowPolicy(data: PolicyFile, locate: Locate): FlowPolicy {
  const named = (keys: readonly string[], names: readonly string[] = []): Named[] =>
    names.map((name, index) => ({ name, policy: locate([...keys, index]) }))
  const totals = TOTALS.flatMap((key): FlowTotalRule[] => {
    const limit = data[key]
    return limit === undefined ? [] : [{ key, limit, policy: locate([key]) }]
  })
  const mcp = data.mcp?.max_error_rate
  return {
    totals: mcp === undefined ? totals : [...totals, { key: 'max_mcp_error_rate', limit: mcp, policy: locate(['mcp', 'max_error_rate']) }],
    steps: readSteps(data.per_step ?? {}, locate),
    requiredSteps: named(['required_steps'], data.required_steps),
    models: LISTS.flatMap((key): ModelListRule[] => {
      const patterns = data.models?.[key]
      return patterns === undefined ? [] : [{ key, patterns: named(['models', key], patterns), policy: locate(['models', key]) }]
    }),
  }
}

/** Whether any of it limits anything; an empty list does not. */
export function hasFlowLimits({ totals, steps, requiredSteps, models }: FlowPolicy): boolean {
  return totals.length + steps.length + requiredSteps.length > 0 || models.some(({ patterns }) => patterns.length > 0)
}

/** Each key by itself, the default first: of two rules that are as specific as each other the later one decides. */
function readSteps(perStep: Readonly<Record<string, StepLimits>>, locate: Locate): FlowStepRule[] {
  const entries = Object.entries(perStep)
  const inOrder = [...entries.filter(([name]) => name === DEFAULT_STEP), ...entries.filter(([name]) => name !== DEFAULT_STEP)]
  return inOrder.flatMap(([name, limits]) =>
    FLOW_STEP_KEYS.flatMap((key): FlowStepRule[] => {
      const limit = limits[key]
      if (limit === undefined) return []
      const pattern = name === DEFAULT_STEP ? '*' : name
      const policy = locate(['per_step', name, key])
      return [{ kind: 'step', pattern, group: 'per_step', key, limit, level: 'error', approvable: false, policy }]
    }),
  )
}
