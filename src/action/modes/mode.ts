import { OWN_EVENTS } from '../../baseline/records/own.ts'
import type { Environment, Occasion } from '../../github/facts/event.ts'
import type { Settings } from '../../settings.ts'

/** What a step does. */
export type Mode = Exclude<Settings['mode'], 'auto'>

/** What a step does on its event, where nobody says: the default branch records, another workflow's run is commented, all else is gated. */
export function decideMode(mode: Settings['mode'], { event, defaultBranch }: Occasion, { GITHUB_REF: ref }: Environment): Mode {
  if (mode !== 'auto') return mode
  if (event === 'workflow_run') return 'comment'
  // Schedules run on the default branch alone.
  if (event === 'schedule') return 'record'
  return OWN_EVENTS.includes(event) && defaultBranch !== null && ref === `refs/heads/${defaultBranch}` ? 'record' : 'gate'
}
