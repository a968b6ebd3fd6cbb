/** Size, mean and sum of squares around it. */
export interface Moments {
  readonly count: number
  readonly mean: number
  readonly squares: number
}

/** Differences below this are rounding, in logarithms. */
export const ROUNDING = 1e-9

export function measureSpread(values: readonly number[]): Moments {
  const mean = meanOf(values)
  return { count: values.length, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) }
}

/** Of at least one value. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How far b lies above a, in standard errors of the difference (Student's two samples with one spread), with a.count + b.count - 2 degrees of freedom. */
export function standardDifference(a: Moments, b: Moments): number {
  const spread = Math.sqrt((a.squares + b.squares) / (a.count + b.count - 2))
  return (b.mean - a.mean) / (Math.max(spread, ROUNDING) * Math.sqrt(1 / a.count + 1 / b.count))
}

/** Of an even number of values the lower one in the middle: always a value that is there. */
export function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
