import type { McpCall } from '../../generated/types.ts'
import validate from '../../generated/validate/mcp-call.js'
import { parseLooseTime } from '../../time.ts'
import { hasFailed, isFailure } from '../../usage/outcome.ts'
import { type CostRecord, UNKNOWN_MODEL } from '../../usage/record.ts'
import { splitTokens } from '../../usage/tokens.ts'
import type { LoggedCall } from '../../usage/usage.ts'
import { findFault } from '../foreign/foreign.ts'
import type { InvalidLog } from '../invalid.ts'
import { isRecord, parseLine } from '../json.ts'
import { type Ids, idsOf, NO_IDS } from '../ledger/calls/ids.ts'
import type { Marks, Repeats } from '../ledger/calls/repeats.ts'
import { isFineTime } from '../ledger/clock.ts'
import { Fingerprint } from '../ledger/fingerprint.ts'
import type { Lines } from '../lines.ts'
import { findCallFault, OWN_KEYS } from './call-fault.ts'
import { type CallFigures, figuresOf, timeOf } from './call-figures.ts'

/**
 * Calls of one run from its mcp_calls.jsonl that count in this reading, and those of them that are calls of models; a tool's names no
 * model and uses no tokens.
 * @param numbers takes the line number of each record.
 */
export function readMcpCalls(
  lines: Lines,
  file: string,
  runId: string,
  invalid: InvalidLog,
  numbers: number[],
  repeats: Repeats,
  counts: { duplicates: number },
): { calls: LoggedCall[]; records: CostRecord[] } {
  const calls: LoggedCall[] = []
  const records: CostRecord[] = []
  const fingerprint = new Fingerprint()
  for (let index = 0; index < lines.length; index++) {
    const line = lines.line(index)
    const parsed = parseLine(line)
    if (parsed.fault !== null) {
      invalid.add(file, parsed.line, parsed.fault)
      continue
    }
    const { value } = parsed
    if (!isCall(value)) {
      const foreign = isRecord(value) ? findFault(value, OWN_KEYS, {}) : null
      if (foreign === null) invalid.addErrors(file, line.number, value, validate.errors)
      else invalid.add(file, line.number, foreign.message, foreign.path)
      continue
    }
    const figures = figuresOf(value)
    const call = toCall(value, figures)
    const fault = findCallFault(value, figures, call)
    if (fault !== null) {
      invalid.add(file, line.number, fault.message, fault.path)
      continue
    }
    fingerprint.ofLine(lines, index)
    const record = repeats.once(marksOf(value, call, fingerprint), counts, () => toRecord(call, figures, runId, value.step || null))
    if (record === null) continue
    calls.push(call)
    if (!isOfModel(call)) continue
    records.push(record)
    numbers.push(line.number)
  }
  return { calls, records }
}

function isCall(value: unknown): value is McpCall {
  return validate(value)
}

function toCall(
  call: McpCall,
  { input_tokens: input, output_tokens: output, total_tokens: total, cost_usd: costUsd }: CallFigures,
): LoggedCall {
  return {
    timeMs: parseLooseTime(timeOf(call)),
    model: call.model || call.model_name || call.usage?.model || call.config?.model || UNKNOWN_MODEL,
    isError: isFailure(call.status),
    ...splitTokens({ input, output, total }),
    costUsd,
  }
}

function marksOf(call: McpCall, { timeMs }: LoggedCall, fingerprint: Fingerprint): Marks {
  const time = timeOf(call)
  const ids = idsOf(call)
  return {
    hasIds: ids !== null,
    ids: () => withTool(ids ?? NO_IDS, call),
    isFine: typeof time === 'string' ? isFineTime(time) : (timeMs ?? 0) % 1000 !== 0,
    hasFailed: hasFailed(call.status),
    fingerprint,
  }
}

/** A tool has neither model nor prompt that would tell its calls apart, and servers count theirs by themselves. */
function withTool(ids: Ids, { server, tool }: McpCall): Ids {
  return [...ids, server ?? '', tool ?? '']
}

function isOfModel({ model, inputTokens, outputTokens, costUsd }: LoggedCall): boolean {
  return model !== UNKNOWN_MODEL || inputTokens + outputTokens > 0 || Boolean(costUsd)
}

function toRecord({ isError, ...call }: LoggedCall, figures: CallFigures, runId: string, step: string | null): CostRecord {
  const { input_tokens, output_tokens, total_tokens, cost_usd, cache_write_1h_tokens: hourly } = figures
  const isSilent = (input_tokens ?? output_tokens ?? total_tokens ?? cost_usd) === null
  return {
    ...call,
    provider: null,
    calls: 1,
    errors: isError ? 1 : 0,
    cachedTokens: figures.cached_input_tokens ?? 0,
    cacheWriteTokens: figures.cache_write_tokens ?? 0,
    ...(hourly !== null && { cacheWrite1hTokens: hourly }),
    reasoningTokens: figures.reasoning_tokens ?? 0,
    runId,
    step,
    agent: null,
    customer: null,
    batch: false,
    ...(isSilent && { isSilent }),
  }
}
