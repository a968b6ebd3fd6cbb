import type { CostSummary, FlowStep, FlowSummary, StepRunStats } from '../../generated/types.ts'
import type { StepEnd } from '../../usage/usage.ts'
import { sortedEntries } from '../figures/amounts.ts'
import { CallCount } from '../figures/call-count.ts'
import { Failures } from './failures.ts'
import { isTold } from './flow-told.ts'
import { Latency } from './latency.ts'

/** Figures of one step while they grow. */
class Step {
  runs = 0
  successes = 0
  readonly mcp = new CallCount()
  readonly failures = new Failures()
  readonly latency = new Latency()
  readonly models = new Set<string>()

  /** Adds what a document says. A run that it does not call a success failed, whether or not it counts it as an error. */
  absorb(one: FlowStep | StepRunStats): void {
    const { runs = 0, error_types, mcp, models } = one
    const failed = failedRuns(one)
    this.runs += runs
    this.successes += runs - failed
    this.failures.absorb(failed, { ...error_types })
    this.mcp.absorb(mcp ?? {})
    for (const model of models ?? []) this.models.add(model)
  }

  toJson(name: string): StepRunStats {
    const { runs, successes, failures, latency, mcp, models } = this
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
      ...(models.size > 0 && { models: [...models].sort() }),
    }
  }
}

/** Runs without success: where a document contradicts itself the larger count, where it says neither all. */
function failedRuns({ runs = 0, successes, errors }: FlowStep | StepRunStats): number {
  return Math.min(runs, Math.max(errors ?? 0, runs - (successes ?? runs - (errors ?? runs))))
}

/** Failed step runs of a document: those it counts, and at least those of its steps. */
function failedSteps({ errors, steps }: FlowSummary | CostSummary): number {
  return Math.max(
    errors?.total ?? 0,
    (steps ?? []).reduce((sum, step) => sum + failedRuns(step), 0),
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
    const step = this.step(end.step)
    step.runs += 1
    if (end.isSuccess) step.successes += 1
    for (const failures of end.error === null ? [] : [step.failures, this.failures]) failures.add(end.error ?? 'unknown')
    for (const latency of end.latencyMs === null ? [] : [step.latency, this.latency]) latency.add(end.latencyMs ?? 0, 1)
    if (end.model !== null) step.models.add(end.model)
    if (end.isMcp) step.mcp.add(!end.isSuccess)
  }

  /** Adds a flow summary, which gives means: they weigh as much as the step runs behind them. */
  addSummary(summary: FlowSummary): void {
    const { runs, avg_latency_ms: mean, errors, steps } = summary
    const listed = steps ?? []
    if (steps || typeof mean === 'number') this.isKnown = true
    const ended = listed.reduce((sum, step) => sum + (step.runs ?? 0), 0)
    if (typeof mean === 'number') addMean(this.latency, mean, ended || runs)
    this.failures.absorb(failedSteps(summary), errors?.by_type ?? {})
    for (const one of listed) {
      const step = this.step(one.name)
      step.absorb(one)
      if (typeof one.avg_latency_ms === 'number') addMean(step.latency, one.avg_latency_ms, one.runs ?? 0)
    }
  }

  absorb(summary: CostSummary): void {
    if (isTold(summary, 'steps')) this.isKnown = true
    const { latency_total_ms = 0, latency_count = 0, errors, steps } = summary
    this.latency.add(latency_total_ms, latency_count)
    this.failures.absorb(failedSteps(summary), { ...errors?.by_type })
    for (const one of steps ?? []) {
      const step = this.step(one.name)
      step.absorb(one)
      step.latency.add(one.latency_total_ms, one.latency_count)
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

function addMean(latency: Latency, meanMs: number, count: number): void {
  latency.add(meanMs * count, count)
}
