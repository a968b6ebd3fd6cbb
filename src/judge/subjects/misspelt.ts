import { foldName } from '../../price/fold.ts'
import { nearestAmong } from '../../text/nearest.ts'
import { isGlob } from '../../text/wildcard.ts'
import { listNamed, type Naming } from './named.ts'

/** Comparisons of what is written with a used name: likeness is a guess, and thousands of names that match nothing take minutes. */
const MOST_COMPARED = 100_000

type Find = (written: string) => string | null

/** Finds a used name that a pattern may have meant: it differs by a date, a prefix or its case only, or is much like it; without a rule of its own. */
export function findMisspelt(rules: readonly Naming[], used: readonly string[]): Find {
  // Most policies have no such pattern: nothing is gathered before the first.
  let names: Gathered | null = null
  let compared = 0
  return (pattern) => {
    if (isGlob(pattern)) return null
    names ??= gather(rules, used)
    const same = names.byCore.get(coreOf(pattern))
    if (same !== undefined) return same
    // Of three letters one that differs makes another name.
    const alike = pattern.length < 4 ? undefined : names.byDigits.get(digits(pattern))
    if (alike === undefined || compared > MOST_COMPARED) return null
    compared += alike.count
    return alike.find(pattern)
  }
}

/** The names without a rule. */
interface Gathered {
  /** The first of those that differ by a date, a prefix or their case only. */
  readonly byCore: ReadonlyMap<string, string>
  readonly byDigits: ReadonlyMap<string, { readonly count: number; readonly find: Find }>
}

function gather(rules: readonly Naming[], used: readonly string[]): Gathered {
  const ruled = listNamed(rules, used)
  const byCore = new Map<string, string>()
  const groups = new Map<string, string[]>()
  for (const name of used) {
    if (ruled.has(name)) continue
    const core = coreOf(name)
    if (!byCore.has(core)) byCore.set(core, name)
    const key = digits(name)
    const alike = groups.get(key)
    if (alike === undefined) groups.set(key, [name])
    else alike.push(name)
  }
  return { byCore, byDigits: new Map([...groups].map(([key, names]) => [key, { count: names.length, find: nearestAmong(names) }])) }
}

/** A name without date, prefix and case. */
function coreOf(name: string): string {
  return foldName(name).model.replace(/^.*[/:](?=.)/s, '')
}

/** Names of models differ in their version alone: another number is another model, no slip of the pen. */
function digits(name: string): string {
  return name.replace(/\D/g, '')
}
