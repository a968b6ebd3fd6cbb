import type { ModelStats } from '../generated/types.ts'
import { Money } from '../usage/money.ts'
import type { CostRecord, Pricer } from '../usage/record.ts'
import type { Spend } from './spend.ts'

interface Entry {
  calls: number
  readonly recorded: Money
  readonly list: Money
}

/** What writers say that calls cost against tokens times list price, per model. */
export class PriceChecks {
  private readonly models = new Map<string, Entry>()

  /** Compares a cost that the record's writer gave; a model without a list price is left out, and calls whose tokens nobody knows. */
  add(record: CostRecord, { costUsd, isReported }: Spend, pricer: Pricer | null): void {
    if (!isReported || costUsd === null || record.inputTokens + record.outputTokens === 0) return
    const listed = pricer?.price(record) ?? null
    if (listed === null || listed.isAssumed === true) return
    const entry = this.of(record.model)
    entry.calls += record.calls
    entry.recorded.add(costUsd)
    entry.list.add(listed.costUsd)
  }

  absorb(models: Readonly<Record<string, ModelStats>>): void {
    for (const [model, { price_check: check }] of Object.entries(models)) {
      if (check === undefined) continue
      const entry = this.of(model)
      entry.calls += check.calls
      entry.recorded.add(check.recorded_usd)
      entry.list.add(check.list_usd)
    }
  }

  /** As it stands in a cost summary; nothing where no call was compared. */
  toJson(model: string): Pick<ModelStats, 'price_check'> {
    const entry = this.models.get(model)
    if (entry === undefined) return {}
    const { calls, recorded, list } = entry
    return { price_check: { calls, recorded_usd: recorded.toNumber(), list_usd: list.toNumber() } }
  }

  private of(model: string): Entry {
    const entry = this.models.get(model) ?? { calls: 0, recorded: new Money(), list: new Money() }
    this.models.set(model, entry)
    return entry
  }
}
