import type { CostSummary, Unpriced } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer } from '../../words/format.ts'
import { adviseAll, shortReasons } from '../../words/unpriced.ts'

/** Models that are named; all of them are listed under the data. */
const NAMED = 3

/** What is missing from every amount for want of a price, why, and what to do; null where every call that gives its tokens has one. */
export function describeUnpriced(
  { unpriced_calls: calls, unpriced }: CostSummary,
  voice: Voice,
  code: (name: string) => string,
): string | null {
  const silent = unpriced.reduce((sum, { silent_calls = 0 }) => sum + silent_calls, 0)
  const models = unpriced.filter((one) => one.calls > (one.silent_calls ?? 0))
  const missing = describe('without a known price', calls - silent, models.map(nameWith(voice)))
  return missing === null ? null : `${missing}. ${adviseAll(models, code)}.`
}

/** What is missing from every amount because its source gives neither tokens nor cost; null where there is no such call. */
export function describeSilent({ unpriced }: CostSummary, voice: Voice): string | null {
  const models = unpriced.filter(({ silent_calls = 0 }) => silent_calls > 0)
  const calls = models.reduce((sum, { silent_calls = 0 }) => sum + silent_calls, 0)
  return describe(
    'without tokens and cost',
    calls,
    models.map(({ model }) => voice.name(model)),
  )
}

function nameWith(voice: Voice): (unpriced: Unpriced) => string {
  return (unpriced) => {
    const reasons = shortReasons(unpriced)
    return `${voice.name(unpriced.model)}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}`
  }
}

function describe(what: string, calls: number, models: readonly string[]): string | null {
  if (calls === 0) return null
  const names = models.slice(0, NAMED)
  const more = models.length > NAMED ? [`${integer(models.length - NAMED)} more`] : []
  const list = names.length === 0 ? '' : `: ${[...names, ...more].join(', ')}`
  return `${count(calls, 'call')} ${what} ${calls === 1 ? 'is' : 'are'} in no amount${list}`
}
