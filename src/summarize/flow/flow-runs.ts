import type { Outcome, RunReport, Tasks } from '../../usage/usage.ts'
import { Outcomes } from './outcomes.ts'

const NONE: Tasks = { runs: 0, successes: 0, failures: 0 }

/** How many runs say how they ended, and how many of them succeeded and failed. */
export class FlowRuns {
  private readonly ended = new Set<string>()
  private readonly outcomes = new Outcomes()
  /** Of merged summaries. */
  private known = NONE
  /** Of flow summaries. */
  private told = NONE
  /** Runs without any call, of merged summaries, which do not name them. */
  private withoutCalls = 0

  end({ runId, outcome, reportsEnd }: RunReport): void {
    if (reportsEnd) this.ended.add(runId)
    this.outcomes.end(runId, outcome)
  }

  absorb(tasks: Tasks, withoutCalls: number): void {
    this.known = plus(this.known, tasks)
    this.withoutCalls += withoutCalls
  }

  /** Notes runs that a flow summary tells of; they are those of any other source, where there is one. */
  tell(tasks: Tasks): void {
    this.told = plus(this.told, tasks)
  }

  /** How a run ended, as far as it says so itself. */
  outcomeOf(runId: string): Outcome {
    return this.outcomes.outcomeOf(runId)
  }

  /** How many of them made no call, as far as runs are named. */
  countWithoutCalls(madeCalls: (runId: string) => boolean): number {
    let count = this.withoutCalls
    for (const runId of this.ended) if (!madeCalls(runId)) count += 1
    return count
  }

  count(): Tasks {
    const own = plus(this.known, { runs: this.ended.size, ...this.outcomes.count() })
    return own.runs > 0 ? own : this.told
  }
}

function plus(one: Tasks, other: Tasks): Tasks {
  return {
    runs: one.runs + other.runs,
    successes: one.successes + other.successes,
    failures: one.failures + other.failures,
  }
}
