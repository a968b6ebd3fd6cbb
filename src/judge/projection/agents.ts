import type { SideStats } from '../../compare/side.ts'
import type { AgentRuns } from '../../policy/policy.ts'
import { specificity, toMatcher } from '../../text/wildcard.ts'

/** An agent with a volume, on both sides; null: it is not there. */
interface Shared {
  readonly name: string
  readonly runs: AgentRuns
  readonly before: SideStats | null
  readonly after: SideStats | null
}

/** Which agents the volumes are about. */
export interface SharedVolumes {
  readonly shared: readonly Shared[]
  /** Agents of head without a volume. */
  readonly without: string[]
  /** Names and globs that no agent of head has. */
  readonly unmatched: string[]
}

/** Of several volumes that match an agent the most specific one is its own, the later one among equals. */
export function shareVolumes(
  volumes: readonly AgentRuns[],
  before: ReadonlyMap<string, SideStats>,
  after: ReadonlyMap<string, SideStats>,
): SharedVolumes {
  const ranked = volumes
    .map((runs, order) => ({ runs, order, rank: specificity(runs.pattern), matches: toMatcher(runs.pattern) }))
    // Names without wildcards are infinitely specific, and infinity less infinity is no number: that is decided by the order, too.
    .sort((one, other) => other.rank - one.rank || other.order - one.order)
  const names = [...new Set([...after.keys(), ...before.keys()])].sort()
  const found = names.map((name) => ({ name, volume: ranked.find(({ matches }) => matches(name))?.runs ?? null }))
  const shared = found.flatMap(({ name, volume: runs }): Shared[] => {
    return runs === null ? [] : [{ name, runs, before: before.get(name) ?? null, after: after.get(name) ?? null }]
  })
  return {
    shared,
    without: found.filter(({ name, volume }) => volume === null && after.has(name)).map(({ name }) => name),
    unmatched: volumes.map(({ pattern }) => pattern).filter((pattern) => ![...after.keys()].some(toMatcher(pattern))),
  }
}
