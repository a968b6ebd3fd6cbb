import { isLimit, type TargetedRule } from '../../policy/rule.ts'
import { isGlob } from '../../text/wildcard.ts'
import { listSome } from '../../words/format.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { aim } from './aim.ts'
import { findMisspelt } from './misspelt.ts'

/** How subjects are judged, where it is not the usual way. */
interface Manner<S> {
  /** What is said of no such subject: `was used` where left out. */
  readonly absent?: string
  /** Makes one of those that a name of the policy means, where their amounts add up; where left out each is judged by itself. */
  readonly add?: (subjects: readonly [S, ...S[]]) => S
  /** Whether there is anything to judge. */
  readonly isThere?: (subject: S) => boolean
}

/** What is judged at once. */
interface Unit<S> {
  readonly name: string
  readonly subject: S
  /** Names in the usage; null: the name itself. */
  readonly usedAs: readonly string[] | null
}

/**
 * Applies each rule to every subject that it decides about, each by itself: within a group that is the most specific pattern that sets
 * the key (the later one among equals); groups are independent of each other. A rule without any is an unmatched check, which says
 * that there is no such subject.
 */
export function judgeEach<R extends TargetedRule, S>(
  rules: readonly R[],
  subjectsOf: (kind: R['kind']) => Readonly<Record<string, S>>,
  judgeOne: (rule: R, name: string, subject: S) => Ruling,
  { absent = 'was used', add, isThere = () => true }: Manner<S> = {},
): Ruling[] {
  const kinds = [...new Set(rules.map((rule): R['kind'] => rule.kind))]
  return kinds.flatMap((kind) => {
    // Names are hostile: a Map has no prototype that `constructor` would reach.
    const byName = new Map(Object.entries<S>(subjectsOf(kind)))
    const about = rules.filter((rule) => rule.kind === kind)
    const there = [...byName].filter(([, subject]) => isThere(subject))
    const meantBy = findMisspelt(
      about,
      there.map(([name]) => name),
    )
    return aim(about, [...byName.keys()].sort()).flatMap(({ rule, names, overridden }): Ruling[] => {
      if (!isLimit(rule)) return []
      const units = unitsOf(rule.pattern, names, byName, add).filter(({ subject }) => isThere(subject))
      if (units.length > 0) {
        return units.map(({ name, subject, usedAs }) => {
          const ruling = judgeOne(rule, name, subject)
          return usedAs === null ? ruling : tellNames(ruling, usedAs)
        })
      }
      const reason = overridden ? `every ${kind} it matches has a more specific limit` : `no such ${kind} ${absent}`
      const near = overridden || names.length > 0 ? null : meantBy(rule.pattern)
      const facts = { ...cite(rule, rule.pattern), message: `${rule.pattern}: ${reason}${near === null ? '' : `, did you mean ${near}?`}` }
      // It is about the name: nothing was held against the limit.
      return [near === null ? leaveUnmatched(facts) : decide(true, 'notice', { ...facts, limit: null, unit: null })]
    })
  })
}

/** Each name by itself; those that one name of the policy means together, where they add up. */
function unitsOf<S>(pattern: string, names: readonly string[], byName: ReadonlyMap<string, S>, add: Manner<S>['add']): Unit<S>[] {
  const each = names.flatMap((name): Unit<S>[] => {
    const subject = byName.get(name)
    return subject === undefined ? [] : [{ name, subject, usedAs: null }]
  })
  const [first, ...others] = each
  if (add === undefined || first === undefined || isGlob(pattern)) return each
  if (others.length === 0 && first.name === pattern) return each
  const subject = others.length === 0 ? first.subject : add([first.subject, ...others.map((other) => other.subject)])
  return [{ name: pattern, subject, usedAs: each.map(({ name }) => name) }]
}

function tellNames(ruling: Ruling, usedAs: readonly string[]): Ruling {
  return { ...ruling, subject: { ...ruling.subject, used_as: [...usedAs] }, message: `${ruling.message} (used as ${listSome(usedAs)})` }
}
