import type { RunSummary } from '../../generated/types.ts'
import { parseLooseTime } from '../../time.ts'
import { outcomeOf } from '../../usage/outcome.ts'
import { UNKNOWN_MODEL } from '../../usage/record.ts'
import { splitTokens } from '../../usage/tokens.ts'
import type { Outcome, RunReport } from '../../usage/usage.ts'

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
  const outcome = outcomeOfSummary(summary)
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

/** Whatever failed stands above the status, as in the framework; that nothing did stands below it. */
function outcomeOfSummary({ failures, status, result }: RunSummary): Outcome {
  const failed = (failures ?? null) === null ? null : saysFailure(failures)
  if (failed) return 'failure'
  return outcomeOf(status) ?? outcomeOf(typeof result === 'string' ? result : null) ?? (failed === false && !status ? 'success' : null)
}

/** A step may stand in an object with nothing that went wrong in it. */
function saysFailure(failures: unknown): boolean {
  if (Array.isArray(failures)) return failures.length > 0
  if (typeof failures === 'object' && failures !== null) return Object.values(failures).some((value) => saysFailure(value))
  return Boolean(failures)
}

function lastMetricTime(summary: RunSummary): number | null {
  return parseLooseTime(summary.metrics?.cost_usd?.at(-1)?.timestamp)
}
