import type { Amounts, CostSummary, HistoryPoint, Past, PointStats, Report } from '../generated/types.ts'
import { sumUsd } from '../usage/money.ts'

/** As many as a chart can tell apart. */
const MOST_NAMES = 6

/** What charts show of the base branch beyond the comparison; nothing where its newest document is no cost summary. */
export function pastOf(summary: CostSummary | null): Pick<Report, 'past'> {
  if (summary === null) return {}
  const records = recordsOf(summary.history ?? [])
  return { past: { records, run_costs: summary.run_costs } }
}

/** The same names in all records, so that they can be stacked. */
function recordsOf(points: readonly HistoryPoint[]): Past['records'] {
  const models = dearest(points.map((point) => point.models))
  const agents = dearest(points.map((point) => point.agents))
  return points.map((point) => ({
    commit: point.commit,
    created_at: point.created_at,
    total_cost_usd: point.total_cost_usd,
    calls: point.calls,
    models: pick(point.models, models),
    agents: pick(point.agents, agents),
  }))
}

/** Names by their cost over all records. */
function dearest(all: readonly PointStats[]): string[] {
  const costs = new Map<string, number[]>()
  for (const stats of all) for (const [name, { cost_usd }] of Object.entries(stats)) costs.set(name, [...(costs.get(name) ?? []), cost_usd])
  const sums = [...costs].map(([name, parts]) => ({ name, usd: sumUsd(parts) }))
  return sums
    .sort((one, other) => other.usd - one.usd || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
}

function pick(stats: PointStats, names: readonly string[]): Amounts {
  // fromEntries: a name such as __proto__ becomes a key like any other.
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(stats, name) ? [[name, stats[name]?.cost_usd ?? 0]] : [])))
}
