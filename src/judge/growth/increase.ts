import { roundingOf, toInteger } from '../exact.ts'

/** Amounts are exact to 1e-12 US dollars. */
const AMOUNT_DECIMALS = 12
const PERCENT_DECIMALS = 9

/** An increase is too large beyond `percent` of the baseline, and only from `minUsd` US dollars on. */
export interface IncreaseLimit {
  readonly percent: number
  readonly minUsd: number
}

/**
 * Whether head is too far above baseline, both in US dollars. Decided in whole picodollars: doubles stand for decimals here, and
 * 1.32 / 1.1 is 20 % on paper but 20.000000000000004 % in doubles. A baseline of $0 is exceeded by anything.
 */
export function exceedsIncrease(baselineUsd: number, headUsd: number, limit: IncreaseLimit): boolean {
  const baseline = toInteger(baselineUsd, AMOUNT_DECIMALS)
  const increase = toInteger(headUsd, AMOUNT_DECIMALS) - baseline
  const rounding = roundingOf(headUsd) + roundingOf(baselineUsd)
  const hundred = 100n * 10n ** BigInt(PERCENT_DECIMALS)
  const percent = toInteger(limit.percent, PERCENT_DECIMALS)
  const isAbove = (increase - rounding) * hundred > (baseline + roundingOf(baselineUsd)) * percent
  return isAbove && increase + rounding >= toInteger(limit.minUsd, AMOUNT_DECIMALS)
}
