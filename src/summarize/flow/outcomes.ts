import type { Outcome } from '../../usage/usage.ts'

/** How runs ended, by name. The first word on a run counts. */
export class Outcomes {
  private readonly known = new Map<string, Outcome>()

  end(runId: string, outcome: Outcome): void {
    if (outcome !== null) this.known.set(runId, this.known.get(runId) ?? outcome)
  }

  outcomeOf(runId: string): Outcome {
    return this.known.get(runId) ?? null
  }

  /** How many runs succeeded and failed: of those that are named, or of all whose end is known. */
  count(runIds: Iterable<string> = this.known.keys()): { successes: number; failures: number } {
    let successes = 0
    let failures = 0
    for (const runId of runIds) {
      const outcome = this.known.get(runId)
      if (outcome === 'success') successes += 1
      else if (outcome === 'failure') failures += 1
    }
    return { successes, failures }
  }
}

/** As it stands in a document: null where no outcome is known at all. */
export function toTasks(successes: number, failures: number): { successful_tasks: number | null; failed_tasks: number | null } {
  return successes + failures > 0 ? { successful_tasks: successes, failed_tasks: failures } : { successful_tasks: null, failed_tasks: null }
}
