import type { CostRecordRow } from '../generated/types.ts'
import validate from '../generated/validate/cost-record.js'
import type { CostRecord } from '../record.ts'
import { parseTimestamp } from '../time.ts'
import type { InvalidLog } from './invalid.ts'
import { parseLine } from './json.ts'
import type { Lines } from './lines.ts'
import { isSuccess } from './outcome.ts'
import type { Repeats } from './repeats.ts'

/** What reading rows found besides records. */
export interface RowCounts {
  duplicates: number
  placeholders: number
}

/** Records of some ledger lines; a byte-identical line that was there before is left out and counted. */
export function readLedger(lines: Lines, file: string, repeats: Repeats, invalid: InvalidLog, counts: RowCounts): CostRecord[] {
  const records: CostRecord[] = []
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) {
      invalid.add(file, parsed.line, parsed.fault)
      continue
    }
    if (repeats.seen(line.text)) counts.duplicates += 1
    else {
      const record = readRow(parsed.value, file, line.number, invalid, counts)
      if (record) records.push(record)
    }
  }
  return records
}

/** One row of the ledger or of costs.db; null where it is invalid or stands for no call. */
export function readRow(row: unknown, file: string, line: number | undefined, invalid: InvalidLog, counts: RowCounts): CostRecord | null {
  if (!isRow(row)) {
    invalid.addErrors(file, line, row, validate.errors)
    return null
  }
  const timeMs = parseTimestamp(row.timestamp)
  if (timeMs === null) {
    invalid.add(file, line, `must be a day of the calendar, got "${row.timestamp}"`, '$.timestamp')
    return null
  }
  const calls = row.calls ?? 1
  const status = row.status ?? null
  if (row.input_tokens + row.output_tokens === 0 && !row.cost_usd && (status === null || isSuccess(status))) {
    counts.placeholders += 1
    return null
  }
  const cached = row.cached_input_tokens ?? 0
  const cacheWrite = row.cache_write_tokens ?? 0
  if (cached + cacheWrite > row.input_tokens) {
    invalid.add(
      file,
      line,
      `must include cached_input_tokens and cache_write_tokens (${cached + cacheWrite}), got ${row.input_tokens}`,
      '$.input_tokens',
    )
    return null
  }
  const metadata = row.metadata
  return {
    timeMs,
    model: row.model,
    provider: metadata?.provider ?? null,
    calls,
    errors: status === null || isSuccess(status) ? 0 : calls,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    cachedTokens: cached,
    cacheWriteTokens: cacheWrite,
    reasoningTokens: row.reasoning_tokens ?? 0,
    costUsd: row.cost_usd ?? null,
    runId: row.run_id || null,
    step: row.step || null,
    agent: row.agent || null,
    customer: metadata?.customer_id || null,
    batch: (metadata?.batch ?? metadata?.use_batch ?? metadata?.llm_plan?.use_batch) === true,
  }
}

function isRow(row: unknown): row is CostRecordRow {
  return validate(row)
}
