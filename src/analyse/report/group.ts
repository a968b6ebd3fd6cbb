import { Tally } from '../../summarize/figures/tally.ts'
import { Period } from '../../summarize/period.ts'
import { Money } from '../../usage/money.ts'
import type { CostRecord } from '../../usage/record.ts'

/** Tiers that are named per group: the first by name, so that the order of records never shows. */
const TIERS = 10

/** Calls and cost of one model within a group. */
interface ModelUse {
  calls: number
  unpriced: number
  readonly cost: Money
}

/** Figures of one group while they grow. */
export class CostGroup {
  readonly tally = new Tally()
  readonly period = new Period()
  readonly runs = new Set<string>()
  readonly models = new Map<string, ModelUse>()
  tiers: readonly string[] = []
  /** Records of a run mostly stand together. */
  private lastRun: string | null = null

  add(record: CostRecord, costUsd: number | null): void {
    const { runId, timeMs, billingTier } = record
    this.tally.add(record, costUsd)
    if (timeMs !== null) this.period.add(timeMs)
    if (runId !== null) {
      if (runId !== this.lastRun) this.runs.add(runId)
      this.lastRun = runId
    }
    const use = this.model(record.model)
    use.calls += record.calls
    if (costUsd === null) use.unpriced += record.calls
    else use.cost.add(costUsd)
    if (billingTier !== undefined) this.addTier(billingTier)
  }

  /** Takes in another group, which has other records and maybe the same runs. */
  plus(other: CostGroup): void {
    this.tally.plus(other.tally)
    this.period.absorb(other.period.toJson())
    for (const runId of other.runs) this.runs.add(runId)
    for (const [name, { calls, unpriced, cost }] of other.models) {
      const use = this.model(name)
      use.calls += calls
      use.unpriced += unpriced
      use.cost.plus(cost)
    }
    for (const tier of other.tiers) this.addTier(tier)
  }

  private model(name: string): ModelUse {
    let use = this.models.get(name)
    if (use === undefined) {
      use = { calls: 0, unpriced: 0, cost: new Money() }
      this.models.set(name, use)
    }
    return use
  }

  private addTier(tier: string): void {
    if (!this.tiers.includes(tier)) this.tiers = [...this.tiers, tier].sort().slice(0, TIERS)
  }
}
