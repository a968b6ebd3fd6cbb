import type { BatchSaving, BatchSavings } from '../../generated/types.ts'
import { sumUsd } from '../../usage/money.ts'
import type { Pricer } from '../../usage/record.ts'
import { type Alternatives, toAnyMatcher } from './alternatives.ts'
import { addUp, bySaving, groupByModel, type Spent } from './spent.ts'

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
  const isNamed = toAnyMatcher(steps ?? interactiveSteps)
  const canWait = (step: string | null) => (steps === null ? step === null || !isNamed(step) : step !== null && isNamed(step))
  const rows = groupByModel(spent.filter(({ by }) => canWait(by.step))).flatMap((providers): BatchSaving[] => {
    const parts = providers.map((one) => ({ usd: one.liveUsd, share: discountOf(one, batchProviders, pricer) }))
    const cheaper = parts.filter(({ usd, share }) => usd > 0 && share > 0)
    if (cheaper.length === 0) return []
    const saved = cheaper.reduce((sum, { usd, share }) => sum + usd * share, 0)
    const percent = (saved / sumUsd(cheaper.map(({ usd }) => usd))) * 100
    return [{ ...addUp(providers), discount_percent: Number(percent.toFixed(6)), at_most_usd: Number(saved.toFixed(12)) }]
  })
  return {
    assumption: assume(steps, interactiveSteps, knowsBatch),
    at_most_usd: sumUsd(rows.map((row) => row.at_most_usd)),
    rows: bySaving(rows, (row) => row.at_most_usd),
  }
}

/** Part of the price that batch calls save; 0 where the provider sells none for less. */
function discountOf({ live }: Spent, batchProviders: ReadonlySet<string>, pricer: Pricer): number {
  const now = pricer.price(live)
  const batch = pricer.price({ ...live, batch: true })
  if (now === null || batch === null || now.costUsd === 0 || !batchProviders.has(providerOf(now.pricedAs))) return 0
  return 1 - batch.costUsd / now.costUsd
}

function providerOf(pricedAs: string): string {
  return pricedAs.slice(0, Math.max(0, pricedAs.indexOf('/'))).toLowerCase()
}

function assume(steps: readonly string[] | null, interactive: readonly string[], knowsBatch: boolean): string {
  const others = interactive.length === 0 ? 'all steps' : `all steps but those that match ${interactive.join(', ')}`
  const which = steps === null ? `${others} (llm-cost-gate savings --batch-steps names others)` : `the steps that match ${steps.join(', ')}`
  return `answers can wait for a day in ${which}${knowsBatch ? '' : ', and that no call was a batch call already, which sums do not say'}`
}
