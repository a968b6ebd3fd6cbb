import type { Regression } from '../generated/types.ts'
import { type Expiring, readExpiries } from './expiry.ts'
import type { Locate } from './line.ts'
import type { Expiry, SuccessLimit, TotalLimit } from './policy.ts'
import type { IncreaseRule } from './rule.ts'
import type { CreepRule, TokensRule } from './whole-rule.ts'

const GROUPS = [
  { key: 'per_model', kind: 'model' },
  { key: 'per_agent', kind: 'agent' },
  { key: 'per_step', kind: 'step' },
] as const

/** The limits on growth in a policy file, and what of it ends on some day. */
export interface GrowthPolicy {
  readonly total: TotalLimit
  readonly success: SuccessLimit
  readonly rules: readonly (IncreaseRule | TokensRule | CreepRule)[]
  readonly expiries: readonly Expiry[]
}

/** Reads `regression`. Unit of `warnAtPercent`, which is about all limits of the file: percent of the limit. */
export function readGrowthPolicy(regression: Regression | undefined, warnAtPercent: number | null, locate: Locate): GrowthPolicy {
  const entries = GROUPS.flatMap(({ key, kind }) =>
    Object.entries(regression?.[key] ?? {}).map(([pattern, limit]) => {
      return { kind, pattern, limit, group: `regression.${key}`, keys: ['regression', key, pattern] }
    }),
  )
  const rules = entries.map(({ kind, pattern, limit, group, keys }): IncreaseRule => {
    const policy = locate([...keys, 'max_increase_percent'])
    const { max_increase_percent, min_increase_usd: minIncreaseUsd = 0, level = 'error', expires = null, exact = false } = limit
    const key = 'max_increase_percent'
    return {
      kind,
      pattern,
      group,
      key,
      limit: max_increase_percent,
      minIncreaseUsd,
      level,
      approvable: true,
      warnAtPercent,
      expires,
      exact,
      policy,
    }
  })
  const expiring = entries.map(({ pattern, limit, group, keys }): Expiring => ({ group, pattern, expires: limit.expires, keys }))
  return {
    total: readTotal(regression, warnAtPercent, locate),
    success: readSuccess(regression, locate),
    rules: [...readTokens(regression, warnAtPercent, locate), ...rules, ...readCreep(regression, warnAtPercent, locate)],
    expiries: readExpiries(expiring, locate),
  }
}

const CREEP_PERCENT = 50
const CREEP_DAYS = 30

function readCreep(regression: Regression | undefined, warnAtPercent: number | null, locate: Locate): CreepRule[] {
  if (regression?.creep === undefined) return []
  const { max_increase_percent: limit = CREEP_PERCENT, days = CREEP_DAYS, level = 'error' } = regression.creep
  const policy = locate(['regression', 'creep'])
  return [{ kind: 'total', key: 'creep', limit, days, level, approvable: true, warnAtPercent, policy }]
}

function readTokens(regression: Regression | undefined, warnAtPercent: number | null, locate: Locate): TokensRule[] {
  const key = 'max_increase_tokens_percent'
  const limit = regression?.[key]
  if (limit === undefined) return []
  const level = regression?.level ?? 'error'
  return [{ kind: 'total', key, limit, level, approvable: true, warnAtPercent, policy: locate(['regression', key]) }]
}

function readTotal(regression: Regression | undefined, warnAtPercent: number | null, locate: Locate): TotalLimit {
  const maxIncreasePercent = regression?.max_increase_percent ?? null
  return {
    maxIncreasePercent,
    minIncreaseUsd: regression?.min_increase_usd ?? null,
    level: regression?.level ?? null,
    onInconclusive: regression?.on_inconclusive ?? null,
    warnAtPercent,
    isOnTokens: regression?.max_increase_tokens_percent !== undefined,
    policy: maxIncreasePercent === null ? null : locate(['regression', 'max_increase_percent']),
  }
}

function readSuccess(regression: Regression | undefined, locate: Locate): SuccessLimit {
  const minDrop = regression?.min_success_rate_drop ?? null
  const policy = minDrop === null ? null : locate(['regression', 'min_success_rate_drop'])
  return { minDrop, level: regression?.success_level ?? null, policy }
}
