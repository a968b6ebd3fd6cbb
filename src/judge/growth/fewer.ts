import type { FewerUnits, Workload } from '../../generated/types.ts'
import { roundingOf, toInteger } from '../exact.ts'
import { exceedsIncrease, type IncreaseLimit } from './increase.ts'

const AMOUNT_DECIMALS = 12
const PERCENT_DECIMALS = 9

/**
 * Whether it is only for fewer cases or runs that the total is within its limit: what of them each cost is above it. Null where it is not; else of
 * what there are fewer. Amounts in US dollars.
 */
export function restsOnFewer(
  workload: Pick<Workload, 'differs'> | null,
  { baselineUsd, headUsd }: { readonly baselineUsd: number; readonly headUsd: number },
  limit: IncreaseLimit,
): FewerUnits | null {
  if (workload === null || exceedsIncrease(baselineUsd, headUsd, limit)) return null
  for (const { figure, baseline, head } of workload.differs) {
    if ((figure === 'cases' || figure === 'runs') && head < baseline) {
      const before = { usd: baselineUsd, units: baseline }
      if (exceedsPerUnit(before, { usd: headUsd, units: head }, limit)) return { figure, baseline, head }
    }
  }
  return null
}

interface Spent {
  /** US dollars. */
  readonly usd: number
  /** Cases or runs that were paid for; more than 0. */
  readonly units: number
}

/**
 * Whether a unit of head is too far above one of the baseline. As for totals in whole numbers, and without a quotient: head × units of the baseline
 * against baseline × units of head. The least increase counts for all the units of the baseline, as it does for the total.
 */
function exceedsPerUnit(baseline: Spent, head: Spent, limit: IncreaseLimit): boolean {
  const [before, after] = [
    toInteger(baseline.usd, AMOUNT_DECIMALS) * BigInt(head.units),
    toInteger(head.usd, AMOUNT_DECIMALS) * BigInt(baseline.units),
  ]
  const [beforeRounding, afterRounding] = [roundingOf(baseline.usd) * BigInt(head.units), roundingOf(head.usd) * BigInt(baseline.units)]
  const [increase, rounding] = [after - before, beforeRounding + afterRounding]
  const hundred = 100n * 10n ** BigInt(PERCENT_DECIMALS)
  const isAbove = (increase - rounding) * hundred > (before + beforeRounding) * toInteger(limit.percent, PERCENT_DECIMALS)
  return isAbove && increase + rounding >= toInteger(limit.minUsd, AMOUNT_DECIMALS) * BigInt(head.units)
}
