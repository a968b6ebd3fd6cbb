import type { Alternative, ModelSaving, ModelSavings } from '../../generated/types.ts'
import { sumUsd } from '../../usage/money.ts'
import type { Pricer } from '../../usage/record.ts'
import { type Alternatives, toAbout } from './alternatives.ts'
import { addUp, bySaving, groupByModel, less, outputPrice, priceAs, type Spent } from './spent.ts'
import { keyOf } from './usage.ts'

const ALIKE = 'the other model answers well enough, needs as many tokens, and reads as much of its prompts from a cache'
const ONCE = 'Of several models for a step only the cheapest counts'

/**
 * What steps would have cost on the models that the alternatives name for them, batch calls at their batch price.
 * @param knowsBatch whether batch calls are known apart from others: sums do not say.
 * @throws InputError for an alternative without a known price.
 */
export function findModelSavings(spent: readonly Spent[], alternatives: Alternatives, pricer: Pricer, knowsBatch: boolean): ModelSavings {
  for (const entry of alternatives.entries) expectPrice(entry, alternatives, pricer)
  const entries = alternatives.entries.map((entry): Entry => ({ ...entry, isAbout: toAbout(entry) }))
  const rows = bySaving(
    groupByModel(spent).flatMap((providers) => compareModels(providers, entries, pricer)),
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

type Entry = Alternative & { readonly isAbout: ReturnType<typeof toAbout> }

/** One row per other model: several tasks may name the same. What a provider sold of that very model already is in none. */
function compareModels(providers: readonly Spent[], entries: readonly Entry[], pricer: Pricer): ModelSaving[] {
  const about = entries.filter((entry) => providers.some(({ by }) => entry.isAbout(by.step, by.model)))
  if (about.some(({ to }) => to === null)) return []
  const rows = new Map<string, ModelSaving>()
  for (const { task, to, fits = null } of about) {
    const pricedAs = to === null ? null : (outputPrice(pricer, to, null)?.pricedAs ?? null)
    const others = providers.filter(({ live }) => pricer.price(live)?.pricedAs !== pricedAs)
    if (to === null || pricedAs === null || others.length === 0) continue
    const by = addUp(others)
    const costUsd = sumUsd(others.map((one) => priceAs(pricer, one, { model: to, provider: null })?.costUsd ?? 0))
    const same = rows.get(pricedAs)
    if (same !== undefined) same.tasks.push({ task, fits })
    else
      rows.set(pricedAs, {
        ...by,
        alternative: to,
        priced_as: pricedAs,
        tasks: [{ task, fits }],
        alternative_cost_usd: Number(costUsd.toFixed(12)),
        at_most_usd: less(by.cost_usd, costUsd),
      })
  }
  return [...rows.values()]
}

function assume(knowsBatch: boolean): string {
  const condition = knowsBatch ? '' : ', and that no call was a batch call, which sums do not say'
  const prices = `${knowsBatch ? 'batch prices for batch calls, ' : ''}those of the mean prompt where long ones cost more`
  return `${ALIKE}${condition}; at list prices (${prices}). ${ONCE}`
}
