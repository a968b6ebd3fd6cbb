import type { CostSummary } from '../generated/types.ts'
import type { Voice } from './escape.ts'
import { count, integer } from './format.ts'

/** Models that are named; all of them are listed under the data. */
const NAMED = 3

/** What is missing from every amount; null where every call has a price. */
export function describeUnpriced({ unpriced_calls: calls, unpriced }: CostSummary, voice: Voice): string | null {
  if (calls === 0) return null
  const names = unpriced.slice(0, NAMED).map(({ model }) => voice.name(model))
  const more = unpriced.length > NAMED ? [`${integer(unpriced.length - NAMED)} more`] : []
  const list = names.length === 0 ? '' : `: ${[...names, ...more].join(', ')}`
  return `${count(calls, 'call')} without a known price ${calls === 1 ? 'is' : 'are'} in no amount${list}`
}
