import type { CostSummary } from '../../generated/types.ts'
import { successesOf } from '../../usage/successes.ts'
import type { FlowPiece, Origin, Outcome, RunReport, Tasks } from '../../usage/usage.ts'
import { FlowCalls } from './flow-calls.ts'
import { FlowRuns } from './flow-runs.ts'
import { FlowSteps } from './flow-steps.ts'

/**
 * What governs a flow beside its spend: how its runs and steps ended, and all calls of its logs. Count once: a flow summary describes again
 * what other sources tell of the runs, of the steps or of the calls, so that it speaks only where these are silent.
 */
export class Flow {
  private readonly sinceMs: number | null
  private readonly runs = new FlowRuns()
  private readonly own = { steps: new FlowSteps(), calls: new FlowCalls() }
  private readonly told = { steps: new FlowSteps(), calls: new FlowCalls() }
  /** File that tells of a run's steps, or of its calls: a copy in another folder tells the same again. */
  private readonly files = new Map<string, string>()

  constructor(sinceMs: number | null) {
    this.sinceMs = sinceMs
  }

  add({ file }: Origin, piece: FlowPiece): void {
    if (piece.kind === 'summary') {
      const { runs } = piece.summary
      const successes = successesOf(piece.summary)
      const told = Math.min(runs, successes ?? 0)
      const failures = successes === null ? 0 : runs - told
      // A share that is left out is 0 for the framework's gate.
      this.runs.tell({ runs, successes: told, failures }, piece.summary.success_rate ?? 0)
      this.told.steps.addSummary(piece.summary)
      this.told.calls.addSummary(piece.summary)
    } else if (piece.kind === 'steps') {
      for (const end of piece.ends) if (this.isFirst('steps', end.runId, file)) this.own.steps.add(end)
    } else if (this.isFirst('calls', piece.runId, file)) {
      for (const call of piece.calls) if (!this.isEarlier(call.timeMs)) this.own.calls.add(call)
    }
  }

  end(run: RunReport): void {
    this.runs.end(run)
  }

  absorb(summary: CostSummary): void {
    const [successes, failures] = [summary.successful_tasks ?? 0, summary.failed_tasks ?? 0]
    const withoutCalls = Math.max(0, summary.runs - summary.run_costs.count)
    const { flow_runs: runs = successes + failures, success_rate: rate } = summary
    const isSaid = summary.flow_runs !== undefined || runs > 0
    this.runs.absorb({ runs, successes, failures }, withoutCalls, isSaid ? (rate ?? (runs > 0 ? successes / runs : 0)) : null)
    this.own.steps.absorb(summary)
    this.own.calls.absorb(summary)
  }

  private isFirst(kind: 'steps' | 'calls', runId: string, file: string): boolean {
    const key = `${kind} ${runId}`
    const first = this.files.get(key) ?? file
    this.files.set(key, first)
    return first === file
  }

  private isEarlier(timeMs: number | null): boolean {
    return timeMs !== null && this.sinceMs !== null && timeMs < this.sinceMs
  }

  /** Runs that say how they ended. */
  countRuns(): Tasks {
    return this.runs.count()
  }

  /** How many of them made no call. */
  countWithoutCalls(madeCalls: (runId: string) => boolean): number {
    return this.runs.countWithoutCalls(madeCalls)
  }

  /** How a run ended, as far as it says so itself. */
  outcomeOf(runId: string): Outcome {
    return this.runs.outcomeOf(runId)
  }

  /** The fields of a cost summary that a flow summary has too. What nobody told is empty: `flow_runs` and `flow_told` say what is known. */
  toJson() {
    const { runs, successes } = this.runs.count()
    const rate = this.runs.rate()
    const { steps } = this.own.steps.isKnown ? this.own : this.told
    const { calls } = this.own.calls.isKnown ? this.own : this.told
    return {
      ...(rate !== null && { flow_runs: runs }),
      successes,
      success_rate: rate ?? 0,
      flow_told: [...calls.told(), ...(steps.isKnown ? ['steps' as const] : [])],
      ...steps.toJson(),
      ...calls.toJson(steps.mcpCalls()),
    }
  }
}
