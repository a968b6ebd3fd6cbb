import { newcombeInterval } from '../../compare/shares.ts'
import type { CostDifference, Difference, Interval, RateDifference, Reading } from '../../generated/types.ts'
import { normalReach, spreadOf, welchInterval } from './interval.ts'
import type { Sample } from './sample.ts'

/**
 * What changes from the first variant to another one.
 * @param enough units that each of the two needs for a difference to be called one.
 */
export function compareVariants(first: Sample, other: Sample, confidence: number, enough: number): Difference {
  return {
    tokens_per_call: subtract(other.tokensPerCall(), first.tokensPerCall()),
    cost_per_unit: compareCosts(first, other, confidence, enough),
    success_rate: compareRates(first, other, confidence, enough),
    cost_per_success_usd: subtract(other.costPerSuccess(), first.costPerSuccess()),
  }
}

function compareCosts(first: Sample, other: Sample, confidence: number, enough: number): CostDifference | null {
  const [before, after] = [first.meanCost(), other.meanCost()]
  if (before === null || after === null) return null
  const interval = welchInterval(spreadOf(first.costs, before), spreadOf(other.costs, after), confidence)
  return {
    usd: after - before,
    percent: before > 0 ? ((after - before) / before) * 100 : null,
    interval,
    reading: read(interval, Math.min(first.costs.length, other.costs.length) >= enough),
  }
}

function compareRates(first: Sample, other: Sample, confidence: number, enough: number): RateDifference | null {
  const [one, two] = [first, other].map(({ successes, failures }) => ({ successes, count: successes + failures }))
  if (one === undefined || two === undefined) return null
  const interval = newcombeInterval(one, two, normalReach(confidence))
  if (interval === null) return null
  return {
    share: two.successes / two.count - one.successes / one.count,
    interval,
    reading: read(interval, Math.min(one.count, two.count) >= enough),
  }
}

function read(interval: Interval | null, isEnough: boolean): Reading {
  if (interval === null || !isEnough) return 'too_few'
  if (interval.low > 0) return 'higher'
  return interval.high < 0 ? 'lower' : 'unclear'
}

function subtract(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other
}
