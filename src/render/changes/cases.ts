import type { Change, Report } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { count, integer, signedPercent, signedUsd } from '../../words/format.ts'
import { limit } from '../../words/markdown.ts'

const MOST = 5

/** Which cases rose most, of those that both sides measured; null where the total did not rise, or no case did. */
export function writeCases({ comparison, noise }: Report, voice: Voice): string | null {
  if (comparison === null || (comparison.total.delta_usd <= 0 && noise?.state !== 'hidden')) return null
  const paired = (comparison.cases ?? []).filter(({ status }) => status === 'changed' || status === 'unchanged')
  const rose = paired.filter(({ delta_usd: delta }) => delta > 0).toSorted((one, other) => other.delta_usd - one.delta_usd)
  if (rose.length === 0) return null
  const { shown, hidden } = limit(rose, MOST)
  return `${integer(rose.length)} of ${count(paired.length, 'case')} cost more${hidden.length === 0 ? '' : ', most'}: ${shown.map((one) => writeCase(one, voice)).join(', ')}`
}

function writeCase({ name, delta_usd: delta, percent }: Change, voice: Voice): string {
  return `${voice.name(name)} ${signedUsd(delta)}${percent === null ? '' : ` (${signedPercent(percent)})`}`
}
