import { findCentre } from './centre.ts'
import { type Covariate, removeCovariate } from './covariate.ts'
import { findLevels } from './levels.ts'
import { ROUNDED } from './logarithm.ts'
import type { Centre, StudentQuantile } from './measured.ts'
import { measureSpread } from './moments.ts'

/** With fewer comparable records nothing is said of noise. */
export const FEWEST_RECORDS = 8
/** Older records say nothing of today. */
export const MOST_RECORDS = 50
/** No suite is less noisy than this: half a percent, in logarithms. */
export const LEAST_NOISE = 0.005

/** The logarithms of one figure of the records, oldest first, and of head. */
export interface Series {
  readonly values: readonly number[]
  readonly head: number
  readonly covariate?: Covariate | null
  /** The centre, where it is chosen already. It counts only where no covariate explains a part. */
  readonly centre?: Centre
  /** Chance of a growth that is none. */
  readonly error: number
}

/** Head against the records, all in logarithms. */
export interface Growth {
  /** Over the centre, without what the covariate explains. */
  readonly difference: number
  /** How far chance reaches up: by the spread of the records, or as far as one of the newest level lies. */
  readonly reach: number
  /** The same downwards, as a number above 0. */
  readonly depth: number
  readonly isAbove: boolean
  readonly isBelow: boolean
  /** Standard deviation of one record. */
  readonly noise: number
  /** Where the newest level begins. */
  readonly start: number
  /** How far chance would reach up for the mean of so many repetitions of head. */
  reachOf(repetitions: number): number
}

/** null: too few records, or figures that are no numbers. */
export function compareSeries({ values, head, covariate = null, centre: given, error }: Series, t: StudentQuantile): Growth | null {
  if (values.length < FEWEST_RECORDS || ![...values, head].every(Number.isFinite)) return null
  const adjusted = removeCovariate(values, head, covariate)
  const x = adjusted.values
  const starts = findLevels(x, t)
  const start = Math.max(...starts)
  const centre = given && !adjusted.isExplained ? given : findCentre(x, start, t)
  // A fall that counts at once says nothing of the noise before it.
  const apart = centre.by === 'fall' ? centre.records : 0
  const kept = x.slice(0, x.length - apart)
  const degrees = kept.length - starts.length - (adjusted.isExplained ? 1 : 0)
  const noise = Math.max(LEAST_NOISE, Math.sqrt(sumSquares(kept, starts) / degrees))
  const level = apart > 0 ? kept.length : start
  const middle = x[centre.index] ?? 0
  const [top, bottom] = [Math.max(...x.slice(level)) - middle, middle - Math.min(...x.slice(level))]
  const unit = t(1 - error, degrees) * noise
  const spreadOf = (repetitions: number) => unit * Math.sqrt(1 / repetitions + varianceOf(centre.records) + adjusted.leverage)
  const reachOf = (repetitions: number) => Math.max(spreadOf(repetitions), top)
  const [difference, reach, depth] = [adjusted.head - middle, reachOf(1), Math.max(spreadOf(1), bottom)]
  return {
    difference,
    reach,
    depth,
    isAbove: difference > reach + ROUNDED,
    isBelow: difference < -depth - ROUNDED,
    noise,
    start: level,
    reachOf,
  }
}

/** Around the mean of each level: a step that was accepted is no noise. */
function sumSquares(values: readonly number[], starts: readonly number[]): number {
  return starts.reduce((sum, start, level) => sum + measureSpread(values.slice(start, starts[level + 1])).squares, 0)
}

/** Variance of a median of so many values, as a part of that of one of them; of one or two it is a mean. */
function varianceOf(records: number): number {
  return records <= 2 ? 1 / records : Math.PI / 2 / records
}
