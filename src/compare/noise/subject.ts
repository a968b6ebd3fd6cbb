import { chooseCentre } from './centre.ts'
import { compareFigure, keepNewest } from './figures.ts'
import { isBeyondLimit, toPercent } from './logarithm.ts'
import type { StudentQuantile } from './measured.ts'
import { MOST_RECORDS } from './series.ts'

/** Chance that any model or agent of a pull request that changed nothing is blocked; divided by the number of subjects that are judged. */
export const SUBJECTS_ERROR = 0.01

/** The cost of one model or agent. */
export interface SubjectQuestion {
  /** Of the records, oldest first; null where it was not there. US dollars. */
  readonly totals: readonly (number | null)[]
  readonly head: number
  /** Chance of a growth that is none. */
  readonly error: number
  readonly limitPercent: number
  readonly t: StudentQuantile
}

export interface SubjectNoise {
  /** The growth is above the limit, and more than chance. */
  readonly isProven: boolean
  readonly measuredPercent: number
  readonly reachPercent: number
  /** Records that are known since it was last missing. */
  readonly records: number
  /** Which of the totals stands for the base branch. */
  readonly index: number
}

/** Head's cost of one model or agent against its own records; null: too few are known, or it is free. */
export function measureSubject({ totals, head, error, limitPercent, t }: SubjectQuestion): SubjectNoise | null {
  const known = keepNewest(totals).slice(-MOST_RECORDS)
  const centre = chooseCentre(known, t)
  const growth = compareFigure<number>(known, head, { of: (total) => total, centre, error }, t)
  if (growth === null) return null
  const { difference, reach, isAbove } = growth
  return {
    isProven: isAbove && isBeyondLimit(difference, limitPercent),
    measuredPercent: toPercent(difference),
    reachPercent: toPercent(reach),
    records: known.length,
    index: centre.index + totals.length - known.length,
  }
}
