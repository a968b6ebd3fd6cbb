import type { LimitSubject, Limits, PolicyFile, PolicyGroup } from '../generated/types.ts'
import { type Expiring, readExpiries } from './expiry.ts'
import { type LimitKey, subjectOf } from './limit-subjects.ts'
import { expectLimits, type Keys, type Locate } from './line.ts'
import type { Expiry } from './policy.ts'
import { FIGURE_KEYS, PERCENTILE_KEYS, PERIOD_KEYS, type Rule, type TargetedRule } from './rule.ts'
import { PROJECTION_KEYS, type ProjectionRule, type ThresholdRule, type TotalRule, type UnattributedRule } from './whole-rule.ts'

/** Where a group stands, and what its limits have in common. */
interface Place {
  readonly group: PolicyGroup
  readonly keys: Keys
  readonly locate: Locate
  /** As the policy says at its top. */
  readonly warnAtPercent: number | null
}

const THRESHOLDS = [
  { key: 'warn_cost_per_run_usd', level: 'warning' },
  { key: 'error_cost_per_run_usd', level: 'error' },
] as const satisfies readonly Pick<ThresholdRule, 'key' | 'level'>[]
const TOTALS = [
  'max_total_cost_usd',
  'max_total_cost_per_day_usd',
  'max_total_cost_per_month_usd',
  ...PERCENTILE_KEYS,
  'max_cost_per_successful_task_usd',
  'max_cost_per_1k_tokens_usd',
  'max_unpriced_calls',
] as const satisfies readonly TotalRule['key'][]
const KINDS = ['agent', 'model', 'step', 'customer'] as const satisfies readonly LimitSubject[]

/** The rules of all groups, in the order of their lines, and what of it ends on some day. Throws an InputError for a limit that makes no sense. */
export function readGroups(data: PolicyFile, locateIn: (name: string | null) => Locate): { rules: Rule[]; expiries: Expiry[] } {
  const warnAtPercent = data.warn_at_percent ?? null
  const places = (data.policies ?? []).map((group, index): Place => {
    return { group, keys: ['policies', index], locate: locateIn(group.name), warnAtPercent: group.warn_at_percent ?? warnAtPercent }
  })
  return {
    rules: places.flatMap(readGroup),
    expiries: places.flatMap((place) => readExpiries(listExpiring(place), place.locate).map((expiry) => endWithGroup(expiry, place))),
  }
}

function readGroup(place: Place): Rule[] {
  const { group, keys, locate } = place
  const base = (path: Keys) => ({
    level: group.level ?? ('error' as const),
    approvable: group.approvable ?? false,
    policy: locate([...keys, ...path]),
    warnAtPercent: place.warnAtPercent,
    expires: group.expires ?? null,
  })
  const thresholds = THRESHOLDS.flatMap(({ key, level }): ThresholdRule[] => {
    const limit = group.thresholds?.[key]
    return limit === undefined ? [] : [{ ...base(['thresholds', key]), kind: 'run', key, limit, level }]
  })
  const totals = TOTALS.flatMap((key): TotalRule[] => {
    const limit = group.totals?.[key]
    return limit === undefined ? [] : [{ ...base(['totals', key]), kind: 'total', key, limit }]
  })
  const projections = PROJECTION_KEYS.flatMap((key): ProjectionRule[] => {
    const limit = group.totals?.[key]
    if (limit === undefined) return []
    // As any other growth a person may accept it, unless the group says otherwise.
    const approvable = group.approvable ?? key === 'max_projected_increase_per_month_usd'
    return [{ ...base(['totals', key]), approvable, kind: 'total', key, limit }]
  })
  const unattributed = KINDS.flatMap((kind): UnattributedRule[] => {
    const key = 'max_unattributed_percent'
    const limit = group.totals?.[key]?.[kind]
    return limit === undefined ? [] : [{ ...base(['totals', key, kind]), kind, key, limit }]
  })
  const named = Object.entries(group.limits ?? {}).flatMap(([pattern, limits]) => readLimits(limits, pattern, place))
  return [...named, ...thresholds, ...totals, ...projections, ...unattributed]
}

function readLimits(limits: Limits, pattern: string, { group, keys, locate, warnAtPercent }: Place): TargetedRule[] {
  const common = {
    pattern,
    group: keys.join('.'),
    level: limits.level ?? group.level ?? ('error' as const),
    approvable: group.approvable ?? false,
    warnAtPercent: limits.warn_at_percent ?? warnAtPercent,
    expires: [limits.expires, group.expires].flatMap((day) => day ?? []).sort()[0] ?? null,
    exact: limits.exact ?? group.exact ?? false,
  }
  const base = (key: LimitKey) => {
    const policy = locate([...keys, 'limits', pattern, key])
    return { ...common, policy, kind: subjectOf(key, group.subject ?? null, policy) }
  }
  const rules: TargetedRule[] = []
  for (const key of ['max_cost_per_run_usd', ...PERCENTILE_KEYS, 'max_cost_per_successful_task_usd'] as const) {
    const limit = limits[key]
    // They are about agents alone, which `base` checks.
    if (limit !== undefined) rules.push({ ...base(key), kind: 'agent', key, limit })
  }
  for (const key of PERIOD_KEYS) {
    const limit = limits[key]
    if (limit !== undefined) rules.push({ ...base(key), key, limit })
  }
  for (const key of FIGURE_KEYS) {
    const limit = limits[key]
    if (limit !== undefined) rules.push({ ...base(key), key, limit })
  }
  const { require_approval: required } = limits
  if (required !== undefined) {
    const { kind, ...rest } = base('require_approval')
    const approvable = group.approvable ?? true
    rules.push({ ...rest, kind: kind === 'agent' ? 'agent' : 'model', key: 'require_approval', required, approvable, warnAtPercent: null })
  }
  expectLimits(rules, pattern, locate([...keys, 'limits', pattern]), 'max_total_cost_usd: 5')
  return rules
}

function listExpiring({ group, keys }: Place): Expiring[] {
  const { name, expires, limits = {} } = group
  const named = Object.entries(limits).map(([pattern, limit]) => ({ pattern, expires: limit.expires, keys: [...keys, 'limits', pattern] }))
  return [{ pattern: null, expires, keys }, ...named].map((limit) => ({ ...limit, group: name }))
}

/** Limits on a name never outlast their group: then the day and the line are those of the group. */
function endWithGroup(expiry: Expiry, { group: { expires }, keys, locate }: Place): Expiry {
  if (expires === undefined || expires >= expiry.lastDay) return expiry
  return { ...expiry, lastDay: expires, policy: locate([...keys, 'expires']) }
}
