import type { Covariate } from './covariate.ts'
import { isKnown, isNumber } from './logarithm.ts'
import type { Centre, StudentQuantile } from './measured.ts'
import { compareSeries, type Growth } from './series.ts'

/** How one figure is taken from records and head; null or 0 where it is not known. */
export interface Question<Record> {
  readonly of: (record: Record) => number | null
  /** What explains a part of it; null where it is not known. */
  readonly by?: (record: Record) => number | null
  /** Of a figure that all records know. */
  readonly centre?: Centre
  readonly error: number
}

/** Head against the records in one figure; null where too few know it. */
export function compareFigure<Record>(
  records: readonly Record[],
  head: Record,
  { of, by, centre, error }: Question<Record>,
  t: StudentQuantile,
): Growth | null {
  const own = of(head)
  if (!isKnown(own)) return null
  const values = keepNewest(records.map(of)).map(Math.log)
  const covariate = by ? findCovariate(records.slice(records.length - values.length), head, by) : null
  return compareSeries({ values, head: Math.log(own), covariate, centre, error }, t)
}

/** Values before one that is not known are left out, because they may have been measured otherwise since. */
export function keepNewest(values: readonly (number | null)[]): number[] {
  return values.slice(values.findLastIndex((value) => !isKnown(value)) + 1).filter(isKnown)
}

/** Nothing is explained by what only some of the records know. */
function findCovariate<Record>(records: readonly Record[], head: Record, by: (record: Record) => number | null): Covariate | null {
  const [own, values] = [by(head), records.map(by)]
  return isNumber(own) && values.every(isNumber) ? { values, head: own } : null
}

export function isSure({ isAbove, isBelow }: Growth): boolean {
  return isAbove || isBelow
}
