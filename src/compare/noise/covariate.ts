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
    values: pair(values, z).map(([value, one]) => value - slope * one),
    head: head - slope * own,
    leverage: own ** 2 / sumProducts(z, z),
    isExplained: true,
  }
}

function isSteady(values: readonly number[]): boolean {
  return Math.max(...values) - Math.min(...values) <= ROUNDING
}

function stepsOf(values: readonly number[]): number[] {
  return pair(values.slice(1), values).map(([value, before]) => value - before)
}

function sumProducts(some: readonly number[], others: readonly number[]): number {
  return pair(some, others).reduce((sum, [one, other]) => sum + one * other, 0)
}

/** Each of some values with the other one at its place. */
function pair(some: readonly number[], others: readonly number[]): [number, number][] {
  return some.map((one, index) => [one, others[index] ?? 0])
}
