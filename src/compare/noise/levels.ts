import type { StudentQuantile } from './measured.ts'
import { type Moments, meanOf, standardDifference } from './moments.ts'

/** A level has at least so many records. */
const FEWEST = 3
/** Chance that a series without any step is cut; the same again for a stretch in its middle. */
const ERROR = 0.001
/** Smaller steps are no level of their own, however sure they are. In logarithms: 2 %. */
const SMALLEST_STEP = 0.02

/** A part of a series that may be a level of its own: to its end, or a stretch in its middle. */
interface Part {
  readonly from: number
  readonly to: number
}

/**
 * Where the levels of a series begin, the first at 0: binary segmentation, which cuts where two parts differ most and then looks at each of
 * them. A rise that was taken back hides from that, so a stretch in the middle is tried as well (Olshen et al. 2004, circular binary
 * segmentation), with Student's t instead of permutations: the same answer each time. The values are logarithms, oldest first.
 */
export function findLevels(values: readonly number[], t: StudentQuantile): readonly number[] {
  const part = findPart(values, listEnds(values.length), t) ?? findPart(values, listStretches(values.length), t)
  if (part === null) return [0]
  const starts = [0, part.from, part.to].filter((start) => start < values.length)
  return starts.flatMap((start, index) => findLevels(values.slice(start, starts[index + 1]), t).map((at) => at + start))
}

function listEnds(count: number): Part[] {
  return range(FEWEST, count - FEWEST).map((from) => ({ from, to: count }))
}

function listStretches(count: number): Part[] {
  return range(FEWEST, count).flatMap((from) => range(from + FEWEST, count - FEWEST).map((to) => ({ from, to })))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** The part that differs most from the rest; null where that may be chance. */
function findPart(values: readonly number[], parts: readonly Part[], t: StudentQuantile): Part | null {
  const sums = addUp(values)
  const weighed = parts.map((part) => ({ part, ...weigh(sums, part) }))
  const [first] = weighed
  if (first === undefined) return null
  const best = weighed.reduce((most, one) => (one.sureness > most.sureness ? one : most), first)
  // Each part that is tried could be a false one.
  const isSure = best.sureness > t(1 - ERROR / (2 * parts.length), values.length - 2)
  return isSure && best.step >= SMALLEST_STEP ? best.part : null
}

/** Sums of the values and of their squares up to each place. */
type Sums = readonly (typeof NOTHING)[]

const NOTHING = { sum: 0, squares: 0 }

function addUp(values: readonly number[]): Sums {
  const mean = meanOf(values)
  let last = NOTHING
  const sums = [last]
  for (const value of values) {
    last = { sum: last.sum + value - mean, squares: last.squares + (value - mean) ** 2 }
    sums.push(last)
  }
  return sums
}

function weigh(sums: Sums, { from, to }: Part): { sureness: number; step: number } {
  const count = sums.length - 1
  const at = (place: number) => sums[place] ?? NOTHING
  const [sum, squares] = [at(to).sum - at(from).sum, at(to).squares - at(from).squares]
  const part = momentsOf(to - from, sum, squares)
  const rest = momentsOf(count - (to - from), at(count).sum - sum, at(count).squares - squares)
  return { sureness: Math.abs(standardDifference(rest, part)), step: Math.abs(part.mean - rest.mean) }
}

function momentsOf(count: number, sum: number, squares: number): Moments {
  return { count, mean: sum / count, squares: Math.max(0, squares - sum ** 2 / count) }
}
