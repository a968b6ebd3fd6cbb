import type { Alternative, ModelSaving, ModelSavings } from '../generated/types.ts'
import type { Pricer } from '../record.ts'
import { type Alternatives, isAbout } from './alternatives.ts'
import { bySaving, keyOf, less, outputPrice, priceAs, type Spent, sumUsd } from './spent.ts'

const ALIKE = 'the other model answers well enough, needs as many tokens, and reads as much of its prompts from a cache'
const ONCE = 'Of several models for a step only the cheapest counts'

/**
 * What steps would have cost on the models that the alternatives name for them, batch calls at their batch price.
 * @param knowsBatch whether batch calls are known apart from others: sums do not say.
 * @throws InputError for an alternative without a known price.
 */
export function findModelSavings(spent: readonly Spent[], alternatives: Alternatives, pricer: Pricer, knowsBatch: boolean): ModelSavings {
  for (const entry of alternatives.entries) expectPrice(entry, alternatives, pricer)
  const rows = bySaving(
    spent.flatMap((one) => compareModels(one, alternatives.entries, pricer)),
    (row) => row.at_most_usd,
    (row) => JSON.stringify([keyOf(row), row.priced_as]),
  )
  const best = new Map<string, number>()
  for (const row of rows) best.set(keyOf(row), Math.max(row.at_most_usd, best.get(keyOf(row)) ?? 0))
  return { assumption: assume(knowsBatch), at_most_usd: sumUsd([...best.values()]), rows }
}

function expectPrice(entry: Alternative, { problem }: Alternatives, pricer: Pricer): void {
  if (entry.to !== null && outputPrice(pricer, entry.to, null) === null) {
    throw problem(entry, 'must be a model with a known price (see docs/pricing.md)')
  }
}

/** One row per other model: several tasks may name the same. */
function compareModels(spent: Spent, entries: readonly Alternative[], pricer: Pricer): ModelSaving[] {
  const { by } = spent
  const about = entries.filter((entry) => isAbout(entry, by.step, by.model))
  if (about.some(({ to }) => to === null)) return []
  const own = pricer.price(spent.live)?.pricedAs
  const rows = new Map<string, ModelSaving>()
  for (const { task, to, fits = null } of about) {
    const there = to === null ? null : priceAs(pricer, spent, { model: to })
    if (to === null || there === null || there.pricedAs === own) continue
    const same = rows.get(there.pricedAs)
    if (same !== undefined) same.tasks.push({ task, fits })
    else
      rows.set(there.pricedAs, {
        ...by,
        alternative: to,
        priced_as: there.pricedAs,
        tasks: [{ task, fits }],
        alternative_cost_usd: Number(there.costUsd.toFixed(12)),
        at_most_usd: less(by.cost_usd, there.costUsd),
      })
  }
  return [...rows.values()]
}

function assume(knowsBatch: boolean): string {
  const condition = knowsBatch ? '' : ', and that no call was a batch call, which sums do not say'
  const prices = `${knowsBatch ? 'batch prices for batch calls, ' : ''}those of the mean prompt where long ones cost more`
  return `${ALIKE}${condition}; at list prices (${prices}). ${ONCE}`
}
