import type { CostRecord } from '../../../src/usage/record.ts'

/** A call as a reader gives it. */
export function buildRecord(overrides: Partial<CostRecord> = {}): CostRecord {
  return {
    timeMs: null,
    model: 'gpt-4o',
    provider: null,
    calls: 1,
    errors: 0,
    inputTokens: 100,
    outputTokens: 10,
    cachedTokens: 0,
    cacheWriteTokens: 0,
    reasoningTokens: 0,
    costUsd: 0.5,
    runId: 'run-1',
    step: null,
    agent: null,
    customer: null,
    batch: false,
    ...overrides,
  }
}
