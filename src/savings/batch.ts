import type { BatchSaving, BatchSavings } from '../generated/types.ts'
import type { Pricer } from '../record.ts'
import { type Alternatives, matchesAny } from './alternatives.ts'
import { bySaving, type Spent, sumUsd } from './spent.ts'

export interface BatchSettings {
  /** Patterns of the steps that can wait; null: all but those that the alternatives call interactive. */
  readonly steps: readonly string[] | null
  /** Whether batch calls are known apart from others: sums do not say. */
  readonly knowsBatch: boolean
}

/** What batch calls would have saved where the provider sells them for less. */
export function findBatchSavings(
  spent: readonly Spent[],
  { batchProviders, interactiveSteps }: Alternatives,
  { steps, knowsBatch }: BatchSettings,
  pricer: Pricer,
): BatchSavings {
  const canWait = (step: string | null) =>
    steps === null ? step === null || !matchesAny(interactiveSteps, step) : step !== null && matchesAny(steps, step)
  const rows = spent.flatMap(({ by, live, liveUsd }): BatchSaving[] => {
    const now = pricer.price(live)
    const batch = pricer.price({ ...live, batch: true })
    if (!canWait(by.step) || now === null || batch === null || now.costUsd === 0) return []
    if (!batchProviders.has(providerOf(now.pricedAs))) return []
    const share = 1 - batch.costUsd / now.costUsd
    if (share <= 0 || liveUsd === 0) return []
    return [{ ...by, discount_percent: Number((share * 100).toFixed(6)), at_most_usd: Number((liveUsd * share).toFixed(12)) }]
  })
  return {
    assumption: assume(steps, interactiveSteps, knowsBatch),
    at_most_usd: sumUsd(rows.map((row) => row.at_most_usd)),
    rows: bySaving(rows, (row) => row.at_most_usd),
  }
}

function providerOf(pricedAs: string): string {
  return pricedAs.slice(0, Math.max(0, pricedAs.indexOf('/'))).toLowerCase()
}

function assume(steps: readonly string[] | null, interactive: readonly string[], knowsBatch: boolean): string {
  const others = interactive.length === 0 ? 'all steps' : `all steps but those that match ${interactive.join(', ')}`
  const which = steps === null ? `${others} (llm-cost-gate savings --batch-steps names others)` : `the steps that match ${steps.join(', ')}`
  return `answers can wait for a day in ${which}${knowsBatch ? '' : ', and that no call was a batch call already, which sums do not say'}`
}
