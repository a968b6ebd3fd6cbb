import { type FaultyFile, shown } from '../errors.ts'
import type { DatedPrice } from '../generated/types.ts'
import { parseTimestamp } from '../time.ts'
import { isFixedTier } from './tariff.ts'

/** Makes an error at a place below the prices of a model. */
type Problem = (path: readonly (string | number)[], message: string) => FaultyFile

/** Refuses what a schema cannot: days that no calendar has, dates out of order, two prices of one limit, and tiers that have a price already. */
export function checkPrices(prices: readonly DatedPrice[], problem: Problem): void {
  for (const [entry, price] of prices.entries()) {
    const before = prices[entry - 1]
    const { effective, tiers = [], service_tiers = {} } = price
    if (parseTimestamp(`${effective}T12:00`) === null)
      throw problem([entry, 'effective'], `effective must be a day of the calendar, got ${effective}`)
    if (before !== undefined && effective <= before.effective) {
      throw problem([entry, 'effective'], `effective must be later than ${before.effective}, the price before it, got ${effective}`)
    }
    for (const [index, { above_input_tokens: limit }] of tiers.entries()) {
      const isTwice = tiers.findIndex((tier) => tier.above_input_tokens === limit) < index
      if (isTwice) throw problem([entry, 'tiers', index], `tiers must have a limit each, got ${limit} twice`)
    }
    for (const tier of Object.keys(service_tiers)) {
      if (!isFixedTier(tier.trim().toLowerCase())) continue
      const what =
        tier.trim().toLowerCase() === 'batch' ? 'a batch is priced by batch or batch_discount' : 'it is what input and output say'
      throw problem([entry, 'service_tiers', tier], `service_tiers cannot have ${shown(tier)}: ${what}`)
    }
  }
}
