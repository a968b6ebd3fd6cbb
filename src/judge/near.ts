import type { Level } from '../generated/types.ts'
import { isMinimum } from '../policy/minimum.ts'
import { percent } from '../words/format.ts'
import { compareShare } from './exact.ts'
import type { Ruling } from './ruling.ts'

/**
 * A limit that is kept, but used to at least `warnAtPercent` of it, as a warning; it is never worse than breaking the limit would be.
 * Limits of 0 and minimums have no such share.
 */
export function warnNear(ruling: Ruling, level: Level, warnAtPercent: number | null): Ruling {
  if (warnAtPercent === null || !('outcome' in ruling) || ruling.outcome !== 'passed') return ruling
  const { outcome: _, ...result } = ruling
  const { rule, actual, limit, message } = result
  if (isMinimum(rule) || actual === null || limit === null || limit <= 0) return ruling
  if (compareShare(actual, limit, warnAtPercent, 100) < 0) return ruling
  return {
    ...result,
    message: `${message}; a warning from ${percent(warnAtPercent)} of the limit on`,
    level: level === 'notice' ? 'notice' : 'warning',
    approvable: false,
    eased: null,
  }
}
