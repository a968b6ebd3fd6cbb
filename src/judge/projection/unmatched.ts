import type { Comparison, Projection } from '../../generated/types.ts'
import type { Volume } from '../../policy/policy.ts'
import { nearestName } from '../../text/nearest.ts'
import { toMatcher } from '../../text/wildcard.ts'
import { count } from '../../words/format.ts'
import { decide, leaveUnmatched, type Ruling } from '../ruling.ts'

/** Volumes of agents that head does not have: they are in no projection. A warning where the baseline has such an agent, because then the sum fell for that alone. */
export function judgeVolumes(
  volume: Volume | null,
  projection: Pick<Projection, 'unmatched' | 'without_volume'> | null,
  comparison: Pick<Comparison, 'agents'> | null,
): Ruling[] {
  if (volume === null || projection === null) return []
  const unmatched = new Set(projection.unmatched)
  // Those of head match none of these.
  const compared = (comparison?.agents ?? []).map(({ name }) => name)
  return volume.agents
    .filter(({ pattern }) => unmatched.has(pattern))
    .map(({ pattern, runs, per, policy }) => {
      const wasUsed = compared.some(toMatcher(pattern))
      const near = nearestName(pattern, projection.without_volume)
      const hint = near === null ? '' : `, did you mean ${near}?`
      const message = `${pattern}: no such agent was used${wasUsed ? ', as it was in the baseline' : ''}, so its ${count(runs, 'run')} a ${per} are in no projection${hint}`
      const facts = { rule: 'volume', subject: { kind: 'agent', name: pattern }, message, policy } as const
      return wasUsed ? decide(true, 'warning', facts) : leaveUnmatched(facts)
    })
}
