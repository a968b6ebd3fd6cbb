import type { TargetedRule } from '../../policy/rule.ts'
import { isGlob, toMatcher } from '../../text/wildcard.ts'
import { meansSpellings, type Spelling, Spellings, UsedNames } from './spellings.ts'

/** A rule, as far as names go. */
export type Naming = Pick<TargetedRule, 'kind' | 'pattern' | 'exact'>

/** Of these used names those that some rule names, whichever rule decides: as it stands, or a model by another spelling. Globs name nobody. */
export function listNamed(rules: readonly Naming[], used: readonly string[]): Set<string> {
  const written = new Set(rules.map(({ pattern }) => pattern))
  const spelled = listSpelled(rules, used)
  return new Set(used.filter((name, place) => written.has(name) || spelled.has(place)))
}

/** Of these rules those that match a used name, whichever decides about it. */
export function listMatching<R extends Naming>(rules: readonly R[], used: readonly string[]): Set<R> {
  const names = new Set(used)
  const spelled = new Set([...listSpelled(rules, used).values()].flat().flatMap(({ orders }) => orders))
  return new Set(
    rules.filter(({ pattern }, order) => names.has(pattern) || spelled.has(order) || (isGlob(pattern) && used.some(toMatcher(pattern)))),
  )
}

/** Which rules mean a used name by its spelling, by the place of the name. */
function listSpelled(rules: readonly Naming[], used: readonly string[]): ReadonlyMap<number, readonly Spelling[]> {
  if (!rules.some(meansSpellings)) return new Map()
  const spellings = new Spellings()
  for (const [order, rule] of rules.entries()) if (meansSpellings(rule)) spellings.add(rule.pattern, order)
  return spellings.findAll(new UsedNames(used))
}
