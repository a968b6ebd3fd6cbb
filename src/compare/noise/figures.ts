import type { Covariate } from './covariate.ts'
import type { Centre, StudentQuantile } from './measured.ts'
import { compareSeries, FEWEST_RECORDS, type Growth } from './series.ts'

/** How one figure is taken from records and head; null or 0 where it is not known. */
export interface Question<Record> {
  readonly of: (record: Record) => number | null
  /** What explains a part of it; null where it is not known. */
  readonly by?: (record: Record) => number | null
  readonly centre?: Centre
  readonly error: number
}

/**
 * Head against the records in one figure. Records before one where it is not known are left out, because it may have been measured otherwise
 * since; null where too few are left.
 */
export function compareFigure<Record>(
  records: readonly Record[],
  head: Record,
  { of, by, centre, error }: Question<Record>,
  t: StudentQuantile,
): Growth | null {
  const own = of(head)
  const from = records.findLastIndex((record) => !isKnown(of(record))) + 1
  const kept = records.slice(from)
  if (!isKnown(own) || kept.length < FEWEST_RECORDS) return null
  const values = kept.map((record) => Math.log(of(record) ?? 1))
  const chosen = centre && { ...centre, index: centre.index - from }
  const isKept = chosen !== undefined && chosen.index >= 0
  const covariate = by ? findCovariate(kept, head, by) : null
  return compareSeries({ values, head: Math.log(own), covariate, error, ...(isKept ? { centre: chosen } : {}) }, t)
}

/** Nothing is explained by what only some of the records know. */
function findCovariate<Record>(records: readonly Record[], head: Record, by: (record: Record) => number | null): Covariate | null {
  const values = records.flatMap((record) => by(record) ?? [])
  const own = by(head)
  return own === null || values.length < records.length || ![...values, own].every(Number.isFinite) ? null : { values, head: own }
}

/** A logarithm needs more than 0. */
export function isKnown(value: number | null): value is number {
  return value !== null && value > 0 && Number.isFinite(value)
}

export function isSure({ isAbove, isBelow }: Growth): boolean {
  return isAbove || isBelow
}

export function divide(part: number | null, count: number | null): number | null {
  return isKnown(part) && isKnown(count) ? part / count : null
}

export function logarithm(value: number): number | null {
  return isKnown(value) ? Math.log(value) : null
}
