import type { AgentStats, CostSummary, HistoryPoint, PointStat, PointStats, Stats } from '../generated/types.ts'

/** Records that a stored baseline remembers, its own included. */
const MOST_POINTS = 50
/** Names that a point remembers of each kind. */
const MOST_NAMES = 100

/** The summary with its history: that of the record before it, and its own point. */
export function withHistory(summary: CostSummary, before: CostSummary | null): CostSummary {
  return { ...summary, history: [...(before === null ? [] : historyOf(before)), pointOf(summary)].slice(-MOST_POINTS) }
}

/** Points of a summary, the oldest first; its own is the last. */
export function historyOf(summary: CostSummary): readonly HistoryPoint[] {
  return summary.history ?? [pointOf(summary)]
}

function pointOf(summary: CostSummary): HistoryPoint {
  const { commit, created_at, total_cost_usd, calls, model_stats, agent_stats } = summary
  const known = { commit, created_at, total_cost_usd, calls, ...missingFrom(summary), ...workOf(summary), ...endsFrom(summary) }
  const runsOf = ({ run_costs: { count: runs } }: AgentStats) => ({ runs })
  return { ...known, models: pointStats(model_stats, kindsOf), agents: pointStats(agent_stats, runsOf) }
}

type Missing = Pick<HistoryPoint, 'unpriced_calls' | 'invalid_records' | 'from_disk_calls' | 'graders'>

/** What the total of a summary does not hold; nothing where it holds all that was read. */
export function missingFrom({ unpriced_calls, from_disk_calls, graders, quality: { invalid_records } }: CostSummary): Missing {
  return missingOf({ unpriced_calls, invalid_records, from_disk_calls, graders })
}

/** The same of a record. */
export function missingOf(figures: { readonly [Figure in keyof Missing]: Missing[Figure] | undefined }): Missing {
  const { unpriced_calls, invalid_records, from_disk_calls, graders } = figures
  return {
    ...(unpriced_calls && { unpriced_calls }),
    ...(invalid_records && { invalid_records }),
    ...(from_disk_calls && { from_disk_calls }),
    ...(graders && { graders }),
  }
}

/** How much work it was, which tells a change from chance; a figure that nobody knows is left out. */
function workOf(summary: CostSummary): Partial<HistoryPoint> {
  const { total_tokens, input_tokens, cached_input_tokens, runs, case_stats, run_costs } = summary
  const cases = case_stats && Object.keys(case_stats).length
  return { total_tokens, input_tokens, cached_input_tokens, runs, cases, max_run_usd: run_costs.max_usd ?? undefined }
}

/** How its runs ended; nothing where nobody says. */
function endsFrom({
  successful_tasks: successes,
  failed_tasks: failures,
}: CostSummary): Pick<HistoryPoint, 'successful_tasks' | 'failed_tasks'> {
  return successes === null || failures === null ? {} : { successful_tasks: successes, failed_tasks: failures }
}

function pointStats<S extends Stats>(stats: Readonly<Record<string, S>>, moreOf: (stat: S) => Partial<PointStat>): PointStats {
  const dearest = Object.entries(stats).sort(([a, one], [b, other]) => other.cost_usd - one.cost_usd || (a < b ? -1 : 1))
  // fromEntries: a name such as __proto__ becomes a key like any other.
  return Object.fromEntries(
    dearest.slice(0, MOST_NAMES).map(([name, stat]) => {
      const { calls, total_tokens, cost_usd } = stat
      return [name, { calls, total_tokens, cost_usd, ...moreOf(stat) }]
    }),
  )
}

/** Tokens by the kinds that have prices of their own: without them a change cannot be told from one of prices. */
function kindsOf({ input_tokens, cached_input_tokens, cache_write_tokens }: Stats): Partial<PointStat> {
  return {
    input_tokens,
    ...(cached_input_tokens && { cached_input_tokens }),
    ...(cache_write_tokens && { cache_write_tokens }),
  }
}
