import { isLimit, type TargetedRule } from '../../policy/rule.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { aim } from './aim.ts'
import { findMisspelt } from './misspelt.ts'

/**
 * Applies each rule to every subject that it decides about, each by itself: within a group that is the most specific pattern that sets
 * the key (the later one among equals); groups are independent of each other. A rule without any is an unmatched check, which says
 * that no such subject `absent`.
 */
export function judgeEach<R extends TargetedRule, S>(
  rules: readonly R[],
  subjectsOf: (kind: R['kind']) => Readonly<Record<string, S>>,
  judgeOne: (rule: R, name: string, subject: S) => Ruling,
  absent = 'was used',
): Ruling[] {
  const kinds = [...new Set(rules.map((rule): R['kind'] => rule.kind))]
  return kinds.flatMap((kind) => {
    // Names are hostile: a Map has no prototype that `constructor` would reach.
    const byName = new Map(Object.entries<S>(subjectsOf(kind)))
    const about = rules.filter((rule) => rule.kind === kind)
    const meantBy = findMisspelt(about, [...byName.keys()])
    return aim(about, [...byName.keys()].sort()).flatMap(({ rule, names, overridden }): Ruling[] => {
      if (!isLimit(rule)) return []
      if (names.length > 0) {
        return names.flatMap((name) => {
          const subject = byName.get(name)
          return subject === undefined ? [] : [judgeOne(rule, name, subject)]
        })
      }
      const reason = overridden ? `every ${kind} it matches has a more specific limit` : `no such ${kind} ${absent}`
      const near = overridden ? null : meantBy(rule.pattern)
      const facts = { ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}${near === null ? '' : `, did you mean ${near}?`}` }
      // It is about the name: nothing was held against the limit.
      return [near === null ? leaveUnmatched(facts) : decide(true, 'notice', { ...facts, limit: null, unit: null })]
    })
  })
}
