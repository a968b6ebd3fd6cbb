import type { RunSummary } from '../generated/types.ts'
import { UNKNOWN_MODEL } from '../record.ts'
import { parseLooseTime } from '../time.ts'
import type { RunReport } from '../usage.ts'
import { outcomeOf } from './outcome.ts'

/** A run summary in any of its shapes. @param runOf which run it is, by the name that it gives; where it gives none, its folder does. */
export function readRunSummary(summary: RunSummary, runOf: (told: string | null | undefined) => string): RunReport {
  const runId = runOf(summary.run_id)
  const costUsd = summary.cost_usd ?? summary.total_cost_usd ?? null
  const tokens = summary.token_count ?? 0
  const outcome = outcomeOf(summary.status) ?? (summary.failures && summary.failures.length > 0 ? 'failure' : null)
  const reportsEnd = outcome !== null || Boolean(summary.status)
  if (!costUsd && tokens === 0) return { runId, outcome, reportsEnd, spend: null }
  return {
    runId,
    outcome,
    reportsEnd,
    spend: {
      timeMs: parseLooseTime(summary.end_time) ?? parseLooseTime(summary.start_time) ?? lastMetricTime(summary),
      model: summary.llm_plan?.model || UNKNOWN_MODEL,
      provider: summary.llm_plan?.provider ?? null,
      calls: Math.max(1, summary.metrics?.cost_usd?.length ?? 1),
      errors: 0,
      // Only the sum is known: as the framework does, it counts as input.
      inputTokens: tokens,
      outputTokens: 0,
      cachedTokens: 0,
      cacheWriteTokens: 0,
      reasoningTokens: 0,
      costUsd,
      runId,
      step: null,
      agent: summary.slug || summary.agent || null,
      customer: null,
      batch: false,
    },
  }
}

function lastMetricTime(summary: RunSummary): number | null {
  return parseLooseTime(summary.metrics?.cost_usd?.at(-1)?.timestamp)
}
