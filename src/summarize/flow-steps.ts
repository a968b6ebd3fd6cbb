import type { CostSummary, FlowStep, FlowSummary, StepRunStats } from '../generated/types.ts'
import type { StepEnd } from '../usage.ts'
import { sortedEntries } from './amounts.ts'
import { Failures } from './failures.ts'
import { Latency } from './latency.ts'

/** Figures of one step while they grow. */
class Step {
  runs = 0
  successes = 0
  mcp = { calls: 0, errors: 0 }
  readonly failures = new Failures()
  readonly latency = new Latency()
  readonly models = new Set<string>()

  absorb({ runs = 0, successes = 0, errors = 0, error_types, mcp, models }: FlowStep | StepRunStats): void {
    this.runs += runs
    this.successes += successes
    this.failures.absorb(errors, { ...error_types })
    this.mcp = { calls: this.mcp.calls + (mcp?.calls ?? 0), errors: this.mcp.errors + (mcp?.errors ?? 0) }
    for (const model of models ?? []) this.models.add(model)
  }

  toJson(name: string): StepRunStats {
    const { runs, successes, failures, latency, mcp, models } = this
    return {
      name,
      runs,
      successes,
      errors: failures.total,
      success_rate: runs > 0 ? successes / runs : null,
      ...latency.toJson(),
      error_types: failures.toTypes(),
      ...(mcp.calls > 0 && { mcp }),
      ...(models.size > 0 && { models: [...models].sort() }),
    }
  }
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
    if (end.isMcp) step.mcp = { calls: step.mcp.calls + 1, errors: step.mcp.errors + (end.error === null ? 0 : 1) }
  }

  /** Adds a flow summary, which gives means: they weigh as much as the step runs behind them. */
  addSummary({ runs, avg_latency_ms: mean, errors, steps }: FlowSummary): void {
    const listed = steps ?? []
    if (steps || typeof mean === 'number') this.isKnown = true
    const ended = listed.reduce((sum, step) => sum + (step.runs ?? 0), 0)
    if (typeof mean === 'number') addMean(this.latency, mean, ended || runs)
    this.failures.absorb(errors?.total ?? listed.reduce((sum, step) => sum + (step.errors ?? 0), 0), errors?.by_type ?? {})
    for (const one of listed) {
      const step = this.step(one.name)
      step.absorb(one)
      if (typeof one.avg_latency_ms === 'number') addMean(step.latency, one.avg_latency_ms, one.runs ?? 0)
    }
  }

  absorb({ latency_total_ms = 0, latency_count = 0, errors, steps }: CostSummary): void {
    if (steps) this.isKnown = true
    this.latency.add(latency_total_ms, latency_count)
    if (errors) this.failures.absorb(errors.total, { ...errors.by_type })
    for (const one of steps ?? []) {
      const step = this.step(one.name)
      step.absorb(one)
      step.latency.add(one.latency_total_ms, one.latency_count)
    }
  }

  toJson(): Pick<CostSummary, 'avg_latency_ms' | 'latency_total_ms' | 'latency_count' | 'errors' | 'steps'> {
    if (!this.isKnown) return {}
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
