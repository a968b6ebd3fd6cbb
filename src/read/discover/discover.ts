import type { Source } from '../../generated/types.ts'
import type { Found } from '../find.ts'
import { findCandidates } from './candidates.ts'
import { type Recognised, recognise } from './recognise.ts'
import { trackedIn } from './tracked.ts'

/** Where files that nobody named are looked for. */
export interface Discovery {
  /** Folder of the working directory that places start from; empty: itself. */
  readonly folder: string
  /** Globs. */
  readonly places: readonly string[]
}

/** What was found where tools usually write. */
export interface Discovered {
  readonly files: readonly { readonly found: Found; readonly is: Recognised }[]
  /** Files of other tools that git tracks unchanged: they were there before the run, as examples of a test are. */
  readonly leftOut: readonly { readonly found: Found; readonly tool: Source['format'] }[]
}

/**
 * Files of other tools in their usual places.
 * @param known paths that were named, which are read anyway.
 */
export function discover(cwd: string, { folder, places }: Discovery, known: ReadonlySet<string>): Discovered {
  const isUnchanged = trackedIn(cwd)
  const files: { found: Found; is: Recognised }[] = []
  const leftOut: { found: Found; tool: Source['format'] }[] = []
  for (const found of findCandidates(cwd, folder, places)) {
    if (known.has(found.path)) continue
    const is = recognise(found)
    if (is === null) continue
    if (!isUnchanged(found.path, found.size)) files.push({ found, is })
    else if ('tool' in is) leftOut.push({ found, tool: is.tool })
  }
  return { files, leftOut }
}
