import type { McpCall } from '../generated/types.ts'
import validate from '../generated/validate/mcp-call.js'
import { type CostRecord, UNKNOWN_MODEL } from '../record.ts'
import { parseLooseTime } from '../time.ts'
import type { InvalidLog } from './invalid.ts'
import { parseLine } from './json.ts'
import type { Lines } from './lines.ts'
import { isSuccess } from './outcome.ts'
import { splitTokens } from './tokens.ts'

/** As for any record. US dollars. */
const LARGEST_COST = 1_000_000

/** LLM calls of one run from its mcp_calls.jsonl; calls of other tools name no model and use no tokens. */
export function readMcpCalls(lines: Lines, file: string, runId: string, invalid: InvalidLog): CostRecord[] {
  const records: CostRecord[] = []
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) invalid.add(file, parsed.line, parsed.fault)
    else if (!isCall(parsed.value)) invalid.addErrors(file, line.number, parsed.value, validate.errors)
    else {
      const record = toRecord(parsed.value, runId)
      // A schema has no maximum for a number written as text.
      if (record?.costUsd && record.costUsd > LARGEST_COST)
        invalid.add(file, line.number, `must be ${LARGEST_COST} or less, got ${record.costUsd}`, costPath(parsed.value))
      else if (record) records.push(record)
    }
  }
  return records
}

function isCall(value: unknown): value is McpCall {
  return validate(value)
}

function toRecord(call: McpCall, runId: string): CostRecord | null {
  const usage = call.usage ?? {}
  // A writer may give the same figure under usage and at the top level: it is one figure.
  const input = number(usage.input_tokens ?? call.input_tokens)
  const output = number(usage.output_tokens ?? call.output_tokens)
  const sum = number(usage.total_tokens ?? call.total_tokens)
  const cost = number(usage.cost_usd ?? call.cost_usd)
  const model = call.model || call.model_name || usage.model || call.config?.model || null
  if (model === null && !input && !output && !sum && !cost) return null
  return {
    timeMs: parseLooseTime(call.ts ?? call.timestamp),
    model: model ?? UNKNOWN_MODEL,
    provider: null,
    calls: 1,
    errors: !call.status || isSuccess(call.status) ? 0 : 1,
    ...splitTokens({ input, output, total: sum }),
    cachedTokens: 0,
    cacheWriteTokens: 0,
    reasoningTokens: 0,
    costUsd: cost,
    runId,
    step: call.step || null,
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
