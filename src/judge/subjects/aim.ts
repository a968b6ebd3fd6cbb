import type { TargetedRule } from '../../policy/rule.ts'
import { type Matcher, specificity, toMatcher } from '../../text/wildcard.ts'

/** A rule, and what it decides about. */
export interface Target<R> {
  readonly rule: R
  /** In the order they were given. */
  readonly names: readonly string[]
  /** Its pattern matches names, but for each of them another rule of the group is more specific. */
  readonly overridden: boolean
}

interface Candidate {
  readonly order: number
  readonly rank: number
  readonly matches: Matcher
}

/**
 * Which names each rule decides about: within a group that is the most specific pattern that sets the key, the later one among equals.
 * One look-up and at most one try of each glob per name and key, because names and rules may both be thousands.
 */
export function aim<R extends TargetedRule>(rules: readonly R[], names: readonly string[]): Target<R>[] {
  const decided = rules.map((): string[] => [])
  const overridden = rules.map(() => false)
  for (const { exact, globs } of contests(rules)) {
    for (const name of names) {
      const orders = exact.get(name)
      const winner = orders?.at(-1) ?? globs.find((glob) => glob.matches(name))?.order
      if (winner !== undefined) decided[winner]?.push(name)
      for (const order of orders ?? []) overridden[order] = true
    }
    for (const { order, matches } of globs) overridden[order] = decided[order]?.length === 0 && names.some(matches)
  }
  return rules.map((rule, order) => {
    const own = decided[order] ?? []
    return { rule, names: own, overridden: own.length === 0 && overridden[order] === true }
  })
}

/** Rules of one group that set the same key: only one of them decides about a name. */
interface Contest {
  /** Places of the rules about one name, in their order: each is more specific than any glob. */
  readonly exact: Map<string, number[]>
  /** The first one that matches decides. */
  readonly globs: Candidate[]
}

function contests(rules: readonly TargetedRule[]): Contest[] {
  const all = new Map<string, Contest>()
  for (const [order, { group, key, pattern }] of rules.entries()) {
    const place = JSON.stringify([group, key])
    const contest = all.get(place) ?? { exact: new Map<string, number[]>(), globs: [] }
    all.set(place, contest)
    const rank = specificity(pattern)
    if (Number.isFinite(rank)) contest.globs.push({ order, rank, matches: toMatcher(pattern) })
    else {
      const orders = contest.exact.get(pattern)
      if (orders === undefined) contest.exact.set(pattern, [order])
      else orders.push(order)
    }
  }
  for (const { globs } of all.values()) globs.sort((a, b) => b.rank - a.rank || b.order - a.order)
  return [...all.values()]
}
