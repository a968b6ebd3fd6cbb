import { findLevels } from './levels.ts'
import type { Centre, StudentQuantile } from './measured.ts'
import { measureSpread, standardDifference } from './moments.ts'

/** Older records of a level may lag behind a creeping base branch. */
const MOST_RECORDS = 10
/** A rise or fall is looked for against so many records before it. */
const MOST_BEFORE = 20
/** A rise is believed easily, which blocks nobody, a fall hardly: it blocks whoever is compared with it. */
const RISE = { newest: 3, error: 0.02, sign: 1 }
/** Three records that fell are a level of their own. */
const FALL = { newest: 2, error: 0.002, sign: -1 }

/** Which record stands for the base branch, of totals above 0, oldest first. It does not depend on head. */
export function chooseCentre(totalsUsd: readonly number[], t: StudentQuantile): Centre {
  const places = [...totalsUsd.keys()].filter((place) => isPositive(totalsUsd[place]))
  const values = places.map((place) => Math.log(totalsUsd[place] ?? 1))
  if (values.length === 0) return { index: Math.max(0, totalsUsd.length - 1), records: 1, by: 'level' }
  const centre = findCentre(values, findLevels(values, t).at(-1) ?? 0, t)
  return { ...centre, index: places[centre.index] ?? 0 }
}

/** The centre of a series of logarithms whose newest level begins at `start`. */
export function findCentre(values: readonly number[], start: number, t: StudentQuantile): Centre {
  const level = values.slice(start)
  const fallen = countMoved(level, FALL, t)
  // The higher of two: where the first was odd and the second is as before, nothing fell.
  if (fallen > 0) return { index: findMiddle(values, fallen, Math.ceil), records: fallen, by: 'fall' }
  const risen = countMoved(level, RISE, t)
  if (risen > 0) return { index: findMiddle(values, risen, Math.floor), records: risen, by: 'rise' }
  const records = Math.min(MOST_RECORDS, level.length)
  return { index: findMiddle(values, records, Math.floor), records, by: 'level' }
}

/** How many of the newest records of a level moved away from those before them, beyond chance; 0: none. */
function countMoved(level: readonly number[], { newest, error, sign }: typeof RISE, t: StudentQuantile): number {
  let found = { records: 0, sureness: 0 }
  for (let records = 1; records <= newest && records <= level.length - 2; records += 1) {
    const before = level.slice(-MOST_BEFORE - records, -records)
    const after = level.slice(-records)
    if (sign < 0 && Math.max(...after) >= Math.min(...before)) continue
    const sureness = sign * standardDifference(measureSpread(before), measureSpread(after))
    const isSure = sureness > t(1 - error, before.length + records - 2)
    if (isSure && sureness > found.sureness) found = { records, sureness }
  }
  return found.records
}

/** The place of the median of the newest `count` values; of equal values the newest. */
function findMiddle(values: readonly number[], count: number, round: (half: number) => number): number {
  const newest = values.slice(-count)
  const middle = newest.toSorted((a, b) => a - b)[round((count - 1) / 2)] ?? 0
  return values.lastIndexOf(middle)
}

function isPositive(value: number | undefined): boolean {
  return value !== undefined && value > 0 && Number.isFinite(value)
}
