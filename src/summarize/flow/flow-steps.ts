import type { CostSummary, FlowStep, FlowSummary, StepRunStats } from '../../generated/types.ts'
import type { StepEnd } from '../../usage/usage.ts'
import { sortedEntries } from '../figures/amounts.ts'
import { CallCount } from '../figures/call-count.ts'
import { Failures } from './failures.ts'
import { isTold } from './flow-told.ts'
import { Latency } from './latency.ts'
import { Lone } from './lone.ts'

/** Figures of one step while they grow. */
class Step {
  runs = 0
  successes = 0
  readonly mcp = new CallCount()
  readonly failures = new Failures()
  readonly latency = new Latency()
  private readonly models = new Set<string>()
  /** In their order: the framework's gate looks at the first one. */
  private readonly ordered = new Lone<readonly string[]>()

  add({ isSuccess, error, latencyMs, model, isMcp }: StepEnd): void {
    this.runs += 1
    if (isSuccess) this.successes += 1
    if (error !== null) this.failures.add(error)
    if (latencyMs !== null) this.latency.add(latencyMs)
    if (isMcp) this.mcp.add(!isSuccess)
    if (model !== null) this.models.add(model)
    this.ordered.add(null)
  }

  /** Adds what a document says. A run that it does not call a success failed, whether or not it counts it as an error. */
  absorb(one: FlowStep | StepRunStats, failed: number): void {
    const { runs = 0, error_types, mcp } = one
    const single = 'model' in one && one.model ? [one.model] : []
    const models = one.models?.length ? one.models : single
    this.runs += runs
    this.successes += runs - failed
    this.failures.absorb(failed, { ...error_types })
    this.mcp.absorb(mcp ?? {})
    for (const model of models) this.models.add(model)
    this.ordered.add([...new Set(models)])
  }

  toJson(name: string): StepRunStats {
    const { runs, successes, failures, latency, mcp } = this
    const models = this.ordered.get() ?? [...this.models].sort()
    return {
      name,
      runs,
      successes,
      errors: failures.total,
      // The framework's schemas have no null: what is unknown is left out.
      ...(runs > 0 && { success_rate: successes / runs }),
      ...latency.toStepJson(),
      error_types: failures.toTypes(),
      ...(mcp.calls > 0 && { mcp: mcp.toJson() }),
      ...(models.length > 0 && { models: [...models] }),
    }
  }
}

/** As in the framework's gate: every run that a flow summary does not count among the successes, whatever it says of errors. */
function failedOf({ runs = 0, successes = 0 }: FlowStep): number {
  return Math.max(0, runs - successes)
}

/** Those of our own summary, where it contradicts itself the larger count. */
function failedRuns({ runs, successes, errors }: StepRunStats): number {
  return Math.min(runs, Math.max(errors, runs - successes))
}

/** Failed step runs of a document: those it counts, and at least those of its steps. */
function failedSteps({ errors }: FlowSummary | CostSummary, ofSteps: readonly number[]): number {
  return Math.max(
    errors?.total ?? 0,
    ofSteps.reduce((sum, failed) => sum + failed, 0),
  )
}

/** How often each step of a flow ran, how it ended and how long it took. */
export class FlowSteps {
  /** Whether anything was said about steps, be it that there are none. */
  isKnown = false
  private readonly steps = new Map<string, Step>()
  private readonly failures = new Failures()
  private readonly latency = new Latency()

  add(end: StepEnd): void {
    this.isKnown = true
    this.step(end.step).add(end)
    if (end.error !== null) this.failures.add(end.error)
    if (end.latencyMs !== null) this.latency.add(end.latencyMs)
  }

  /** Adds a flow summary, which gives means: they weigh as much as the step runs behind them. */
  addSummary(summary: FlowSummary): void {
    const { runs, avg_latency_ms: mean, errors, steps } = summary
    const listed = steps ?? []
    if (steps || typeof mean === 'number') this.isKnown = true
    const ended = listed.reduce((sum, step) => sum + (step.runs ?? 0), 0)
    if (typeof mean === 'number') this.latency.addMean(mean, ended || runs)
    this.failures.absorb(failedSteps(summary, listed.map(failedOf)), errors?.by_type ?? {})
    for (const one of listed) {
      const step = this.step(one.name)
      step.absorb(one, failedOf(one))
      if (typeof one.avg_latency_ms === 'number') step.latency.addMean(one.avg_latency_ms, one.runs ?? 0)
    }
  }

  absorb(summary: CostSummary): void {
    if (isTold(summary, 'steps')) this.isKnown = true
    const { errors, steps = [] } = summary
    this.latency.absorb(summary)
    this.failures.absorb(failedSteps(summary, steps.map(failedRuns)), { ...errors?.by_type })
    for (const one of steps) {
      const step = this.step(one.name)
      step.absorb(one, failedRuns(one))
      step.latency.absorb(one)
    }
  }

  /** Those runs of all steps that are calls of an MCP server. */
  mcpCalls(): CallCount {
    const all = new CallCount()
    for (const { mcp } of this.steps.values()) all.absorb(mcp.toJson())
    return all
  }

  toJson() {
    return {
      ...this.latency.toJson(),
      errors: { total: this.failures.total, by_type: this.failures.toTypes() },
      steps: sortedEntries(this.steps).map(([name, step]) => step.toJson(name)),
    }
  }

  private step(name: string): Step {
    const step = this.steps.get(name) ?? new Step()
    this.steps.set(name, step)
    return step
  }
}
