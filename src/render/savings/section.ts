import type { SpentBy } from '../../generated/types.ts'
import type { TextColumn } from '../../words/columns.ts'
import type { Voice } from '../../words/escape.ts'

/** One way to save, as words and cells that are escaped for where they go. */
export interface Section {
  /** `Other models: at most $0.31`. */
  readonly title: string
  /** What must be true; null where there is nothing to save. */
  readonly assumption: string | null
  readonly columns: readonly TextColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Further lines below the table. */
  readonly notes: readonly string[]
}

export const RIGHT = { right: true }
export const STEP = { title: 'Step' }
export const CALLS = { title: 'Calls', ...RIGHT }
export const COST = { title: 'Cost', ...RIGHT }
export const AT_MOST = { title: 'Saves at most', ...RIGHT }

/** A section without anything to save. */
export function nothing(title: string): Section {
  return { title, assumption: null, columns: [], rows: [], notes: [] }
}

/** The step, or the agent where the step is not known. */
export function writeStep({ step, agent }: Pick<SpentBy, 'step' | 'agent'>, voice: Voice): string {
  if (step !== null) return voice.name(step)
  return agent === null ? '(no step)' : `${voice.name(agent)} (agent)`
}
