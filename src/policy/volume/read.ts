import { shown } from '../../errors.ts'
import type { AgentVolume, PolicyFile } from '../../generated/types.ts'
import { type Keys, type Locate, refuse } from '../line.ts'
import type { Runs, Volume } from '../policy.ts'

/** Reads `volume`; null where a file has none. Throws an InputError for a number of runs that is given twice, or not at all. */
export function readVolume(volume: PolicyFile['volume'], locate: Locate): Volume | null {
  if (volume === undefined) return null
  const { agents = {} } = volume
  return {
    all: readRuns(volume, ['volume'], locate),
    agents: Object.entries(agents).map(([pattern, runs]) => {
      const keys = ['volume', 'agents', pattern]
      // The schema asks for one of the two.
      return { pattern, policy: locate(keys), ...(readRuns(runs, keys, locate) ?? refuse(locate(keys), `${shown(pattern)} has no runs`)) }
    }),
  }
}

function readRuns({ runs_per_day: day, runs_per_month: month }: AgentVolume, keys: Keys, locate: Locate): Runs | null {
  if (day !== undefined && month !== undefined) {
    refuse(locate([...keys, 'runs_per_month']), `${keys.join('.')} has both runs_per_day and runs_per_month: say one of them`)
  }
  if (day !== undefined) return { runs: day, per: 'day' }
  return month === undefined ? null : { runs: month, per: 'month' }
}
