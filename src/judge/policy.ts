import { at, InputError } from '../errors.ts'
import type { Limits, PolicyFile, PolicyGroup, PolicyLine, Regression } from '../generated/types.ts'
import validatePolicy from '../generated/validate/policy.js'
import { readYaml } from '../yaml.ts'
import { type IncreaseRule, isLimit, PERIOD_KEYS, type Policy, type Rule, type ThresholdRule, type TotalLimit } from './rule.ts'

type Keys = readonly (string | number)[]
type Locate = (keys: Keys) => PolicyLine

/** What a limit is about where its group does not say. */
const SUBJECTS = {
  max_cost_per_run_usd: 'agent',
  max_cost_per_day_usd: 'agent',
  max_cost_per_month_usd: 'agent',
  max_daily_spend_usd: 'model',
  require_approval: 'model',
} as const satisfies Record<keyof Limits, 'agent' | 'model'>
const THRESHOLDS = [
  { key: 'warn_cost_per_run_usd', level: 'warning' },
  { key: 'error_cost_per_run_usd', level: 'error' },
] as const satisfies readonly Pick<ThresholdRule, 'key' | 'level'>[]
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
  const groups = data.policies ?? []
  const locateIn = (name: string | null) => (keys: Keys) => ({ path: file, line: lineOf(keys), name })
  const rules = [
    ...groups.flatMap((group, index) => readGroup(group, ['policies', index], locateIn(group.name))),
    ...readIncreases(data.regression, locateIn(null)),
  ]
  const total = readTotal(data.regression, locateIn(null))
  if (total.maxIncreasePercent === null && total.minIncreaseUsd === null && !rules.some(isLimit)) {
    throw new InputError(
      `${file} has no limits in it. Example: policies: [{ name: agent_budgets, limits: { my-agent: { max_cost_per_run_usd: 2 } } }]`,
    )
  }
  return { rules, total, existingViolations: data.existing_violations ?? 'block' }
}

function readGroup(group: PolicyGroup, keys: Keys, locate: Locate): Rule[] {
  const limits = Object.entries(group.limits ?? {}).flatMap(([pattern, subject]) =>
    readLimits(subject, { pattern, group, keys: [...keys, 'limits', pattern] }, locate),
  )
  const thresholds = THRESHOLDS.flatMap(({ key, level }): ThresholdRule[] => {
    const limit = group.thresholds?.[key]
    return limit === undefined
      ? []
      : [{ kind: 'run', key, limit, level, approvable: group.approvable ?? false, policy: locate([...keys, 'thresholds', key]) }]
  })
  return [...limits, ...thresholds]
}

function readLimits(limits: Limits, place: { pattern: string; group: PolicyGroup; keys: Keys }, locate: Locate): Rule[] {
  const { pattern, keys } = place
  const { subject: about, approvable = false } = place.group
  const base = (key: keyof Limits) =>
    ({ pattern, group: keys.slice(0, 2).join('.'), level: 'error', approvable, policy: locate([...keys, key]) }) as const
  const rules: Rule[] = []
  if (limits.max_cost_per_run_usd !== undefined) {
    const key = 'max_cost_per_run_usd'
    if (about === 'model') throw aboutModel(base(key).policy)
    rules.push({ ...base(key), kind: SUBJECTS[key], key, limit: limits.max_cost_per_run_usd })
  }
  for (const key of PERIOD_KEYS) {
    const limit = limits[key]
    if (limit !== undefined) rules.push({ ...base(key), kind: about ?? SUBJECTS[key], key, limit })
  }
  if (limits.require_approval !== undefined) {
    const key = 'require_approval'
    const mayApprove = place.group.approvable ?? true
    rules.push({ ...base(key), kind: about ?? SUBJECTS[key], key, required: limits.require_approval, approvable: mayApprove })
  }
  return rules
}

function aboutModel({ path: file, line }: PolicyLine): InputError {
  const what = 'max_cost_per_run_usd is about agents, but this group has "subject: model": a model has no runs of its own.'
  return new InputError(at({ file, line }, `${what} Use max_cost_per_day_usd, or move it to a group without "subject: model"`))
}

function readIncreases(regression: Regression | undefined, locate: Locate): IncreaseRule[] {
  return REGRESSION_GROUPS.flatMap(({ key: group, kind }) =>
    Object.entries(regression?.[group] ?? {}).map(([pattern, limit]) => ({
      kind,
      pattern,
      group: `regression.${group}`,
      key: 'max_increase_percent' as const,
      limit: limit.max_increase_percent,
      minIncreaseUsd: limit.min_increase_usd ?? 0,
      level: 'error' as const,
      approvable: true,
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
