import type { RunEvent } from '../generated/types.ts'
import validate from '../generated/validate/run-event.js'
import type { ErrorType, Outcome, StepEnd } from '../usage.ts'
import type { InvalidLog } from './invalid.ts'
import { parseLine } from './json.ts'
import type { Lines } from './lines.ts'
import { isFailure, isSuccess, outcomeOf } from './outcome.ts'

/** Name of a step whose event gives none, as for models. */
const UNKNOWN_STEP = 'unknown'
const ERROR_TYPES: readonly ErrorType[] = ['rate_limit', 'timeout', 'tool', 'validation']

/**
 * How the steps of some lines of a runs.jsonl ended. `outcomes` learns how each run ended so far: it failed where a step failed, and is
 * null where none ended yet.
 */
export function readRunEvents(
  lines: Lines,
  file: string,
  folderRunId: string,
  invalid: InvalidLog,
  outcomes: Map<string, Outcome>,
): StepEnd[] {
  const ends: StepEnd[] = []
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) invalid.add(file, parsed.line, parsed.fault)
    else if (!isEvent(parsed.value)) invalid.addErrors(file, line.number, parsed.value, validate.errors)
    else {
      const runId = parsed.value.run_id || folderRunId
      const before = outcomes.get(runId) ?? null
      const isEnd = parsed.value.event === 'end'
      outcomes.set(runId, before === 'failure' || !isEnd ? before : (outcomeOf(parsed.value.status) ?? before))
      if (isEnd) ends.push(toEnd(parsed.value, runId))
    }
  }
  return ends
}

function isEvent(value: unknown): value is RunEvent {
  return validate(value)
}

function toEnd({ step, status, latency_ms, extra }: RunEvent, runId: string): StepEnd {
  const isMcp = extra?.type === 'mcp'
  const failed = isFailure(status) || (!status && Boolean(extra?.error))
  return {
    runId,
    step: step || UNKNOWN_STEP,
    isSuccess: isSuccess(status ?? ''),
    error: failed ? typeOf(extra?.error) : null,
    latencyMs: latency_ms ?? null,
    isMcp,
    model: (isMcp && extra?.model) || null,
  }
}

function typeOf(error: NonNullable<RunEvent['extra']>['error']): ErrorType {
  const given = typeof error === 'object' ? error?.type : null
  return ERROR_TYPES.find((type) => type === given) ?? 'unknown'
}
