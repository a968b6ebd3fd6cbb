import type { CostRecordRow } from '../../../src/generated/types.ts'
import type { Pipeline } from './suite.ts'

/** A pipeline as rows of a ledger: one for what an agent used in a run. */
export function toRows(pipeline: Pipeline): CostRecordRow[] {
  return pipeline.map(({ runId, agent, calls, tokens, cachedTokens, costUsd }, index) => ({
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
}
