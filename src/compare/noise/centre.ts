import { findLevels } from './levels.ts'
import { isKnown } from './logarithm.ts'
import type { Centre, StudentQuantile } from './measured.ts'
import { lowerMedian, measureSpread, standardDifference } from './moments.ts'

/** Older records of a level may lag behind a creeping base branch. */
const MOST_RECORDS = 10
/** A rise or fall is looked for against so many records before it. */
const MOST_BEFORE = 20
/** A rise is believed easily, which blocks nobody, a fall hardly: it blocks whoever is compared with it. */
const RISE = { newest: 3, error: 0.02, sign: 1, isApart: false }
/** Three records that fell are a level of their own. No record before may have been as cheap. */
const FALL = { newest: 2, error: 0.002, sign: -1, isApart: true }

/** Which record stands for the base branch, of totals above 0, oldest first. It does not depend on head. */
export function chooseCentre(totalsUsd: readonly number[], t: StudentQuantile): Centre {
  const known = totalsUsd.flatMap((usd, place) => (isKnown(usd) ? { place, value: Math.log(usd) } : []))
  if (known.length === 0) return { index: Math.max(0, totalsUsd.length - 1), records: 1, by: 'level' }
  const values = known.map(({ value }) => value)
  const centre = findCentre(values, Math.max(...findLevels(values, t)), t)
  return { ...centre, index: known[centre.index]?.place ?? 0 }
}

/** The centre of a series of logarithms whose newest level begins at `start`. */
export function findCentre(values: readonly number[], start: number, t: StudentQuantile): Centre {
  const level = values.slice(start)
  const fallen = countMoved(level, FALL, t)
  // The higher of two: where the first was odd and the second is as before, nothing fell.
  if (fallen > 0) return { index: values.lastIndexOf(Math.max(...values.slice(-fallen))), records: fallen, by: 'fall' }
  const risen = countMoved(level, RISE, t)
  if (risen > 0) return { index: findMiddle(values, risen), records: risen, by: 'rise' }
  const records = Math.min(MOST_RECORDS, level.length)
  return { index: findMiddle(values, records), records, by: 'level' }
}

/** How many of the newest records of a level moved away from those before them, beyond chance; 0: none. */
function countMoved(level: readonly number[], { newest, error, sign, isApart }: typeof RISE, t: StudentQuantile): number {
  let found = { records: 0, sureness: Number.NEGATIVE_INFINITY }
  for (let records = 1; records <= newest && records <= level.length - 2; records += 1) {
    const before = level.slice(-MOST_BEFORE - records, -records)
    const after = level.slice(-records)
    if (isApart && Math.max(...after) >= Math.min(...before)) continue
    const sureness = sign * standardDifference(measureSpread(before), measureSpread(after))
    if (sureness > Math.max(found.sureness, t(1 - error, before.length + records - 2))) found = { records, sureness }
  }
  return found.records
}

/** The place of the median of the newest `count` values; of equal values the newest. */
function findMiddle(values: readonly number[], count: number): number {
  return values.lastIndexOf(lowerMedian(values.slice(-count)))
}
