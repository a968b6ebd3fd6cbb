import type { RunCosts } from '../../generated/types.ts'
import { Money, money } from '../../usage/money.ts'
import { MoneyMap } from '../figures/amounts.ts'
import { Sketch } from './sketch.ts'

/** Runs that are listed one by one; with more, a sketch takes their place. */
export const LISTED = 1000

/** Cost of a run: every run while there are few, a sketch of them when there are many. */
export class Distribution {
  private readonly runs = new MoneyMap()
  private readonly sketched: RunCosts[] = []

  add(runId: string, cost: Money): void {
    this.runs.add(runId, cost)
  }

  /** Takes in another summary's runs. A run that both list is one run; runs in a sketch have no names and count as others. */
  absorb(costs: RunCosts): void {
    if (costs.sketch) this.sketched.push(costs)
    else this.runs.addAll(costs.costs_usd ?? {})
  }

  has(runId: string): boolean {
    return this.runs.sums.has(runId)
  }

  /** Cost of a run; undefined where it is none of those that have names. */
  costOf(runId: string): Money | undefined {
    return this.runs.sums.get(runId)
  }

  /** Whether there are runs whose names are not known any more. */
  hasNameless(): boolean {
    return this.sketched.length > 0
  }

  toRunCosts(): RunCosts {
    const listed = [...this.runs.sums].map(([id, sum]) => ({ id, usd: sum.toNumber() }))
    const total = new Money()
    for (const sum of this.runs.sums.values()) total.plus(sum)
    for (const costs of this.sketched) total.plus(money(costs.total_usd))
    const count = this.sketched.reduce((sum, costs) => sum + costs.count, listed.length)
    const dearest = this.dearest(listed)
    const sketch = this.sketched.length === 0 && count <= LISTED ? null : this.sketch(listed)
    const steps = sketch?.steps() ?? listed.map(({ usd }) => ({ usd, runs: 1 })).sort((a, b) => a.usd - b.usd)
    return {
      count,
      total_usd: total.toNumber(),
      mean_usd: count > 0 ? total.toNumber() / count : null,
      stddev_usd: sketch ? sketch.deviation(count, total.toNumber()) : deviation(steps, total.toNumber()),
      p50_usd: percentile(steps, count, 0.5, dearest),
      p95_usd: percentile(steps, count, 0.95, dearest),
      max_usd: dearest?.usd ?? null,
      max_run_id: dearest?.id ?? null,
      ...(sketch ? { sketch: sketch.toJson() } : { costs_usd: this.runs.toAmounts() }),
    }
  }

  private dearest(listed: readonly Run[]): Run | null {
    const tops = this.sketched.flatMap((costs) =>
      costs.max_usd === null || costs.max_run_id === null ? [] : [{ id: costs.max_run_id, usd: costs.max_usd }],
    )
    return [...listed, ...tops].reduce<Run | null>(
      (top, run) => (top === null || run.usd > top.usd || (run.usd === top.usd && run.id < top.id) ? run : top),
      null,
    )
  }

  private sketch(listed: readonly Run[]): Sketch {
    const sketch = new Sketch()
    for (const { usd } of listed) sketch.add(usd)
    for (const costs of this.sketched) if (costs.sketch) sketch.absorb(costs.sketch)
    return sketch
  }
}

interface Run {
  readonly id: string
  readonly usd: number
}

type Steps = readonly { usd: number; runs: number }[]

/** Nearest rank; never above the dearest run, whose cost is exact. */
function percentile(steps: Steps, count: number, part: number, dearest: Run | null): number | null {
  if (dearest === null) return null
  const rank = Math.max(1, Math.ceil(part * count))
  let seen = 0
  for (const step of steps) {
    seen += step.runs
    if (seen >= rank) return Math.min(step.usd, dearest.usd)
  }
  return dearest.usd
}

/** Sample standard deviation of runs that are listed one by one. */
function deviation(runs: Steps, totalUsd: number): number | null {
  if (runs.length < 2) return null
  const mean = totalUsd / runs.length
  return Math.sqrt(runs.reduce((sum, { usd }) => sum + (usd - mean) ** 2, 0) / (runs.length - 1))
}
