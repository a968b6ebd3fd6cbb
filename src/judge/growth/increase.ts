import { roundingOf, toInteger } from '../exact.ts'

/** Amounts are exact to 1e-12 US dollars, and percentages are read as exactly. */
const DECIMALS = 12
const HUNDRED = 100n * 10n ** BigInt(DECIMALS)

/** An increase is too large beyond `percent` of the baseline, and only from `minUsd` US dollars on. */
export interface IncreaseLimit {
  readonly percent: number
  readonly minUsd: number
}

/** What units cost together. */
export interface Spent {
  /** US dollars. */
  readonly usd: number
  /** Cases or runs that were paid for; more than 0. */
  readonly units: number
}

/** Whether head is too far above baseline, both in US dollars. */
export function exceedsIncrease(baselineUsd: number, headUsd: number, limit: IncreaseLimit): boolean {
  return exceedsPerUnit({ usd: baselineUsd, units: 1 }, { usd: headUsd, units: 1 }, limit)
}

/**
 * Whether a unit of head is too far above one of the baseline. Decided in whole picodollars: doubles stand for decimals here, and 1.32 / 1.1 is 20 % on
 * paper but 20.000000000000004 % in doubles. And without a quotient: head × units of the baseline against baseline × units of head. The least increase
 * counts for all the units of the baseline, as it does for the total. A baseline of $0 is exceeded by anything.
 */
export function exceedsPerUnit(baseline: Spent, head: Spent, limit: IncreaseLimit): boolean {
  const [units, headUnits] = [BigInt(baseline.units), BigInt(head.units)]
  const before = toInteger(baseline.usd, DECIMALS) * headUnits
  const increase = toInteger(head.usd, DECIMALS) * units - before
  const beforeRounding = roundingOf(baseline.usd) * headUnits
  const rounding = roundingOf(head.usd) * units + beforeRounding
  const isAbove = (increase - rounding) * HUNDRED > (before + beforeRounding) * toInteger(limit.percent, DECIMALS)
  return isAbove && increase + rounding >= toInteger(limit.minUsd, DECIMALS) * headUnits
}
