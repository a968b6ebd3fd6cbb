import type { RunEvent } from '../../generated/types.ts'
import validate from '../../generated/validate/run-event.js'
import { isSuccess, outcomeOf } from '../../usage/outcome.ts'
import type { Outcome, StepEnd } from '../../usage/usage.ts'
import { findFault } from '../foreign/foreign.ts'
import type { InvalidLog } from '../invalid.ts'
import { isRecord, parseLine } from '../json.ts'
import type { Lines } from '../lines.ts'
import { errorTypeOf, hasError } from './error-type.ts'

/**
 * How the steps of some lines of a runs.jsonl ended. Which run an event belongs to says
 * `runOf`, by the name that it gives. `outcomes` learns how each run ended so far: it failed where a step failed or where its
 * own end says so, and is null where nothing ended yet.
 */
export function readRunEvents(
  lines: Lines,
  file: string,
  runOf: (told: string | null | undefined) => string,
  invalid: InvalidLog,
  outcomes: Map<string, Outcome>,
): StepEnd[] {
  const ends: StepEnd[] = []
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) invalid.add(file, parsed.line, parsed.fault)
    else if (isForeign(parsed.value, file, line.number, invalid)) continue
    else if (!isEvent(parsed.value)) invalid.addErrors(file, line.number, parsed.value, validate.errors)
    else {
      const runId = runOf(parsed.value.run_id)
      const before = outcomes.get(runId) ?? null
      const end = parsed.value.event === 'end' ? toEnd(parsed.value, runId) : null
      const outcome = end === null ? runOutcomeOf(parsed.value) : end.isSuccess ? 'success' : 'failure'
      outcomes.set(runId, before === 'failure' ? before : (outcome ?? before))
      if (end !== null) ends.push(end)
    }
  }
  return ends
}

/** Whether it is another tool's record, or has tokens or a cost, which nothing reads from an event. */
function isForeign(value: unknown, file: string, line: number, invalid: InvalidLog): boolean {
  const fault = isRecord(value) ? findFault(value, NOTHING, {}) : null
  if (fault === null) return false
  invalid.add(file, line, fault.message, fault.path)
  return true
}

const NOTHING: ReadonlySet<string> = new Set()

function isEvent(value: unknown): value is RunEvent {
  return validate(value)
}

/** How a step ended; null where the event names none: such an event is the end of the run, and no run of any step. */
function toEnd(event: RunEvent, runId: string): StepEnd | null {
  const { step, status, latency_ms, extra } = event
  if (!step) return null
  const succeeded = isSuccess(status ?? '')
  return {
    runId,
    step,
    isSuccess: succeeded,
    error: succeeded ? null : errorTypeOf(event),
    latencyMs: latency_ms ?? null,
    isMcp: extra?.type === 'mcp',
    model: extra?.model || null,
  }
}

/** What an event that ends no step says of its run. */
function runOutcomeOf(event: RunEvent): Outcome {
  if (event.event !== 'end') return null
  return outcomeOf(event.status) ?? (!event.status && hasError(event) ? 'failure' : null)
}
