import type { StudentQuantile } from './measured.ts'
import { measureSpread, standardDifference } from './moments.ts'

/** A level has at least so many records. */
const FEWEST = 3
/** Chance that a series without any step is cut. */
const ERROR = 0.001
/** Smaller steps are no level of their own, however sure they are. In logarithms: 2 %. */
const SMALLEST_STEP = 0.02

/**
 * Where the levels of a series begin, the first at 0: binary segmentation, which cuts where two parts differ most and then looks at each
 * part. The values are logarithms, oldest first.
 */
export function findLevels(values: readonly number[], t: StudentQuantile): readonly number[] {
  const cut = findCut(values, t)
  if (cut === null) return [0]
  return [...findLevels(values.slice(0, cut), t), ...findLevels(values.slice(cut), t).map((start) => start + cut)]
}

function findCut(values: readonly number[], t: StudentQuantile): number | null {
  const tried = values.length - 2 * FEWEST + 1
  if (tried < 1) return null
  const cuts = Array.from({ length: tried }, (_, index) => weigh(values, index + FEWEST))
  const best = cuts.reduce((most, cut) => (cut.sureness > most.sureness ? cut : most))
  // Each cut that is tried could be a false one.
  const isSure = best.sureness > t(1 - ERROR / (2 * tried), values.length - 2)
  return isSure && best.step >= SMALLEST_STEP ? best.at : null
}

function weigh(values: readonly number[], at: number): { at: number; sureness: number; step: number } {
  const [before, after] = [measureSpread(values.slice(0, at)), measureSpread(values.slice(at))]
  return { at, sureness: Math.abs(standardDifference(before, after)), step: Math.abs(after.mean - before.mean) }
}
