import type { PricingUsed } from '../generated/types.ts'
import type { CostRecord, Priced, Pricer } from '../usage/record.ts'
import { sortedEntries } from './figures/amounts.ts'

const NAMED = 4

/** Which calls were priced from the catalog, and as what. */
export class PricingLog {
  private readonly asOf = new Set<string>()
  private readonly catalogs = new Set<string>()
  private readonly models = new Map<string, { pricedAs: Set<string>; calls: number }>()
  private readonly prices = new Map<string, Set<string>>()

  add(record: CostRecord, priced: Priced, pricer: Pricer): void {
    this.asOf.add(pricer.asOf)
    this.catalogs.add(pricer.catalog)
    const { pricedAs, how } = priced
    this.count(record.model, [how.length === 0 ? pricedAs : `${pricedAs} (${how.join('; ')})`], record.calls)
    this.note(priced.pricedAs, [priced.prices])
  }

  absorb(pricing: PricingUsed): void {
    if (pricing.as_of !== null) this.asOf.add(pricing.as_of)
    for (const catalog of pricing.catalog?.split(', ') ?? []) this.catalogs.add(catalog)
    for (const [model, { priced_as, calls }] of Object.entries(pricing.models)) this.count(model, priced_as.split(', '), calls)
    for (const [pricedAs, prices] of Object.entries(pricing.prices ?? {})) this.note(pricedAs, prices.split(', '))
  }

  private count(model: string, pricedAs: readonly string[], calls: number): void {
    const entry = this.models.get(model) ?? { pricedAs: new Set(), calls: 0 }
    this.models.set(model, entry)
    for (const one of pricedAs) entry.pricedAs.add(one)
    entry.calls += calls
  }

  private note(pricedAs: string, prices: readonly string[]): void {
    const known = this.prices.get(pricedAs) ?? new Set()
    this.prices.set(pricedAs, known)
    for (const one of prices) known.add(one)
  }

  toJson(): PricingUsed {
    return {
      priced_calls: [...this.models.values()].reduce((sum, { calls }) => sum + calls, 0),
      as_of: [...this.asOf].sort().at(-1) ?? null,
      catalog: joined(this.catalogs),
      models: Object.fromEntries(
        sortedEntries(this.models).map(([model, { pricedAs, calls }]) => [model, { priced_as: joined(pricedAs) ?? '', calls }]),
      ),
      ...(this.prices.size > 0 && {
        prices: Object.fromEntries(sortedEntries(this.prices).map(([pricedAs, prices]) => [pricedAs, joined(prices) ?? ''])),
      }),
    }
  }
}

/** Legs of a matrix may have used different catalogs: all are named, up to what a cost summary holds. */
function joined(values: ReadonlySet<string>): string | null {
  return values.size > 0 ? [...values].sort().slice(0, NAMED).join(', ') : null
}
