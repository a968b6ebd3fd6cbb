import type { AgentVolume, PolicyFile } from '../../generated/types.ts'
import { type Keys, type Locate, refuse } from '../line.ts'
import type { Runs, Volume } from '../policy.ts'

/** Reads `volume`; null where a file has none. Throws an InputError for a number of runs that is given twice; that agents have one, the schema says. */
export function readVolume(volume: PolicyFile['volume'], locate: Locate): Volume | null {
  if (volume === undefined) return null
  const { agents = {} } = volume
  return {
    all: readRuns(volume, ['volume'], locate)[0] ?? null,
    agents: Object.entries(agents).flatMap(([pattern, volume]) => {
      const keys = ['volume', 'agents', pattern]
      return readRuns(volume, keys, locate).map((runs) => ({ pattern, policy: locate(keys), ...runs }))
    }),
  }
}

/** One number of runs at the most. */
function readRuns({ runs_per_day: day, runs_per_month: month }: AgentVolume, keys: Keys, locate: Locate): Runs[] {
  if (day !== undefined && month !== undefined) {
    refuse(locate([...keys, 'runs_per_month']), `${keys.join('.')} has both runs_per_day and runs_per_month: say one of them`)
  }
  if (day !== undefined) return [{ runs: day, per: 'day' }]
  return month === undefined ? [] : [{ runs: month, per: 'month' }]
}
