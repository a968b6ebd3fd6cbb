import { withHistory } from '../../../src/baseline/history.ts'
import type { CostSummary } from '../../../src/generated/types.ts'
import { type JudgeOptions, judge } from '../../../src/library/judge.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../read/workspace.ts'

/** A run of one call: what it cost, and what it used. */
export interface Run {
  readonly usd: number
  readonly tokens?: number
  readonly agent?: string
}

/** The cost summary of these runs, each of one call. */
export function summarizeRuns(runs: readonly Run[]): Promise<CostSummary> {
  const rows = runs.map(({ usd, tokens = 1000, agent = 'planner' }, index) =>
    row({ run_id: `run-${index}`, agent, cost_usd: usd, input_tokens: tokens - 100, output_tokens: 100, total_tokens: tokens }),
  )
  return summarizeFiles({ [LEDGER]: jsonl(...rows) })
}

/** Runs that cost so much together, all alike. */
export function alike(total: number, count = 10): Run[] {
  return Array.from({ length: count }, () => ({ usd: total / count }))
}

/** The newest of these records, as `mode: record` keeps it. */
export async function record(records: readonly (readonly Run[])[]): Promise<CostSummary> {
  let before: CostSummary | null = null
  for (const runs of records) before = withHistory(await summarizeRuns(runs), before)
  if (before === null) throw new Error('there is no record')
  return before
}

/** What the gate says of head after these records. */
export async function judgeAfter(records: readonly (readonly Run[])[], head: readonly Run[], options: Partial<JudgeOptions> = {}) {
  return judge({ head: await summarizeRuns(head), baseline: await record(records), today: '2026-11-03', ...options })
}
