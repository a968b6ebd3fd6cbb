import type { Sorted } from '../compare/noise/known.ts'
import type { HistoryPoint, IncomparableReason, RecordLeftOut } from '../generated/types.ts'

/** Records before and after one that tell how much its level measures. */
const NEIGHBOURS = 5
/** So many records in a row that agree are the new norm, and none of them is a cut one. */
const NORM = 3
/** Shares of calls that are no further apart are alike. */
const ALIKE = 0.05
/** Of the newest of these records it is shown that they were left out. */
const SHOWN_OF = 10
const MOST_SHOWN = 5

/**
 * Sorts out what is no measure of the suite: records with fewer runs or cases than those around them, as a failed or cut run leaves them, those that
 * cost nothing, came from a cache on disk or could not be read whole, and those of which another share is in no amount than of the newest one.
 * @param points the oldest first.
 */
export function sortOut(points: readonly HistoryPoint[]): Sorted {
  const cut = points.map((_, index) => whyCut(points, index))
  const newest = points.findLast((_, index) => cut[index] === null)
  const reasons = points.map((point, index) => cut[index] ?? (newest === undefined ? null : whyOther(point, newest)))
  const leftOut = points.flatMap((point, index) => {
    const why = reasons[index] ?? null
    return why === null || index < points.length - SHOWN_OF ? [] : [describe(point, why)]
  })
  return { records: points.filter((_, index) => reasons[index] === null), leftOut: leftOut.reverse().slice(0, MOST_SHOWN) }
}

interface Why {
  readonly reason: IncomparableReason
  readonly count: number | null
  readonly usual: number | null
}

function describe({ commit, created_at, total_cost_usd }: HistoryPoint, { reason, count, usual }: Why): RecordLeftOut {
  return { commit, created_at, total_cost_usd, reason, count, usual }
}

function whyCut(points: readonly HistoryPoint[], index: number): Why | null {
  const last = points.slice(-NORM)
  const isNorm = (is: (point: HistoryPoint) => boolean) => last.length === NORM && index >= points.length - NORM && last.every(is)
  const point = points[index]
  if (point === undefined) return null
  if (point.invalid_records && !isNorm(({ invalid_records }) => Boolean(invalid_records)))
    return { reason: 'invalid', count: point.invalid_records, usual: null }
  if (point.total_cost_usd === 0 && !isNorm(({ total_cost_usd }) => total_cost_usd === 0))
    return { reason: 'free', count: null, usual: null }
  if (shareOf(point, 'from_disk_calls') > ALIKE && !isNorm((one) => shareOf(one, 'from_disk_calls') > ALIKE))
    return { reason: 'from_disk', count: point.from_disk_calls ?? 0, usual: null }
  for (const [figure, reason] of [
    ['cases', 'fewer_cases'],
    ['runs', 'fewer_runs'],
  ] as const) {
    const count = point[figure]
    const usual = count === undefined ? null : usualAbove(points, index, figure, count)
    if (count !== undefined && usual !== null && !isNorm((one) => one[figure] === count)) return { reason, count, usual }
  }
  return null
}

/** How many runs or cases the records around one have, where it is below all that is usual for them (fences of Tukey); else null. */
function usualAbove(points: readonly HistoryPoint[], index: number, figure: 'runs' | 'cases', count: number): number | null {
  const around = [...points.slice(Math.max(0, index - NEIGHBOURS), index), ...points.slice(index + 1, index + 1 + NEIGHBOURS)]
  const counts = around.flatMap((point) => point[figure] ?? []).sort((one, other) => one - other)
  const at = (share: number) => counts[Math.floor(counts.length * share)] ?? 0
  const [low, high] = [at(0.25), at(0.75)]
  return counts.length > 0 && count < low - 1.5 * (high - low) ? at(0.5) : null
}

/** A share that stays is one of the suite: a model without a known price is in no record's amount. */
function whyOther(point: HistoryPoint, newest: HistoryPoint): Why | null {
  const isAlike = Math.abs(shareOf(point, 'unpriced_calls') - shareOf(newest, 'unpriced_calls')) <= ALIKE
  return isAlike ? null : { reason: 'unpriced', count: point.unpriced_calls ?? 0, usual: null }
}

function shareOf({ calls, ...point }: HistoryPoint, figure: 'unpriced_calls' | 'from_disk_calls'): number {
  const part = point[figure] ?? 0
  return part / Math.max(calls, part, 1)
}
