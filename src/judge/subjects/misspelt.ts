import type { TargetedRule } from '../../policy/rule.ts'
import { nearestAmong } from '../../text/nearest.ts'
import { isGlob } from '../../text/wildcard.ts'

type Find = (written: string) => string | null

/** Finds a used name that a pattern may have meant: much like it, and without a rule of its own. */
export function findMisspelt(rules: readonly Pick<TargetedRule, 'pattern'>[], used: readonly string[]): Find {
  // Most policies have no such pattern: nothing is gathered before the first.
  let byDigits: ReadonlyMap<string, Find> | null = null
  return (pattern) => {
    // Of three letters one that differs makes another name.
    if (isGlob(pattern) || pattern.length < 4) return null
    byDigits ??= gather(rules, used)
    return byDigits.get(digits(pattern))?.(pattern) ?? null
  }
}

/** The names without a rule, by their digits. */
function gather(rules: readonly Pick<TargetedRule, 'pattern'>[], used: readonly string[]): Map<string, Find> {
  const ruled = new Set(rules.map(({ pattern }) => pattern))
  const groups = new Map<string, string[]>()
  for (const name of used) {
    if (ruled.has(name)) continue
    const key = digits(name)
    const alike = groups.get(key)
    if (alike === undefined) groups.set(key, [name])
    else alike.push(name)
  }
  return new Map([...groups].map(([key, names]) => [key, nearestAmong(names)]))
}

/** Names of models differ in their version alone: another number is another model, no slip of the pen. */
function digits(name: string): string {
  return name.replace(/\D/g, '')
}
