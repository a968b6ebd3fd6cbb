import { FaultyFile } from '../../errors.ts'
import type { Policy, Volume } from '../policy.ts'
import { isProjection, type Rule } from '../rule.ts'

/** The volumes of several files as one, which say the same where two of them name the same. */
export function combineVolumes(policies: readonly Pick<Policy, 'volume'>[]): Volume | null {
  const volumes = policies.flatMap(({ volume }) => volume ?? [])
  if (volumes.length === 0) return null
  const agents = new Map(volumes.flatMap((volume) => volume.agents).map((agent) => [agent.pattern, agent]))
  return { all: volumes.find(({ all }) => all !== null)?.all ?? null, agents: [...agents.values()] }
}

/** Throws a FaultyFile for a limit on a projected month where nobody says how many runs it has. */
export function expectVolume(rules: readonly Rule[], volume: Volume | null): void {
  const limit = rules.find(isProjection)
  if (limit === undefined || volume !== null) return
  const { path, line } = limit.policy
  throw new FaultyFile(
    `${path}:${line}: ${limit.key} needs the number of runs, which no policy says. Example: volume: { runs_per_day: 4000 }`,
    [path],
  )
}
