import type { BaselineUsed, CostSummary, Stats } from '../../generated/types.ts'
import { differenceUsd } from '../../usage/money.ts'
import { percent, usd } from '../../words/format.ts'
import { exceedsIncrease } from '../growth/increase.ts'
import type { RegressionLimits } from '../growth/regression.ts'
import { decide, type Ruling } from '../ruling.ts'

/**
 * Judges the growth of what graders cost, by the limits on the total, which does not hold it. Nothing where a side has none, or where nobody knows
 * what those of the baseline cost.
 */
export function judgeGraders(
  { graders: head }: Pick<CostSummary, 'graders'>,
  { graders: before }: Pick<BaselineUsed, 'graders'>,
  { maxIncreasePercent, minIncreaseUsd }: Pick<RegressionLimits, 'maxIncreasePercent' | 'minIncreaseUsd'>,
): Ruling[] {
  if (head === undefined || before === undefined || !isComparable(before)) return []
  const limit = { percent: maxIncreasePercent, minUsd: minIncreaseUsd }
  const isBroken = exceedsIncrease(before.cost_usd, head.cost_usd, limit)
  const from = minIncreaseUsd > 0 ? `, counted from an increase of ${usd(minIncreaseUsd)} on` : ''
  const message = `graders, which are not in the total, cost ${describe(head, before, maxIncreasePercent)}; limit ${percent(maxIncreasePercent)}${from}`
  return [decide(isBroken, 'warning', { rule: 'graders_increase', subject: { kind: 'data', name: null }, message })]
}

/** What has no known price, and what a cache on disk answered, is no amount that anything can be held against. */
function isComparable({ cost_usd, unpriced_calls: unpriced }: Stats): boolean {
  return cost_usd > 0 && !unpriced
}

function describe({ cost_usd: now, unpriced_calls: unpriced }: Stats, { cost_usd: before }: Stats, limit: number): string {
  if (unpriced) return `at least ${usd(now, before)}, those of the baseline ${usd(before, now)}`
  if (now === before) return `${usd(now)}, the same as those of the baseline`
  const change = (differenceUsd(now, before) / before) * 100
  const size = percent(Math.abs(change), limit)
  return `${usd(now, before)}, ${size} ${change > 0 ? 'more' : 'less'} than those of the baseline (${usd(before, now)})`
}
