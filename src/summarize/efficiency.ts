/** The guides' efficiency figures. Null, not infinity, where undefined. Units: US dollars, US dollars, tokens per token. */
export function efficiency(totalUsd: number, inputTokens: number, outputTokens: number, successes: number | null) {
  const tokens = inputTokens + outputTokens
  return {
    cost_per_successful_task: successes !== null && successes > 0 ? totalUsd / successes : null,
    cost_per_1k_tokens: tokens > 0 ? totalUsd / (tokens / 1000) : null,
    token_efficiency: inputTokens > 0 ? outputTokens / inputTokens : null,
  }
}
