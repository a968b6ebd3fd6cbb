import type { BatchSaving, BatchSavings } from '../generated/types.ts'
import type { Pricer } from '../record.ts'
import { type Alternatives, matchesAny } from './alternatives.ts'
import { bySaving, keyOf, less, priceAs, type Spent, sumUsd } from './spent.ts'

export interface BatchSettings {
  /** Patterns of the steps that can wait; null: all but those that the alternatives call interactive. */
  readonly steps: readonly string[] | null
  /** What batch calls cost already, by step and model (`keyOf`); null: only sums are known. US dollars. */
  readonly alreadyUsd: ReadonlyMap<string, number> | null
}

/** What batch calls would have saved where the provider sells them for less. */
export function findBatchSavings(
  spent: readonly Spent[],
  { batchProviders, interactiveSteps }: Alternatives,
  { steps, alreadyUsd }: BatchSettings,
  pricer: Pricer,
): BatchSavings {
  const canWait = (step: string | null) =>
    steps === null ? step === null || !matchesAny(interactiveSteps, step) : step !== null && matchesAny(steps, step)
  const rows = spent.flatMap(({ by, usage }): BatchSaving[] => {
    const now = pricer.price(usage)
    const batch = priceAs(pricer, usage, { batch: true })
    if (!canWait(by.step) || now === null || batch === null || now.costUsd === 0) return []
    if (!batchProviders.has(providerOf(now.pricedAs))) return []
    const share = 1 - batch.costUsd / now.costUsd
    const open = less(by.cost_usd, alreadyUsd?.get(keyOf(by)) ?? 0)
    if (share <= 0 || open === 0) return []
    return [{ ...by, discount_percent: Number((share * 100).toFixed(6)), at_most_usd: Number((open * share).toFixed(12)) }]
  })
  return {
    assumption: assume(steps, interactiveSteps, alreadyUsd !== null),
    at_most_usd: sumUsd(rows.map((row) => row.at_most_usd)),
    rows: bySaving(rows, (row) => row.at_most_usd),
  }
}

function providerOf(pricedAs: string): string {
  return pricedAs.slice(0, Math.max(0, pricedAs.indexOf('/'))).toLowerCase()
}

function assume(steps: readonly string[] | null, interactive: readonly string[], knowsBatch: boolean): string {
  const others = interactive.length === 0 ? 'all steps' : `all steps but those that match ${interactive.join(', ')}`
  const which = steps === null ? `${others} (name others with --batch-steps)` : `the steps that match ${steps.join(', ')}`
  return `answers can wait for a day in ${which}${knowsBatch ? '' : ', and that no call was a batch call already, which sums do not say'}`
}
