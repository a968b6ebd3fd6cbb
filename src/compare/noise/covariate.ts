import { meanOf, ROUNDING } from './moments.ts'

/** What explains a part of a series: the cached share of a total, the calls of tokens per call. */
export interface Covariate {
  /** As many as the series has. */
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
  if (covariate === null || isSteady(covariate.values)) return { values, head, leverage: 0, isExplained: false }
  const mean = meanOf(covariate.values)
  const z = covariate.values.map((value) => value - mean)
  // From one record to the next, so that a level which moved explains nothing.
  const steps = stepsOf(z)
  const slope = sumProducts(steps, stepsOf(values)) / sumProducts(steps, steps)
  // Never beyond what was seen: a cache that the change itself broke is no excuse.
  const own = Math.min(Math.max(...z), Math.max(Math.min(...z), covariate.head - mean))
  return {
    values: values.map((value, index) => value - slope * (z[index] ?? 0)),
    head: head - slope * own,
    leverage: own ** 2 / sumProducts(z, z),
    isExplained: true,
  }
}

function isSteady(values: readonly number[]): boolean {
  return Math.max(...values) - Math.min(...values) <= ROUNDING
}

function stepsOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? 0))
}

function sumProducts(some: readonly number[], others: readonly number[]): number {
  return some.reduce((sum, one, index) => sum + one * (others[index] ?? 0), 0)
}
