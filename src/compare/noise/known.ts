import type { CostSummary, HistoryPoint, PointStats, RecordLeftOut } from '../../generated/types.ts'
import type { Centre, Measured, MeasuredHead, Used } from './measured.ts'

/** Comparable records from which on the noise of a suite is known. */
export const ENOUGH = 8

/** Records that measured the same kind of work, and those that did not. */
export interface Sorted {
  /** The oldest first. */
  readonly records: readonly HistoryPoint[]
  /** The newest first, at most 5, of the last 10 records. */
  readonly leftOut: readonly RecordLeftOut[]
}

/** What the records of the base branch tell. */
export interface KnownHistory extends Sorted {
  /** The record that stands for them, by its place in `records`. */
  readonly centre: Centre
}

/** Whether the noise of a suite can be known from these records. */
export function isEnough(records: readonly HistoryPoint[]): boolean {
  return records.length >= ENOUGH && records.every(({ total_cost_usd }) => total_cost_usd > 0)
}

/** What a record of the history measured. */
export function measuredOfPoint(point: HistoryPoint): Measured {
  const { input_tokens: input = 0, cached_input_tokens: cached } = point
  return {
    totalUsd: point.total_cost_usd,
    calls: point.calls,
    tokens: point.total_tokens ?? tokensOf(point.models),
    cachedShare: cached === undefined || input === 0 ? null : cached / input,
    maxRunUsd: point.max_run_usd ?? null,
    agents: usedOf(point.agents),
  }
}

/** What head measured. */
export function measuredOfSummary(summary: CostSummary): MeasuredHead {
  const { input_tokens: input, cached_input_tokens: cached, run_costs: runs } = summary
  return {
    totalUsd: summary.total_cost_usd,
    calls: summary.calls,
    tokens: summary.total_tokens,
    cachedShare: cached === undefined || input === 0 ? null : cached / input,
    runs: summary.runs,
    maxRunUsd: runs.max_usd,
    agents: usedOf(summary.agent_stats),
    runCosts: runs.costs_usd === undefined ? null : new Map(Object.entries(runs.costs_usd)),
  }
}

function usedOf(stats: PointStats): Map<string, Used> {
  return new Map(
    Object.entries(stats).map(([name, { cost_usd, calls, total_tokens }]) => [name, { costUsd: cost_usd, calls, tokens: total_tokens }]),
  )
}

/** Names that a record remembers: beyond them its tokens are not all there. */
const MOST_NAMES = 100

/** Records of older versions know their tokens per model alone. */
function tokensOf(models: PointStats): number | null {
  if (Object.keys(models).length >= MOST_NAMES) return null
  return Object.values(models).reduce((sum, { total_tokens }) => sum + total_tokens, 0)
}
