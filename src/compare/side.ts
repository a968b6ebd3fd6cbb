import type { AgentStats, CostSummary, Figures, Stats } from '../generated/types.ts'
import { type Group, groupOf } from './groups.ts'

/** Figures of one subject on one side; null is not known, which is not zero. */
export interface SideStats {
  /** US dollars; null: none of its calls has a known price. */
  readonly costUsd: number | null
  readonly calls: number | null
  /** Input and output tokens. */
  readonly tokens: number | null
  /** Agents: runs with a call of it; absent where that is not known. */
  readonly runs?: number
}

/** What one side did, beside its figures; what is null is not known. */
export interface Work {
  /** Cases that were tested, where their number is known. */
  readonly cases: number | null
  /** Calls that a cache on disk answered. */
  readonly fromDiskCalls: number | null
  /** Calls without a known price. */
  readonly unpricedCalls: number | null
  /** How the runs ended; null unless every one of them says it. */
  readonly ends: Ends | null
}

/** Runs, and those of them that succeeded. */
export interface Ends {
  readonly successes: number
  readonly count: number
}

type Subjects = ReadonlyMap<string, SideStats>

/** Figures of the whole, by their names in a report; what is missing is not known. */
export type FigureValues = Readonly<Partial<Record<keyof Figures, number | null>>>

/** One side of a comparison, from any document that may serve as a baseline. Null: the document does not say. */
export interface Side {
  readonly totalUsd: number
  readonly figures: FigureValues
  readonly models: Subjects | null
  readonly agents: Subjects | null
  readonly steps: Subjects | null
  readonly customers: Subjects | null
  /** Cases that were tested. */
  readonly cases: Subjects | null
  readonly groups: readonly Group[] | null
  /** Absent: nothing of it is known. */
  readonly work?: Work
}

export function sideOfSummary(summary: CostSummary): Side {
  return {
    totalUsd: summary.total_cost_usd,
    figures: figuresOf(summary),
    work: workOf(summary),
    models: subjects(summary.model_stats),
    agents: subjects(summary.agent_stats),
    steps: subjects(summary.step_stats),
    customers: subjects(summary.customer_stats),
    cases: summary.case_stats === undefined ? null : subjects(summary.case_stats),
    groups: summary.step_model_stats.map(groupOf),
  }
}

function workOf({ case_stats, from_disk_calls = 0, unpriced_calls, runs, successful_tasks, failed_tasks }: CostSummary): Work {
  const cases = subjects(case_stats ?? {}).size
  const ends = endsOf(successful_tasks, failed_tasks, runs)
  return { cases: cases > 0 ? cases : null, fromDiskCalls: from_disk_calls, unpricedCalls: unpriced_calls, ends }
}

/** Null unless every run says how it ended: a share of the others would be a guess. */
export function endsOf(successes: number | null, failures: number | null, runs: number | null): Ends | null {
  const count = (successes ?? 0) + (failures ?? 0)
  return count > 0 && count === runs ? { successes: successes ?? 0, count } : null
}

/** Figures of the whole that a cost summary gives. */
export function figuresOf(summary: CostSummary): FigureValues {
  const { run_costs } = summary
  return {
    calls: summary.calls,
    failed_calls: summary.failed_calls,
    input_tokens: summary.input_tokens,
    output_tokens: summary.output_tokens,
    cached_input_tokens: summary.cached_input_tokens ?? null,
    cache_write_tokens: summary.cache_write_tokens ?? null,
    reasoning_tokens: summary.reasoning_tokens ?? null,
    token_efficiency: summary.token_efficiency,
    runs: summary.runs,
    successful_tasks: summary.successful_tasks,
    cost_per_run_usd: run_costs.mean_usd,
    cost_per_run_p50_usd: run_costs.p50_usd,
    cost_per_run_p95_usd: run_costs.p95_usd,
    cost_per_run_max_usd: run_costs.max_usd,
    cost_per_successful_task: summary.cost_per_successful_task,
    cost_per_1k_tokens: summary.cost_per_1k_tokens,
  }
}

/** Subjects with calls or cost; a name that occurs only in records from before `since` is not there. */
function subjects(stats: Readonly<Record<string, Stats & Partial<Pick<AgentStats, 'run_costs'>>>>): Subjects {
  const used = Object.entries(stats).filter(([, { calls, cost_usd }]) => calls > 0 || cost_usd > 0)
  return new Map(
    used.map(([name, { cost_usd, calls, total_tokens, unpriced_calls, run_costs }]) => [
      name,
      {
        costUsd: unpriced_calls === calls ? null : cost_usd,
        calls,
        tokens: total_tokens,
        ...(run_costs !== undefined && { runs: run_costs.count }),
      },
    ]),
  )
}
