import { InputError } from '../errors.ts'
import type { PolicyFile, PolicyLine, Regression } from '../generated/types.ts'
import validatePolicy from '../generated/validate/policy.js'
import { readYaml } from '../yaml.ts'
import { hasFlowLimits, readFlowPolicy } from './flow-policy.ts'
import { readGroups } from './group-policy.ts'
import { type IncreaseRule, isLimit, type Policy, type TotalLimit } from './rule.ts'

type Keys = readonly (string | number)[]
type Locate = (keys: Keys) => PolicyLine

const REGRESSION_GROUPS = [
  { key: 'per_model', kind: 'model' },
  { key: 'per_agent', kind: 'agent' },
  { key: 'per_step', kind: 'step' },
] as const

/**
 * Reads a policy (schemas/policy.schema.json) into rules that know their lines. Throws an InputError for YAML that breaks the schema,
 * a limit on the wrong kind of subject, and a file without any limit: that is a mistake, not a policy that allows everything.
 */
export function readPolicy(file: string, text: string): Policy {
  const { data, lineOf } = readYaml<PolicyFile>(file, text, validatePolicy)
  const locateIn = (name: string | null) => (keys: Keys) => ({ path: file, line: lineOf(keys), name })
  const groups = readGroups(data, locateIn)
  const warnAtPercent = data.warn_at_percent ?? null
  const rules = [...groups.rules, ...readIncreases(data.regression, warnAtPercent, locateIn(null))]
  const total = readTotal(data.regression, locateIn(null))
  const flow = readFlowPolicy(data, locateIn(null))
  if (total.maxIncreasePercent === null && total.minIncreaseUsd === null && !rules.some(isLimit) && !hasFlowLimits(flow)) {
    throw new InputError(
      `${file} has no limits in it. Example: policies: [{ name: agent_budgets, limits: { my-agent: { max_cost_per_run_usd: 2 } } }]`,
    )
  }
  return { rules, total, existingViolations: data.existing_violations ?? 'block', flow, warnAtPercent, expiries: groups.expiries }
}

function readIncreases(regression: Regression | undefined, warnAtPercent: number | null, locate: Locate): IncreaseRule[] {
  return REGRESSION_GROUPS.flatMap(({ key: group, kind }) =>
    Object.entries(regression?.[group] ?? {}).map(([pattern, limit]) => ({
      kind,
      pattern,
      group: `regression.${group}`,
      key: 'max_increase_percent' as const,
      limit: limit.max_increase_percent,
      minIncreaseUsd: limit.min_increase_usd ?? 0,
      level: limit.level ?? ('error' as const),
      approvable: true,
      warnAtPercent,
      policy: locate(['regression', group, pattern, 'max_increase_percent']),
    })),
  )
}

function readTotal(regression: Regression | undefined, locate: Locate): TotalLimit {
  const maxIncreasePercent = regression?.max_increase_percent ?? null
  return {
    maxIncreasePercent,
    minIncreaseUsd: regression?.min_increase_usd ?? null,
    policy: maxIncreasePercent === null ? null : locate(['regression', 'max_increase_percent']),
  }
}
