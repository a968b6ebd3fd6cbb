import { meanOf, ROUNDING } from './moments.ts'

/** What explains a part of a series: the cached share of a total, the calls of tokens per call. */
export interface Covariate {
  readonly values: readonly number[]
  readonly head: number
}

/** A series without what the covariate explains. */
export interface Adjusted {
  readonly values: readonly number[]
  readonly head: number
  /** How much less is known of head because its covariate is unusual: a part of a variance, 0 to 1. */
  readonly leverage: number
  readonly isExplained: boolean
}

/** Takes out of a series of logarithms, and of head, what a covariate explains. */
export function removeCovariate(values: readonly number[], head: number, covariate: Covariate | null): Adjusted {
  const z = covariate?.values ?? []
  const [low, high] = [Math.min(...z), Math.max(...z)]
  if (covariate === null || !(high - low > ROUNDING)) return { values, head, leverage: 0, isExplained: false }
  const mean = meanOf(z)
  const slope = findSlope(values, z)
  // Never beyond what was seen: a cache that the change itself broke is no excuse.
  const own = Math.min(high, Math.max(low, covariate.head)) - mean
  return {
    values: values.map((value, index) => value - slope * ((z[index] ?? mean) - mean)),
    head: head - slope * own,
    leverage: own ** 2 / z.reduce((sum, one) => sum + (one - mean) ** 2, 0),
    isExplained: true,
  }
}

/** From one record to the next, so that a level which moved explains nothing. */
function findSlope(values: readonly number[], z: readonly number[]): number {
  const steps = z.slice(1).map((one, index) => ({ dz: one - (z[index] ?? one), dx: (values[index + 1] ?? 0) - (values[index] ?? 0) }))
  const squares = steps.reduce((sum, { dz }) => sum + dz * dz, 0)
  return squares === 0 ? 0 : steps.reduce((sum, { dz, dx }) => sum + dz * dx, 0) / squares
}
