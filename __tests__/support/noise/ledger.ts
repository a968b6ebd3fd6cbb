import type { Pipeline } from './suite.ts'

/** A pipeline as the lines of a ledger: one for what an agent used in a run. */
export function toLedger(pipeline: Pipeline): string {
  return pipeline
    .map(({ runId, agent, calls, tokens, cachedTokens, costUsd }, index) => ({
      timestamp: new Date(Date.UTC(2026, 10, 3, 10, 0, index)).toISOString(),
      model: 'gpt-4o',
      calls,
      input_tokens: tokens,
      output_tokens: 0,
      // Without a cache nobody writes of one.
      ...(cachedTokens > 0 && { cached_input_tokens: cachedTokens }),
      cost_usd: costUsd,
      run_id: runId,
      agent,
    }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}
