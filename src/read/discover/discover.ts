import type { Source } from '../../generated/types.ts'
import type { Found } from '../find.ts'
import { findCandidates } from './candidates.ts'
import { type Recognised, recognise } from './recognise.ts'

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
export async function discover(cwd: string, { folder, places }: Discovery, known: ReadonlySet<string>): Promise<Discovered> {
  const recognised = findCandidates(cwd, folder, places).flatMap((found) => {
    const is = known.has(found.path) ? null : recognise(found)
    return is === null ? [] : [{ found, is }]
  })
  if (recognised.length === 0) return { files: [], leftOut: [] }
  // Hashing takes longer to load than most runs of the gate take to look for files.
  const { trackedIn } = await import('./tracked.ts')
  const isUnchanged = trackedIn(cwd)
  const files: { found: Found; is: Recognised }[] = []
  const leftOut: { found: Found; tool: Source['format'] }[] = []
  for (const { found, is } of recognised) {
    if (!isUnchanged(found.path, found.size)) files.push({ found, is })
    else if ('tool' in is) leftOut.push({ found, tool: is.tool })
  }
  return { files, leftOut }
}
