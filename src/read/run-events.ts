import type { RunEvent } from '../generated/types.ts'
import validate from '../generated/validate/run-event.js'
import type { Outcome } from '../usage.ts'
import type { InvalidLog } from './invalid.ts'
import { parseLine } from './json.ts'
import type { Lines } from './lines.ts'
import { outcomeOf } from './outcome.ts'

/** How each run of some lines of a runs.jsonl ended so far: it failed where a step failed. */
export function readRunEvents(lines: Lines, file: string, folderRunId: string, invalid: InvalidLog, outcomes: Map<string, Outcome>): void {
  for (const line of lines) {
    const parsed = parseLine(line)
    if (parsed.fault !== null) invalid.add(file, parsed.line, parsed.fault)
    else if (!isEvent(parsed.value)) invalid.addErrors(file, line.number, parsed.value, validate.errors)
    else if (parsed.value.event === 'end') {
      const runId = parsed.value.run_id || folderRunId
      const outcome = outcomeOf(parsed.value.status)
      if (outcomes.get(runId) !== 'failure' && outcome !== null) outcomes.set(runId, outcome)
    }
  }
}

function isEvent(value: unknown): value is RunEvent {
  return validate(value)
}
