import type { OnInconclusive, Projection } from '../../generated/types.ts'
import type { ProjectionRule } from '../../policy/whole-rule.ts'
import { count, integer, usd } from '../../words/format.ts'
import { roundingOf, toInteger } from '../exact.ts'
import { easeLevel } from '../noise/words.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'

const DECIMALS = 12

/**
 * Judges a projected month, and its growth over that of the baseline. The month is money to be spent, which chance excuses nothing of; growth that chance
 * alone may have made is what `onInconclusive` says.
 * @param unpricedCalls of head: a limit can be broken without what they cost, but not kept.
 */
export function judgeProjections(
  rules: readonly ProjectionRule[],
  projection: Projection | null,
  unpricedCalls: number,
  onInconclusive: OnInconclusive,
): Ruling[] {
  return rules.map((rule) => {
    const facts = cite(rule, null)
    if (projection === null) return leaveUnmatched({ ...facts, message: 'there is no projection: no policy says how many runs there are' })
    const { actual, words } = MEASURES[rule.key](projection)
    if (actual === null) return leaveUnmatched({ ...facts, message: `there is no projection: ${words}` })
    const { limit } = rule
    const isBroken = exceeds(actual, limit)
    const isChance = isBroken && rule.key === 'max_projected_increase_per_month_usd' && isWithinNoise(projection)
    const message = `${writeVolume(projection)}: ${words} ${usd(actual, limit)}, limit ${usd(limit, actual)}${isChance ? '; chance alone may do that' : ''}`
    if (!isBroken && unpricedCalls > 0)
      return leaveUnmatched({
        ...facts,
        actual,
        message: `${message}; but ${count(unpricedCalls, 'call')} ${unpricedCalls === 1 ? 'has' : 'have'} no known price`,
      })
    return decide(isBroken, isChance ? easeLevel(rule.level, onInconclusive) : rule.level, { ...facts, message, actual })
  })
}

const MEASURES: Record<ProjectionRule['key'], (projection: Projection) => { readonly actual: number | null; readonly words: string }> = {
  max_projected_cost_per_month_usd: ({ head_usd: actual, reason }) => ({ actual, words: reason ?? 'a month is projected to cost' }),
  max_projected_increase_per_month_usd: ({ increase_usd: actual, reason }) => ({
    actual,
    words: reason ?? (actual === null ? 'nobody knows what a run of the baseline cost' : 'a month is projected to cost more by'),
  }),
}

/** Decided in whole picodollars: a projection that is its limit on paper is not above it. */
function exceeds(actual: number, limit: number): boolean {
  return toInteger(actual, DECIMALS) - toInteger(limit, DECIMALS) > roundingOf(Math.abs(actual)) + roundingOf(limit)
}

function isWithinNoise({ low_usd: low, baseline_usd: before }: Projection): boolean {
  return low !== null && before !== null && low <= before
}

/** `at 4,000 runs a day`, or `at the runs of 2 agents`. */
function writeVolume({ volume, agents }: Projection): string {
  return volume === null
    ? `at the runs of ${count(agents.length, 'agent')}`
    : `at ${integer(volume.runs)} ${volume.runs === 1 ? 'run' : 'runs'} a ${volume.per}`
}
