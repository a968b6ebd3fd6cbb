import type { Level, PricingUsed } from '../../generated/types.ts'
import { decide, type Ruling } from '../ruling.ts'

const NAMED = 3

/**
 * Judges whether both sides were priced alike: a newer price list alone moves a total, and can hide what a change costs. What calls cost by other prices
 * cannot be told from their sums, so it is as bad as an increase, and may be accepted like one.
 * @param before null: no baseline that says how it was priced.
 */
export function judgePriceLists(before: PricingUsed | null, head: PricingUsed, level: Level): Ruling {
  const changed = before === null ? [] : changedPrices(before, head)
  const message =
    changed.length === 0
      ? 'baseline and head were priced alike'
      : `the baseline was priced with other prices of ${name(changed)} than this run, so how much of the change is prices alone cannot be told; record the baseline again`
  return decide(changed.length > 0, level, { rule: 'price_catalog', subject: { kind: 'data', name: null }, message, approvable: true })
}

/** Entries of the catalogs that both sides were priced by, at other prices. */
function changedPrices(before: PricingUsed, head: PricingUsed): readonly string[] {
  const now = new Map(Object.entries(head.prices ?? {}))
  // A record of an earlier version knows its catalog alone.
  if (before.prices === undefined) return before.catalog !== null && before.catalog !== head.catalog ? [...now.keys()] : []
  return Object.entries(before.prices).flatMap(([entry, prices]) => (now.has(entry) && now.get(entry) !== prices ? [entry] : []))
}

function name(entries: readonly string[]): string {
  const more = entries.length - NAMED
  return more > 0 ? `${entries.slice(0, NAMED).join(', ')} and ${more} more` : entries.join(', ')
}
