import type { HistoryPoint } from '../generated/types.ts'
import { exceedsIncrease, type IncreaseLimit } from '../judge/rules/increase.ts'
import type { Baseline } from './document.ts'
import { historyOf } from './history.ts'
import { sideOfPoint } from './side.ts'

/** How many records to take the median of, and how far apart two of the same level of cost may be. */
export interface WindowLimits {
  readonly records: number
  readonly level: IncreaseLimit
}

/** The record that stands for the last ones. */
export interface Median {
  readonly point: HistoryPoint
  /** How many records it is the median of. */
  readonly records: number
}

/**
 * The record with the median total of the last ones, the lower of two. Only records of the newest one's level count: where the gap is one that the gate
 * would block, somebody accepted a change, and an older level would block everybody else.
 * @param points the oldest first; never empty.
 */
export function takeMedian(points: readonly HistoryPoint[], { records, level }: WindowLimits): Median | null {
  const last = points.slice(-records)
  const newest = last.at(-1)
  if (newest === undefined) return null
  const sameLevel = last.filter((point) => isSameLevel(point.total_cost_usd, newest.total_cost_usd, level))
  const totals = sameLevel.map((point) => point.total_cost_usd).sort((one, other) => one - other)
  const median = totals[Math.floor((totals.length - 1) / 2)]
  // Of equal totals the newest: more of it is known.
  const point = sameLevel.findLast((one) => one.total_cost_usd === median) ?? newest
  return { point, records: sameLevel.length }
}

function isSameLevel(one: number, other: number, level: IncreaseLimit): boolean {
  return !exceedsIncrease(Math.min(one, other), Math.max(one, other), level)
}

/** A baseline as the median of its history; as it is where it has none. Of an older record only its point is known, so the summary stays that of the newest. */
export function applyWindow(baseline: Baseline, limits: WindowLimits): Baseline {
  const { used, summary } = baseline
  if (summary?.history === undefined) return baseline
  const points = historyOf(summary)
  const median = takeMedian(points, limits)
  if (median === null) return baseline
  const window = { records: median.records, newest_cost_usd: summary.total_cost_usd }
  if (median.point === points.at(-1)) return { ...baseline, used: { ...used, window } }
  const { commit, created_at, total_cost_usd, unpriced_calls, invalid_records, from_disk_calls, graders } = median.point
  const { unpriced_calls: _calls, invalid_records: _records, from_disk_calls: _cached, graders: _graders, ...rest } = used
  const missing = {
    ...(unpriced_calls && { unpriced_calls }),
    ...(invalid_records && { invalid_records }),
    ...(from_disk_calls && { from_disk_calls }),
    ...(graders && { graders }),
  }
  return {
    used: { ...rest, ...missing, format: 'history', commit, created_at, total_cost_usd, price_catalog: null, window },
    side: sideOfPoint(median.point),
    summary,
  }
}
