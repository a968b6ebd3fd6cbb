import type { Level, Noise, OnInconclusive } from '../../generated/types.ts'
import { count, usd, wholePercent } from '../../words/format.ts'

/** What chance makes of the growth of the total, to be said after it: `; chance alone reaches +31 %`. */
export function sayChance({ state, reason, reach_percent: reach, proven_percent: proven, odd_runs: [odd] }: Noise): string {
  if (reason === 'one_run' && odd !== undefined)
    return `; one run makes it: it cost ${usd(odd.usd)}, and the dearest usually costs ${usd(odd.usual_usd)}`
  if (reason === 'within_noise' && reach !== null) return `; chance alone reaches ${wholePercent(reach)}`
  if (state === 'hidden' && proven !== null) return `; an increase of ${wholePercent(proven)} that luck hides is proven`
  return ''
}

/** A growth of one model or agent that chance may have made. */
export function sayUnsure(reachPercent: number, records: number): string {
  return `; chance alone reaches ${wholePercent(reachPercent)} (${count(records, 'record')})`
}

const LEVELS: Readonly<Record<OnInconclusive, Level>> = { pass: 'notice', warn: 'warning', fail: 'error' }

/** What may be chance is never worse than what is not. */
export function easeLevel(level: Level, onInconclusive: OnInconclusive): Level {
  const eased = LEVELS[onInconclusive]
  return level === 'notice' || eased === 'error' ? level : eased
}
