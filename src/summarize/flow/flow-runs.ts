import type { Outcome, RunReport, Tasks } from '../../usage/usage.ts'
import { Lone } from './lone.ts'
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
  /** Whether a merged or a flow summary says how its runs ended, be they none. */
  private isKnown = false
  private isTold = false
  /** Shares of runs that succeeded, as these summaries say them. */
  private readonly knownRate = new Lone<number>()
  private readonly toldRate = new Lone<number>()
  /** Runs without any call, of merged summaries, which do not name them. */
  private withoutCalls = 0

  end({ runId, outcome, reportsEnd }: RunReport): void {
    if (reportsEnd) this.ended.add(runId)
    this.outcomes.end(runId, outcome)
  }

  /** @param rate null: the summary says nothing of its runs. */
  absorb(tasks: Tasks, withoutCalls: number, rate: number | null): void {
    this.known = plus(this.known, tasks)
    this.withoutCalls += withoutCalls
    if (rate === null) return
    this.isKnown = true
    this.knownRate.add(rate)
  }

  /** Notes runs that a flow summary tells of; they are those of any other source, where there is one. */
  tell(tasks: Tasks, rate: number): void {
    this.told = plus(this.told, tasks)
    this.isTold = true
    this.toldRate.add(rate)
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
    const own = this.own()
    return own.runs > 0 ? own : this.told
  }

  /** The share that succeeded; null where nothing says it. It is 0 of no runs: a flow that did not run has not succeeded. */
  rate(): number | null {
    const { runs, successes } = this.count()
    const isOwn = this.own().runs > 0
    if (!isOwn && !this.isTold && !this.isKnown) return null
    const said = this.isTold && !isOwn ? this.toldRate.get() : this.ended.size === 0 ? this.knownRate.get() : null
    return said ?? (runs > 0 ? successes / runs : 0)
  }

  private own(): Tasks {
    return plus(this.known, { runs: this.ended.size, ...this.outcomes.count() })
  }
}

function plus(one: Tasks, other: Tasks): Tasks {
  return {
    runs: one.runs + other.runs,
    successes: one.successes + other.successes,
    failures: one.failures + other.failures,
  }
}
