import type { CostRecordRow } from '../../generated/types.ts'
import validate from '../../generated/validate/cost-record.js'
import { parseTimestamp } from '../../time.ts'
import type { Labeller } from '../../usage/label.ts'
import { hasFailed, isSuccess } from '../../usage/outcome.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Understood } from '../foreign/amount.ts'
import { findFault } from '../foreign/foreign.ts'
import { FIGURES } from '../foreign/keys.ts'
import type { InvalidLog } from '../invalid.ts'
import { isRecord, parseLine } from '../json.ts'
import type { Lines } from '../lines.ts'
import { idsOf, memberOf, NO_IDS, textOf } from './calls/ids.ts'
import type { Marks, Repeats } from './calls/repeats.ts'
import { isFineTime } from './clock.ts'
import type { Fingerprint } from './fingerprint.ts'
import { type Facts, readMetadata, readName } from './metadata.ts'

/** What reading rows found besides records. */
export interface RowCounts {
  duplicates: number
  placeholders: number
}

/**
 * Records of some ledger lines, as far as they count in this reading: `Repeats` says which are the same call.
 * @param numbers takes the line number of each record.
 */
export function readLedger(
  lines: Lines,
  file: string,
  repeats: Repeats,
  invalid: InvalidLog,
  counts: RowCounts,
  numbers: number[] = [],
  label: Labeller | null = null,
): CostRecord[] {
  const records: CostRecord[] = []
  const { scanner } = repeats
  let index = 0
  const scanned = () => admit(scanner.toRecord(), file, lines.numbers[index], invalid, counts)
  for (; index < lines.length; index++) {
    const record =
      label === null && scanner.scan(lines, index)
        ? repeats.once(scanner, counts, scanned)
        : parseRow(lines, index, file, repeats, invalid, counts, label)
    if (record === null) continue
    records.push(record)
    numbers.push(lines.numbers[index] ?? 0)
  }
  return records
}

function parseRow(
  lines: Lines,
  index: number,
  file: string,
  repeats: Repeats,
  invalid: InvalidLog,
  counts: RowCounts,
  label: Labeller | null,
): CostRecord | null {
  const { scanner } = repeats
  const line = lines.line(index)
  const parsed = parseLine(line)
  if (parsed.fault !== null) {
    invalid.add(file, parsed.line, parsed.fault)
    return null
  }
  scanner.fingerprint.ofLine(lines, index)
  return repeats.once(marksOf(parsed.value, scanner.fingerprint), counts, () => {
    const before = invalid.count
    const record = readRow(parsed.value, file, line.number, invalid, counts, label)
    if (invalid.count === before) scanner.learn(line.text)
    return record
  })
}

/**
 * What tells whether a row, which may be invalid, is the same call as another one.
 * @param fingerprint of the row.
 */
export function marksOf(row: unknown, fingerprint: Fingerprint): Marks {
  const ids = idsOf(row)
  return {
    hasIds: ids !== null,
    ids: () => ids ?? NO_IDS,
    isFine: isFineTime(textOf(memberOf(row, 'timestamp'))),
    hasFailed: hasFailed(textOf(memberOf(row, 'status'))),
    fingerprint,
  }
}

/** One row of the ledger or of costs.db; null where it is invalid or stands for no call. */
export function readRow(
  row: unknown,
  file: string,
  line: number | undefined,
  invalid: InvalidLog,
  counts: RowCounts,
  label: Labeller | null = null,
): CostRecord | null {
  const isValid = isRow(row)
  const foreign = isRecord(row) ? findFault(row, OWN, isValid ? understandRow(row) : {}) : null
  if (foreign !== null) {
    invalid.add(file, line, foreign.message, foreign.path)
    return null
  }
  if (!isValid) {
    invalid.addErrors(file, line, row, validate.errors)
    return null
  }
  const timeMs = parseTimestamp(row.timestamp)
  if (timeMs === null) {
    invalid.add(file, line, `must be a day of the calendar, got "${row.timestamp}"`, '$.timestamp')
    return null
  }
  const calls = row.calls ?? 1
  const status = row.status || null
  const record: CostRecord = {
    timeMs,
    model: row.model,
    calls,
    errors: status === null || isSuccess(status) ? 0 : calls,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    cachedTokens: row.cached_input_tokens ?? 0,
    cacheWriteTokens: row.cache_write_tokens ?? 0,
    ...(row.cache_write_1h_tokens !== undefined && { cacheWrite1hTokens: row.cache_write_1h_tokens }),
    reasoningTokens: row.reasoning_tokens ?? 0,
    ...(row.media_tokens && { mediaTokens: row.media_tokens }),
    ...(row.web_searches && { webSearches: row.web_searches }),
    ...(row.paid_tools && { paidTools: row.paid_tools }),
    costUsd: row.cost_usd ?? null,
    runId: row.run_id || null,
    step: row.step || null,
    agent: row.agent || null,
    ...readFacts(row),
    ...(label !== null && { label: label(row) }),
  }
  return admit(record, file, line, invalid, counts)
}

/** The record where it counts; null for a placeholder, or where its figures contradict each other. */
function admit(record: CostRecord, file: string, line: number | undefined, invalid: InvalidLog, counts: RowCounts): CostRecord | null {
  if (record.inputTokens + record.outputTokens === 0 && !record.costUsd && record.errors === 0) {
    counts.placeholders += 1
    return null
  }
  const cached = record.cachedTokens + record.cacheWriteTokens
  const hourly = record.cacheWrite1hTokens ?? 0
  if (hourly > record.cacheWriteTokens) {
    invalid.add(file, line, `must include cache_write_1h_tokens (${hourly}), got ${record.cacheWriteTokens}`, '$.cache_write_tokens')
    return null
  }
  if (cached <= record.inputTokens) return record
  const what = `must include cached_input_tokens and cache_write_tokens (${cached}), got ${record.inputTokens}`
  invalid.add(file, line, what, '$.input_tokens')
  return null
}

const OWN: ReadonlySet<string> = new Set(FIGURES)

function understandRow(row: CostRecordRow): Understood {
  return { ...row, total_tokens: row.input_tokens + row.output_tokens }
}

function isRow(row: unknown): row is CostRecordRow {
  return validate(row)
}

function readFacts({ metadata, service_tier }: CostRecordRow): Facts {
  const facts = readMetadata(metadata)
  const serviceTier = readName(service_tier)
  return serviceTier === undefined ? facts : { ...facts, serviceTier, batch: facts.batch || serviceTier === 'batch' }
}
