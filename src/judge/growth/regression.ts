import type { Comparison, Level, Noise, OnInconclusive, PolicyLine } from '../../generated/types.ts'
import type { Policy } from '../../policy/policy.ts'
import { easeLevel, sayChance } from '../noise/words.ts'
import { type Facts, find, leaveUnmatched, type Ruling } from '../ruling.ts'
import type { JudgeSettings } from '../settings.ts'
import { judgeChange, NO_BASELINE } from './change.ts'

/** Where neither input nor policy says. Unit: percent of the baseline. */
const DEFAULT_MAX_INCREASE_PERCENT = 20
const DEFAULT_MIN_INCREASE_USD = 0
const DEFAULT_ON_INCONCLUSIVE = 'warn'

/** The limit on the total that is in force. Units: percent of the baseline, US dollars. */
export interface RegressionLimits {
  readonly maxIncreasePercent: number
  readonly minIncreaseUsd: number
  readonly level: Level
  /** What growth above the limit means that chance alone may have made. */
  readonly onInconclusive: OnInconclusive
  /** Share of the limit from which on it is a warning, in percent; null: no such share. */
  readonly warnAtPercent: number | null
  /** Where the percentage stands; null: an input or the default. */
  readonly policy: PolicyLine | null
}

/** Settles the limit on the total: an input comes before the policy, and the policy before the defaults. How bad it is, the policy alone says. */
export function regressionLimits(
  settings: Pick<JudgeSettings, 'maxIncreasePercent' | 'minIncreaseUsd' | 'onInconclusive'>,
  policy: Pick<Policy, 'total'> | null,
): RegressionLimits {
  const total = policy?.total
  return {
    maxIncreasePercent: settings.maxIncreasePercent ?? total?.maxIncreasePercent ?? DEFAULT_MAX_INCREASE_PERCENT,
    minIncreaseUsd: settings.minIncreaseUsd ?? total?.minIncreaseUsd ?? DEFAULT_MIN_INCREASE_USD,
    level: total?.level ?? 'error',
    onInconclusive: settings.onInconclusive ?? total?.onInconclusive ?? DEFAULT_ON_INCONCLUSIVE,
    warnAtPercent: total?.warnAtPercent ?? null,
    policy: settings.maxIncreasePercent === null ? (total?.policy ?? null) : null,
  }
}

/** Judges the growth of the total over the baseline: what chance may have made is no error, unless that was asked for. */
export function judgeTotal(limits: RegressionLimits, comparison: Pick<Comparison, 'total'> | null, noise: Noise | null): Ruling {
  const { maxIncreasePercent: limit, minIncreaseUsd, level, warnAtPercent, policy } = limits
  const facts: Omit<Facts, 'message'> = {
    rule: 'max_increase_percent',
    subject: { kind: 'total', name: null },
    limit,
    unit: 'percent',
    policy,
    approvable: true,
    warnAtPercent,
  }
  if (comparison === null) return leaveUnmatched({ ...facts, message: `total: ${NO_BASELINE}` })
  if (comparison.total.head_calls === 0) return leaveUnmatched({ ...facts, message: 'total: there are no calls to compare' })
  const ruling = judgeChange(comparison.total, { name: 'total', limit, minIncreaseUsd, level, facts })
  if (noise?.state !== 'inconclusive' && noise?.state !== 'hidden') return ruling
  const message = `${ruling.message}${sayChance(noise)}`
  const actual = noise.state === 'hidden' ? noise.proven_percent : noise.measured_percent
  return find(easeLevel(level, limits.onInconclusive), { ...facts, message, actual })
}
