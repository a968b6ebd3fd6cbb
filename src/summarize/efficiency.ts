/** How many runs are known to have succeeded and failed, of how many. */
interface Tasks {
  readonly successful_tasks: number | null
  readonly failed_tasks: number | null
  readonly runs: number
}

/**
 * The guides' efficiency figures. Null, not infinity, where undefined; a cost per successful task is undefined too while the outcome of
 * some runs is not known, because their cost is in the total. Units: US dollars, US dollars, tokens per token.
 */
export function efficiency(totalUsd: number, inputTokens: number, outputTokens: number, tasks: Tasks) {
  const successes = tasks.successful_tasks ?? 0
  const isKnown = successes + (tasks.failed_tasks ?? 0) >= tasks.runs
  const tokens = inputTokens + outputTokens
  return {
    cost_per_successful_task: isKnown && successes > 0 ? totalUsd / successes : null,
    cost_per_1k_tokens: tokens > 0 ? totalUsd / (tokens / 1000) : null,
    token_efficiency: inputTokens > 0 ? outputTokens / inputTokens : null,
  }
}
