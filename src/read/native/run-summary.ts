import type { RunSummary } from '../../generated/types.ts'
import { parseLooseTime } from '../../time.ts'
import { outcomeOf } from '../../usage/outcome.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import { splitTokens } from '../../usage/tokens.ts'
import type { RunReport } from '../../usage/usage.ts'

/** A run summary in any of its shapes. @param runOf which run it is, by the name that it gives; where it gives none, its folder does. */
export function readRunSummary(summary: RunSummary, runOf: (told: string | null | undefined) => string): RunReport {
  const runId = runOf(summary.run_id)
  const costUsd = summary.cost_usd || (summary.total_cost_usd ?? summary.cost_usd ?? null)
  // Where only the sum is known, it counts as input, as the framework does.
  const tokens = splitTokens({
    input: summary.input_tokens,
    output: summary.output_tokens,
    total: summary.token_count || (summary.total_tokens ?? summary.token_count),
  })
  const outcome = outcomeOf(summary.status) ?? (summary.failures && summary.failures.length > 0 ? 'failure' : null)
  const reportsEnd = outcome !== null || Boolean(summary.status)
  if (!costUsd && tokens.inputTokens + tokens.outputTokens === 0) return { runId, outcome, reportsEnd, spend: null }
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
      ...tokens,
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
