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
  const cut = points.map((point, index) => ({ point, why: whyCut(points, point, index) }))
  const newest = cut.findLast(({ why }) => why === null)?.point
  const sorted = newest === undefined ? cut : cut.map(({ point, why }) => ({ point, why: why ?? whyOther(point, newest) }))
  const leftOut = sorted.slice(-SHOWN_OF).flatMap(({ point, why }) => (why === null ? [] : describe(point, why)))
  return {
    records: sorted.flatMap(({ point, why }) => (why === null ? point : [])),
    leftOut: leftOut.reverse().slice(0, MOST_SHOWN),
  }
}

interface Why {
  readonly reason: IncomparableReason
  readonly count: number | null
  readonly usual: number | null
}

function describe({ commit, created_at, total_cost_usd }: HistoryPoint, { reason, count, usual }: Why): RecordLeftOut {
  return { commit, created_at, total_cost_usd, reason, count, usual }
}

function whyCut(points: readonly HistoryPoint[], point: HistoryPoint, index: number): Why | null {
  const last = points.slice(-NORM)
  const isNorm = (is: (point: HistoryPoint) => boolean) => last.length === NORM && index >= points.length - NORM && last.every(is)
  const isUnread = (one: HistoryPoint) => partOf(one, 'invalid_records') > 0
  const isFree = ({ total_cost_usd }: HistoryPoint) => total_cost_usd === 0
  const isFromDisk = (one: HistoryPoint) => shareOf(one, 'from_disk_calls') > ALIKE
  if (isUnread(point) && !isNorm(isUnread)) return { reason: 'invalid', count: partOf(point, 'invalid_records'), usual: null }
  if (isFree(point) && !isNorm(isFree)) return { reason: 'free', count: null, usual: null }
  if (isFromDisk(point) && !isNorm(isFromDisk)) return { reason: 'from_disk', count: partOf(point, 'from_disk_calls'), usual: null }
  return whyFewer(points, index, 'cases', 'fewer_cases') ?? whyFewer(points, index, 'runs', 'fewer_runs')
}
/**
 * Whether a record has fewer runs or cases than all that is usual for those around it (fences of Tukey). Two of those that have as few are within the
 * fences, so that three in a row are the new norm here, too.
 */
function whyFewer(points: readonly HistoryPoint[], index: number, figure: 'runs' | 'cases', reason: IncomparableReason): Why | null {
  const count = points[index]?.[figure]
  const around = [...points.slice(Math.max(0, index - NEIGHBOURS), index), ...points.slice(index + 1, index + 1 + NEIGHBOURS)]
  const counts = around.flatMap((point) => point[figure] ?? []).sort((one, other) => one - other)
  const at = (share: number) => counts[Math.floor(counts.length * share)] ?? 0
  const [low, high] = [at(0.25), at(0.75)]
  return count !== undefined && count < low - 1.5 * (high - low) ? { reason, count, usual: at(0.5) } : null
}

/** A share that stays is one of the suite: a model without a known price is in no record's amount. */
function whyOther(point: HistoryPoint, newest: HistoryPoint): Why | null {
  const isAlike = Math.abs(shareOf(point, 'unpriced_calls') - shareOf(newest, 'unpriced_calls')) <= ALIKE
  return isAlike ? null : { reason: 'unpriced', count: partOf(point, 'unpriced_calls'), usual: null }
}

function shareOf(point: HistoryPoint, figure: 'unpriced_calls' | 'from_disk_calls'): number {
  const part = partOf(point, figure)
  return part / Math.max(point.calls, part, 1)
}

function partOf(point: HistoryPoint, figure: 'unpriced_calls' | 'from_disk_calls' | 'invalid_records'): number {
  return point[figure] ?? 0
}
