import type { McpCall } from '../generated/types.ts'
import validate from '../generated/validate/mcp-call.js'
import { type CostRecord, UNKNOWN_MODEL } from '../record.ts'
import { parseLooseTime } from '../time.ts'
import type { LoggedCall } from '../usage.ts'
import type { InvalidLog } from './invalid.ts'
import { parseLine } from './json.ts'
import type { Lines } from './lines.ts'
import { isFailure } from './outcome.ts'
import { splitTokens } from './tokens.ts'

/** As for any record. US dollars. */
const LARGEST_COST = 1_000_000

/**
 * Calls of one run from its mcp_calls.jsonl, and those of them that are calls of models; a tool's names no model and uses no tokens.
 * @param numbers takes the line number of each record.
 */
export function readMcpCalls(
  lines: Lines,
  file: string,
  runId: string,
  invalid: InvalidLog,
  numbers: number[],
): { calls: LoggedCall[]; records: CostRecord[] } {
  const calls: LoggedCall[] = []
  const records: CostRecord[] = []
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) invalid.add(file, parsed.line, parsed.fault)
    else if (!isCall(parsed.value)) invalid.addErrors(file, line.number, parsed.value, validate.errors)
    else {
      const call = toCall(parsed.value)
      // A schema has no maximum for a number written as text.
      if (call.costUsd !== null && call.costUsd > LARGEST_COST)
        invalid.add(file, line.number, `must be ${LARGEST_COST} or less, got ${call.costUsd}`, costPath(parsed.value))
      else {
        calls.push(call)
        if (!isOfModel(call)) continue
        records.push(toRecord(call, runId, parsed.value.step || null))
        numbers.push(line.number)
      }
    }
  }
  return { calls, records }
}

function isCall(value: unknown): value is McpCall {
  return validate(value)
}

function toCall(call: McpCall): LoggedCall {
  const usage = call.usage ?? {}
  // A writer may give the same figure under usage and at the top level: it is one figure.
  const input = number(usage.input_tokens ?? call.input_tokens)
  const output = number(usage.output_tokens ?? call.output_tokens)
  const total = number(usage.total_tokens ?? call.total_tokens)
  return {
    timeMs: parseLooseTime(call.ts ?? call.timestamp),
    model: call.model || call.model_name || usage.model || call.config?.model || UNKNOWN_MODEL,
    isError: isFailure(call.status),
    ...splitTokens({ input, output, total }),
    costUsd: number(usage.cost_usd ?? call.cost_usd),
  }
}

function isOfModel({ model, inputTokens, outputTokens, costUsd }: LoggedCall): boolean {
  return model !== UNKNOWN_MODEL || inputTokens + outputTokens > 0 || Boolean(costUsd)
}

function toRecord({ isError, ...call }: LoggedCall, runId: string, step: string | null): CostRecord {
  return {
    ...call,
    provider: null,
    calls: 1,
    errors: isError ? 1 : 0,
    cachedTokens: 0,
    cacheWriteTokens: 0,
    reasoningTokens: 0,
    runId,
    step,
    agent: null,
    customer: null,
    batch: false,
  }
}

function costPath(call: McpCall): string {
  return (call.usage?.cost_usd ?? null) === null ? '$.cost_usd' : '$.usage.cost_usd'
}

/** The framework also accepts numbers written as text. */
function number(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}
