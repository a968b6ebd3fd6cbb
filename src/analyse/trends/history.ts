import { historyOf } from '../../baseline/history.ts'
import type { CostSummary, CostTrends, HistoryPoint, PointStats, Tool, TrendPeriod, TrendsBy } from '../../generated/types.ts'
import { byWeight, type Measured, seriesOf } from './series.ts'

/** Cost per record of a stored baseline, the oldest first. */
export function traceHistory(summary: CostSummary, by: TrendsBy, tool: Tool, createdAt: string | null): CostTrends {
  const points = historyOf(summary)
  const periods = points.map(describe)
  const stats = points.map(({ models, agents }) => (by === 'agent' ? agents : models))
  const names = by === 'total' ? [] : [...new Set(stats.flatMap((names) => Object.keys(names)))]
  const total = points.map(({ calls, total_cost_usd }) => ({ calls, total_tokens: null, cost_usd: total_cost_usd }))
  const series = names.map((name) => {
    const measured = stats.map((names) => find(names, name))
    return seriesOf(name, measured, periods, null)
  })
  return {
    schema_version: 1,
    tool,
    created_at: createdAt,
    by,
    unit: 'record',
    timezone: summary.timezone,
    periods,
    total: seriesOf(null, total, periods, null),
    series: series.sort(byWeight(({ points }) => points.findLast(({ cost_usd }) => cost_usd !== null)?.cost_usd ?? 0)),
    earlier_calls: 0,
    undated_calls: 0,
  }
}

function describe({ commit, created_at }: HistoryPoint, index: number): TrendPeriod {
  return {
    name: created_at?.slice(0, 16).replace('T', ' ') ?? `record ${index + 1}`,
    from: created_at,
    to: created_at,
    commit,
    complete: true,
  }
}

/** A name may be that of a property that every object has. */
function find(stats: PointStats, name: string): Measured {
  return Object.hasOwn(stats, name) ? (stats[name] ?? null) : null
}
