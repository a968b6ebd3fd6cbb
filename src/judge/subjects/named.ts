import type { TargetedRule } from '../../policy/rule.ts'
import { isGlob, toMatcher } from '../../text/wildcard.ts'
import { meansSpellings, Spellings, takeApart } from './spellings.ts'

/** A rule, as far as names go. */
export type Naming = Pick<TargetedRule, 'kind' | 'pattern' | 'exact'>

/** Of these used names those that some rule names, whichever rule decides: as it stands, or a model by another spelling. Globs name nobody. */
export function listNamed(rules: readonly Naming[], used: readonly string[]): Set<string> {
  const written = new Set(rules.map(({ pattern }) => pattern))
  const spellings = spellingsOf(rules)
  return new Set(used.filter((name) => written.has(name) || (spellings.size > 0 && spellings.find(takeApart(name)).length > 0)))
}

/** Of these rules those that match a used name, whichever decides about it. */
export function listMatching<R extends Naming>(rules: readonly R[], used: readonly string[]): Set<R> {
  const names = new Set(used)
  const spellings = spellingsOf(rules)
  const spelled = new Set(
    spellings.size === 0 ? [] : used.flatMap((name) => spellings.find(takeApart(name)).flatMap(({ orders }) => orders)),
  )
  return new Set(
    rules.filter(({ pattern }, order) => names.has(pattern) || spelled.has(order) || (isGlob(pattern) && used.some(toMatcher(pattern)))),
  )
}

function spellingsOf(rules: readonly Naming[]): Spellings {
  const spellings = new Spellings()
  for (const [order, rule] of rules.entries()) if (meansSpellings(rule)) spellings.add(rule.pattern, order)
  return spellings
}
