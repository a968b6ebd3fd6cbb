import { isoTime } from '../../time.ts'
import { needsPrice } from '../../usage/usage.ts'
import type { FoundRecord } from './top.ts'

/** Who says what a record cost: its writer, the price catalog, or nobody. */
function sourceOf({ record, costUsd }: FoundRecord): QueryRow['cost_source'] {
  if (!needsPrice(record)) return 'recorded'
  return costUsd === null ? 'unknown' : 'catalog'
}

/** A found record as a row of a ledger, so that what reads a ledger reads it, with its cost and where it stands. */
export interface QueryRow {
  /** ISO 8601 UTC; null where it is not known. */
  readonly timestamp: string | null
  readonly model: string
  /** All prompt tokens, cache included. */
  readonly input_tokens: number
  readonly output_tokens: number
  readonly total_tokens: number
  /** US dollars; null: no price is known. */
  readonly cost_usd: number | null
  /** Who says what it cost: its writer, the price list, or nobody. */
  readonly cost_source: 'recorded' | 'catalog' | 'unknown'
  readonly run_id: string | null
  readonly step: string | null
  readonly agent: string | null
  readonly status: 'ok' | 'error'
  /** More than 1 where a source adds calls up. */
  readonly calls: number
  readonly cached_input_tokens?: number
  readonly cache_write_tokens?: number
  readonly reasoning_tokens?: number
  readonly metadata: Readonly<Record<string, string | boolean>>
  readonly file: string
  /** Null where the file has no lines. */
  readonly line: number | null
}

export function toRow(found: FoundRecord): QueryRow {
  const { record, costUsd, file, line } = found
  const { provider, customer, billingTier, testCase, batch } = record
  return {
    timestamp: record.timeMs === null ? null : isoTime(record.timeMs),
    model: record.model,
    input_tokens: record.inputTokens,
    output_tokens: record.outputTokens,
    total_tokens: record.inputTokens + record.outputTokens,
    cost_usd: costUsd,
    cost_source: sourceOf(found),
    run_id: record.runId,
    step: record.step,
    agent: record.agent,
    status: record.errors > 0 ? 'error' : 'ok',
    calls: record.calls,
    ...(record.cachedTokens > 0 && { cached_input_tokens: record.cachedTokens }),
    ...(record.cacheWriteTokens > 0 && { cache_write_tokens: record.cacheWriteTokens }),
    ...(record.reasoningTokens > 0 && { reasoning_tokens: record.reasoningTokens }),
    metadata: {
      ...(provider !== null && { provider }),
      ...(customer !== null && { customer_id: customer }),
      ...(billingTier !== undefined && { billing_tier: billingTier }),
      ...(testCase !== undefined && { case_id: testCase }),
      ...(batch && { batch }),
    },
    file,
    line,
  }
}
