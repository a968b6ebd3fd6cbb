import { chooseCentre } from '../compare/noise/centre.ts'
import { ENOUGH, isEnough, type KnownHistory } from '../compare/noise/known.ts'
import type { Centre, StudentQuantile } from '../compare/noise/measured.ts'
import type { HistoryPoint } from '../generated/types.ts'
import { exceedsIncrease, type IncreaseLimit } from '../judge/growth/increase.ts'
import { sortOut } from './comparable.ts'
import type { Baseline } from './document.ts'
import { historyOf, missingOf } from './history.ts'
import { sideOfPoint } from './side.ts'

/** Which record stands for the base branch. */
export interface WindowLimits {
  /** The median of so many records; null: the newest one, or from 8 comparable records on the centre of the newest level. */
  readonly records: number | null
  /** How far apart two records of the same level of cost may be, where a number of records is given. */
  readonly level: IncreaseLimit
}

/**
 * Chooses the record that stands for the base branch. Below 8 comparable records that is the newest one: a median lags behind what was merged.
 * @param points the oldest first.
 * @param student the quantile of Student's t distribution; needed from 8 records on, where no number of records is given.
 * @returns null where there is no record.
 */
export function chooseRecord(points: readonly HistoryPoint[], limits: WindowLimits, student: StudentQuantile | null): KnownHistory | null {
  const sorted = sortOut(points)
  // Where nothing is comparable the newest one has to do.
  const records = sorted.records.length > 0 ? sorted.records : points.slice(-1)
  if (records.length === 0) return null
  return { records, leftOut: sorted.leftOut, centre: centreOf(records, limits, student) }
}

function centreOf(records: readonly HistoryPoint[], { records: given, level }: WindowLimits, student: StudentQuantile | null): Centre {
  if (given !== null) return takeMedian(records, given, level)
  if (isEnough(records) && student !== null)
    return chooseCentre(
      records.map(({ total_cost_usd }) => total_cost_usd),
      student,
    )
  return { index: records.length - 1, records: 1, by: 'newest' }
}

/**
 * The record with the median total of the last ones, the lower of two. Only records of the newest one's level count: where the gap is one that the gate
 * would block, somebody accepted a change, and an older level would block everybody else.
 */
function takeMedian(points: readonly HistoryPoint[], records: number, level: IncreaseLimit): Centre {
  const first = Math.max(0, points.length - records)
  const newest = points.at(-1)?.total_cost_usd ?? 0
  const alike = points
    .map(({ total_cost_usd: usd }, index) => ({ usd, index }))
    .filter(({ usd, index }) => index >= first && !exceedsIncrease(Math.min(usd, newest), Math.max(usd, newest), level))
    .sort((one, other) => one.usd - other.usd)
  const median = alike[Math.floor((alike.length - 1) / 2)]
  // Of equal totals the newest: more of it is known.
  const index = Math.max(...alike.filter(({ usd }) => usd === median?.usd).map((one) => one.index))
  return { index, records: alike.length, by: 'given' }
}

/** A baseline as the record of its history that stands for it; as it is where it has none. Of an older record only its point is known, so the summary stays that of the newest. */
export function applyWindow(baseline: Baseline, limits: WindowLimits, student: StudentQuantile | null): Baseline {
  const { used, summary } = baseline
  if (summary?.history === undefined) return baseline
  const points = historyOf(summary)
  const history = chooseRecord(points, limits, student)
  const point = history?.records[history.centre.index]
  if (history === null || point === undefined) return baseline
  const window = windowOf(history, summary.total_cost_usd)
  if (point === points.at(-1)) return { ...baseline, history, used: { ...used, window } }
  const { commit, created_at, total_cost_usd } = point
  const { unpriced_calls: _calls, invalid_records: _records, from_disk_calls: _cached, graders: _graders, ...rest } = used
  return {
    used: { ...rest, ...missingOf(point), format: 'history', commit, created_at, total_cost_usd, price_catalog: null, window },
    side: sideOfPoint(point),
    summary,
    history,
  }
}

/** How a report names the choice. */
export function windowOf({ centre: { records, by } }: KnownHistory, newestUsd: number) {
  return { records, by, newest_cost_usd: newestUsd }
}

/** The same, with the quantile of Student's t distribution loaded where it is needed. */
export async function withinWindow(baseline: Baseline, limits: WindowLimits): Promise<Baseline> {
  const student = limits.records === null ? await loadStudent(baseline.summary?.history ?? []) : null
  return applyWindow(baseline, limits, student)
}

/** It is large, so it is loaded only where there are enough records. */
export async function loadStudent(points: readonly HistoryPoint[]): Promise<StudentQuantile | null> {
  return points.length < ENOUGH ? null : (await import('../compare/noise/quantile.ts')).studentQuantile
}
