import type { RunCosts, UseStats } from '../../generated/types.ts'
import { readRunSet, writeRunSet } from './run-set.ts'

/** Runs that made calls of one name. */
interface Use {
  /** By name, so that a run which is split over summaries is one. */
  readonly runIds: Set<string>
  /** Further runs, whose names are not kept. */
  nameless: number
  /** Whether a merged summary of an earlier version does not say. */
  isUnknown: boolean
}

/** Which runs made calls of each model, or of each step. */
export class RunUse {
  private readonly uses = new Map<string, Use>()

  /** Notes a run once. @param isListed whether there are so few runs that the summary names them. */
  add(name: string, runId: string, isListed: boolean): void {
    const use = this.use(name)
    if (isListed) use.runIds.add(runId)
    else if (!use.runIds.has(runId)) use.nameless += 1
  }

  /** Takes in the figures of another summary, whose runs these are. */
  absorb(stats: Readonly<Record<string, UseStats>>, { costs_usd: costs }: RunCosts): void {
    for (const [name, { runs, run_set: digits }] of Object.entries(stats)) {
      const use = this.use(name)
      const runIds = digits === undefined || costs === undefined ? null : readRunSet(digits, Object.keys(costs))
      for (const runId of runIds ?? []) use.runIds.add(runId)
      if (runIds === null) use.nameless += runs ?? 0
      if (runs === undefined) use.isUnknown = true
    }
  }

  /** As it stands in a cost summary. @param listed the runs that the summary names; null where they are too many. */
  toJson(name: string, listed: readonly string[] | null): UseStats {
    const { runIds, nameless, isUnknown } = this.use(name)
    if (isUnknown) return {}
    return { runs: runIds.size + nameless, ...(listed !== null && { run_set: writeRunSet(runIds, listed) }) }
  }

  private use(name: string): Use {
    const use = this.uses.get(name) ?? { runIds: new Set(), nameless: 0, isUnknown: false }
    this.uses.set(name, use)
    return use
  }
}
