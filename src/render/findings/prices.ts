import type { CostSummary } from '../../generated/types.ts'
import { parseLooseTime } from '../../time.ts'
import type { Voice } from '../../words/escape.ts'
import { integer, listSome } from '../../words/format.ts'

const DAY_MS = 86_400_000
/** Price lists older than this are told. */
const OLD_DAYS = 90
const MOST_NAMED = 3

/** Models that were priced as what is not their own name; null where none was. */
export function writePricedAs({ pricing }: CostSummary, voice: Voice): string | null {
  const others = Object.entries(pricing.models).filter(([model, { priced_as }]) => !isSameName(model, priced_as))
  if (others.length === 0) return null
  return `Priced as: ${listSome(
    others.map(([model, { priced_as }]) => `${voice.name(model)} as ${voice.name(priced_as)}`),
    MOST_NAMED,
  )}`
}

/** That the prices are old, by the time when they were used; null where they are not. */
export function writeAge({ pricing, created_at: created }: CostSummary): string | null {
  const [from, to] = [pricing.as_of, created].map((time) => (time === null ? null : parseLooseTime(time)))
  const days = from == null || to == null ? 0 : Math.floor((to - from) / DAY_MS)
  return days > OLD_DAYS
    ? `The price list is ${integer(days)} days old: a newer version of this action has newer prices, and pricing-path takes yours.`
    : null
}

/** `openai/gpt-4o` is the name itself of `gpt-4o` and of `openai/gpt-4o`. */
function isSameName(model: string, pricedAs: string): boolean {
  const name = model.trim().toLowerCase()
  return pricedAs === name || pricedAs.slice(pricedAs.indexOf('/') + 1) === name
}
