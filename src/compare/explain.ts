import type { Cause, Explanation } from '../generated/types.ts'
import { differenceUsd, sumUsd } from '../usage/money.ts'
import { findCauses, type Part } from './causes.ts'
import { type Cell, pairCells } from './cells.ts'
import { type Group, mergeGroups } from './groups.ts'
import type { Kinds } from './kinds/kinds.ts'
import { type Evidence, type Pricing, pricingFrom, weighCosts } from './kinds/pricing.ts'
import { type ModelRows, rowsOf } from './kinds/rows.ts'
import { DRIVERS } from './lmdi.ts'
import { decompose } from './parts.ts'
import type { Side } from './side.ts'

/** Causes that a report names at the most. */
const NAMED = 20
/** Below this a part of the change is rounding. US dollars. */
const NOTHING = 1e-9
/** The same as a share of the largest driver. */
const NOTHING_SHARE = 1e-5

/** List prices of a model's kinds, US dollars per token; null: the list has none. */
export type ListPrices = (model: string) => Kinds | null

/** A change whose costs were weighed, to be explained with or without a price list. */
export interface Weighed {
  /** Models whose recorded costs do not settle the prices of their kinds, so that a list is of use. */
  readonly openModels: readonly string[]
  readonly explain: (listOf: ListPrices) => Explanation
}

/** Why the total changed: parts that add up to the change, and concrete causes. Null where a side has no calls and tokens per model. */
export function explain(baseline: Side, head: Side, listOf: ListPrices = () => null): Explanation | null {
  return weigh(baseline, head)?.explain(listOf) ?? null
}

/** The same in two steps: a price list is half a megabyte, and most changes need none. */
export function weigh(baseline: Side, head: Side): Weighed | null {
  const { groups: before } = baseline
  const { groups: after } = head
  if (before === null || after === null) return null
  const cells = pairCells(before, baseline.steps === null ? mergeGroups(after) : after)
  const models = weighModels(cells, before, after)
  return {
    openModels: [...models].flatMap(([model, weighed]) => (weighed !== null && weighed.evidence.sure === null ? [model] : [])),
    explain: (listOf) => {
      const pricings = new Map(
        [...models].map(([model, weighed]) => [model, weighed && pricingFrom(weighed.evidence, weighed.rows, listOf(model))]),
      )
      const parts = cells.map((cell) => ({ cell, ...decompose(cell, pricings.get(cell.model) ?? null) }))
      return summarize(baseline, head, parts, pricings)
    },
  }
}

/** Models whose prices decide something: called and paid for in one place on both sides, and not alike. Null: a side does not know the kinds. */
function weighModels(cells: readonly Cell[], before: readonly Group[], after: readonly Group[]) {
  const models = new Map<string, { readonly rows: ModelRows; readonly evidence: Evidence } | null>()
  const asked = new Set(cells.filter(needsPrices).map(({ model }) => model))
  for (const [model, rows] of rowsOf(before, after)) if (asked.has(model)) models.set(model, rows && { rows, evidence: weighCosts(rows) })
  return models
}

function needsPrices({ baseline, head }: Cell): boolean {
  if (baseline.costUsd === 0 || head.costUsd === 0 || baseline.tokens + head.tokens === 0) return false
  return baseline.costUsd !== head.costUsd || baseline.calls !== head.calls || baseline.tokens !== head.tokens
}

function summarize(baseline: Side, head: Side, parts: readonly Part[], pricings: ReadonlyMap<string, Pricing | null>): Explanation {
  const restOf = (side: 'head' | 'baseline', totalUsd: number) =>
    differenceUsd(totalUsd, sumUsd(parts.map(({ cell }) => cell[side].costUsd)))
  const rest = restOf('head', head.totalUsd) - restOf('baseline', baseline.totalUsd)
  const sums = DRIVERS.map((driver) => {
    const delta = parts.reduce((sum, part) => sum + part.parts[driver], 0)
    return { driver, delta_usd: driver === 'unattributed' ? delta + rest : delta }
  })
  const isRare = (driver: string) => driver === 'unattributed' || driver === 'tokens_per_call'
  const drivers = sums.filter(({ driver, delta_usd }) => !isRare(driver) || Math.abs(delta_usd) > NOTHING)
  const largest = Math.max(...drivers.map(({ delta_usd }) => Math.abs(delta_usd)))
  const causes = findCauses(parts, Math.max(NOTHING, largest * NOTHING_SHARE))
  const sources = [...pricings.values()].map((pricing) => pricing?.source ?? 'unknown')
  const count = (name: string) => sources.filter((source) => source === name).length
  // Exactly what head cost where no price changed: it is held against limits.
  const dearer = parts.reduce((sum, { cell, atOldRatesUsd }) => sum + (atOldRatesUsd - cell.head.costUsd), 0)
  return {
    drivers,
    kinds: { fitted: count('fitted'), catalog: count('catalog'), unknown: count('unknown') },
    head_at_baseline_rates_usd: head.totalUsd + dearer,
    causes: causes.slice(0, NAMED),
    main_cause: mainCause(head.totalUsd - baseline.totalUsd, drivers, causes),
  }
}

/** The largest cause, in the direction of the change, inside the largest driver of that direction. */
function mainCause(change: number, drivers: Explanation['drivers'], causes: readonly Cause[]): Cause | null {
  if (Math.abs(change) <= NOTHING) return null
  const along = (deltaUsd: number) => (change > 0 ? deltaUsd : -deltaUsd)
  const largest = drivers.reduce((top, driver) => (along(driver.delta_usd) > along(top.delta_usd) ? driver : top))
  // Its causes go the way that it goes.
  return causes.find(({ driver }) => driver === largest.driver) ?? null
}
