import type { Mutant } from './faults/mutants.ts'
import { ofEvent } from './journal.ts'
import { findStale, isKnown, type Known } from './known.ts'
import type { Entry } from './plan.ts'

export interface Result {
  /** Mutants that were tried. */
  readonly tried: readonly Mutant[]
  readonly killed: readonly Mutant[]
  /** They never end: found as well. */
  readonly hung: readonly Mutant[]
  /** Tests ran them and did not see it. */
  readonly survived: readonly Mutant[]
  /** No test ran them. */
  readonly unreached: readonly Mutant[]
  /** Survivors that change nothing (`known.json`). */
  readonly known: readonly Mutant[]
  readonly stale: readonly Known[]
  /** Tests that fail without a mutant: nothing can be said. */
  readonly broken: readonly string[]
  /** Tests that fail when they run twice in a row: they kill nothing. */
  readonly unrepeatable: readonly string[]
  /** What was found of what could be found. */
  readonly percent: number
}

export function judge(all: readonly Mutant[], tried: readonly Mutant[], entries: readonly Entry[], known: readonly Known[]): Result {
  const ids = (event: 'killed' | 'hung') => new Set(ofEvent(entries, event).map(({ mutant }) => mutant))
  const [killedIds, hungIds] = [ids('killed'), ids('hung')]
  const found = new Set([...killedIds, ...hungIds])
  const reached = new Set([...ofEvent(entries, 'reached'), ...ofEvent(entries, 'loaded')].flatMap(({ mutants }) => mutants))
  const left = tried.filter(({ id }) => !found.has(id))
  const open = left.filter((mutant) => !isKnown(mutant, known))
  const findable = tried.length - (left.length - open.length)
  return {
    tried,
    killed: tried.filter(({ id }) => killedIds.has(id)),
    hung: tried.filter(({ id }) => hungIds.has(id)),
    survived: open.filter(({ id }) => reached.has(id)),
    unreached: open.filter(({ id }) => !reached.has(id)),
    known: left.filter((mutant) => isKnown(mutant, known)),
    stale: findStale(known, all, found),
    broken: namesOf(entries, 'broken'),
    unrepeatable: namesOf(entries, 'unrepeatable'),
    percent: findable === 0 ? 100 : ((findable - open.length) / findable) * 100,
  }
}

function namesOf(entries: readonly Entry[], event: 'broken' | 'unrepeatable'): string[] {
  return [...new Set(ofEvent(entries, event).map(({ test }) => test))]
}
