import type { Unpriced } from '../generated/types.ts'

type Reason = keyof NonNullable<Unpriced['reasons']>

interface Words {
  /** In a list of models; null where the list says it already. */
  readonly short: string | null
  /** What follows the name of a model. */
  readonly why: string
  readonly fix: string
}

const SET = 'set its price in a file and give that as pricing-path'
const RECORD = 'record what such a call cost, as cost_usd'
const UNKNOWN: Words = { short: null, why: 'has no known price', fix: `${SET}; llm-cost-gate price says why it has none` }

const WORDS: Readonly<Record<Reason, Words>> = {
  self_hosted: { short: 'self-hosted', why: 'runs on a machine of yours, where no list knows what a token costs', fix: SET },
  unknown_seller: { short: 'unknown seller', why: 'comes from a seller that the price list does not have', fix: SET },
  unknown_model: UNKNOWN,
  not_yet: { short: 'no price yet', why: 'has its first price from a later day on', fix: SET },
  service_tier: {
    short: 'service tier',
    why: 'has no known price for the service tier of these calls',
    fix: 'set service_tiers in a file of pricing-path',
  },
  media: { short: 'sound or images', why: 'has no known price for sound and images', fix: RECORD },
  web_search: { short: 'web searches', why: 'has no known price for a search of the web', fix: 'set web_search in a file of pricing-path' },
  paid_tool: { short: 'tools with a fee', why: 'has no known price for the tools that the provider ran', fix: RECORD },
}

/** Why calls of a model have no price, in a word or two each; empty where there is no more to say than that. */
export function shortReasons(unpriced: Unpriced): string[] {
  return wordsOf(unpriced).flatMap(({ short }) => short ?? [])
}

/** The same in full, and what to do about it. */
export function fullReason(unpriced: Unpriced): { readonly why: string; readonly fix: string } {
  const words = wordsOf(unpriced)
  const unique = (texts: readonly string[]) => [...new Set(texts)]
  return { why: unique(words.map(({ why }) => why)).join(' and '), fix: unique(words.map(({ fix }) => fix)).join(', and ') }
}

/** What to do about all of them, as a sentence; none where nothing can be done. */
export function adviseAll(models: readonly Unpriced[], code: (name: string) => string): string {
  const fixes = new Set(models.flatMap((one) => wordsOf(one).map(({ fix }) => fix)))
  const price = [...fixes].some((fix) => fix !== RECORD)
  if (!fixes.has(RECORD)) return `Add prices to a file and name it in ${code('pricing-path')}`
  const record = `ecord what calls with sound, images or tools of the provider cost, as ${code('cost_usd')}`
  return price ? `Add prices to a file and name it in ${code('pricing-path')}, and r${record}` : `R${record}`
}

/** The most frequent first; newer versions may know more. */
function wordsOf({ reasons = {} }: Unpriced): Words[] {
  const known = Object.entries(WORDS).map(([reason, words]) => ({ calls: reasons[reason as Reason] ?? 0, words }))
  const given = known.filter(({ calls }) => calls > 0).toSorted((a, b) => b.calls - a.calls)
  return given.length === 0 ? [UNKNOWN] : given.map(({ words }) => words)
}
