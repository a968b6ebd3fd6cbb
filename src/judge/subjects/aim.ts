import type { TargetedRule } from '../../policy/rule.ts'
import { type Matcher, specificity, toMatcher } from '../../text/wildcard.ts'
import { meansSpellings, Spellings, UsedNames } from './spellings.ts'

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
 * Which names each rule decides about: within a group that is the most specific pattern that sets the key, the later one among equals. The name
 * as it is written is more specific than another spelling of it or a snapshot, and those are more than any glob. One look-up and at most two tries of each glob per name and key, because names and rules may both be thousands.
 */
export function aim<R extends TargetedRule>(rules: readonly R[], names: readonly string[]): Target<R>[] {
  const targets = rules.map((rule): { rule: R; names: string[] } => ({ rule, names: [] }))
  const matching = new Set<number>()
  const all = contests(rules)
  const used = rules.some(meansSpellings) ? new UsedNames(names) : null
  for (const { exact, spellings, globs } of all) {
    const spelled = used === null ? null : spellings.findAll(used)
    for (const [index, name] of names.entries()) {
      const orders = exact.get(name)
      const winner = orders?.at(-1) ?? spelled?.get(index)?.[0]?.latest ?? globs.find((glob) => glob.matches(name))?.order
      if (winner !== undefined) targets[winner]?.names.push(name)
      for (const order of orders ?? []) matching.add(order)
    }
    for (const { orders } of new Set([...(spelled?.values() ?? [])].flat())) for (const order of orders) matching.add(order)
    for (const { order, matches } of globs) if (names.some(matches)) matching.add(order)
  }
  return targets.map((target, order) => ({ ...target, overridden: target.names.length === 0 && matching.has(order) }))
}

/** Rules of one group that set the same key: only one of them decides about a name. */
interface Contest {
  /** Places of the rules about one name, in their order: each is more specific than any glob. */
  readonly exact: Map<string, number[]>
  /** Of them, those about models that mean every spelling. */
  readonly spellings: Spellings
  /** The first one that matches decides. */
  readonly globs: Candidate[]
}

function contests(rules: readonly TargetedRule[]): Contest[] {
  const all = new Map<string, Contest>()
  for (const [order, rule] of rules.entries()) {
    const { group, key, pattern } = rule
    const place = JSON.stringify([group, key])
    const contest = all.get(place) ?? { exact: new Map<string, number[]>(), spellings: new Spellings(), globs: [] }
    all.set(place, contest)
    const rank = specificity(pattern)
    if (Number.isFinite(rank)) contest.globs.push({ order, rank, matches: toMatcher(pattern) })
    else {
      const orders = contest.exact.get(pattern)
      if (orders === undefined) contest.exact.set(pattern, [order])
      else orders.push(order)
      if (meansSpellings(rule)) contest.spellings.add(pattern, order)
    }
  }
  for (const { globs } of all.values()) globs.sort((a, b) => b.rank - a.rank || b.order - a.order)
  return [...all.values()]
}
