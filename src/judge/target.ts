import { nearestName } from '../nearest.ts'
import { matchesWildcard, specificity } from '../wildcard.ts'
import { isLimit, type TargetedRule } from './rule.ts'
import { cite, decide, leaveUnmatched, type Ruling } from './ruling.ts'

interface Target<R> {
  readonly rule: R
  readonly names: readonly string[]
  /** Its pattern matches names, but for each of them another rule of the group is more specific. */
  readonly overridden: boolean
}

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
    return aim(about, [...byName.keys()].sort()).flatMap(({ rule, names, overridden }): Ruling[] => {
      if (!isLimit(rule)) return []
      if (names.length > 0) {
        return names.flatMap((name) => {
          const subject = byName.get(name)
          return subject === undefined ? [] : [judgeOne(rule, name, subject)]
        })
      }
      const reason = overridden ? `every ${kind} it matches has a more specific limit` : `no such ${kind} ${absent}`
      const near = overridden ? null : findMisspelt(rule.pattern, about, [...byName.keys()])
      const facts = { ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}${near === null ? '' : `, did you mean ${near}?`}` }
      // It is about the name: nothing was held against the limit.
      return [near === null ? leaveUnmatched(facts) : decide(true, 'notice', { ...facts, limit: null, unit: null })]
    })
  })
}

/** A used name that the pattern may have meant: much like it, and without a rule of its own. */
function findMisspelt(pattern: string, rules: readonly TargetedRule[], used: readonly string[]): string | null {
  // Of three letters one that differs makes another name.
  if (/[*?]/.test(pattern) || pattern.length < 4) return null
  return nearestName(
    pattern,
    used.filter((name) => digits(name) === digits(pattern) && !rules.some((rule) => rule.pattern === name)),
  )
}

/** Names of models differ in their version alone: another number is another model, no slip of the pen. */
function digits(name: string): string {
  return name.replace(/\D/g, '')
}

function aim<R extends TargetedRule>(rules: readonly R[], names: readonly string[]): Target<R>[] {
  const candidates = rules.map((rule, order) => ({ rule, order, rank: specificity(rule.pattern), matches: toMatcher(rule.pattern) }))
  return candidates.map((own) => {
    const rivals = candidates.filter((other) => {
      const sameLimit = other.rule.group === own.rule.group && other.rule.key === own.rule.key
      return sameLimit && (other.rank > own.rank || (other.rank === own.rank && other.order > own.order))
    })
    const matching = names.filter(own.matches)
    const decided = matching.filter((name) => !rivals.some((rival) => rival.matches(name)))
    return { rule: own.rule, names: decided, overridden: matching.length > 0 && decided.length === 0 }
  })
}

function toMatcher(pattern: string): (name: string) => boolean {
  // Most rules name one subject, and there can be many names: a comparison is far cheaper than a pattern.
  return /[*?]/.test(pattern) ? (name) => matchesWildcard(pattern, name) : (name) => name === pattern
}
