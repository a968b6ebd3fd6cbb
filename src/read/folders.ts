import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { InputError } from '../errors.ts'

/** A workspace has no more; a tree made to keep the gate busy has. */
const MOST_ENTRIES = 200_000

/** Whether a path stands in a folder, or is it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way.startsWith(`..${sep}`) || way === '..' || isAbsolute(way))
}

/** What a walk leaves out, and what several walks of one tree share. */
export interface Tour {
  /** Names that wildcards do not stand for. */
  readonly passedOver: ReadonlySet<string>
  /** Whether links are followed; those that are not are as if they were not there. */
  readonly followsLinks: boolean
  /** Whether a folder that may not be looked into is as if it were empty: else it is an InputError. */
  readonly passesClosed: boolean
  readonly listed: Map<string, Dirent[]>
  readonly seen: { entries: number }
}

/** A tour that leaves nothing out. */
export function everywhere(): Tour {
  return { passedOver: new Set(), followsLinks: true, passesClosed: false, listed: new Map(), seen: { entries: 0 } }
}

/** A folder, as the pattern comes to it and as it is without links. */
export interface Place {
  readonly path: string
  readonly real: string
}

/** Where a folder really is; null where there is none. */
export function resolveFolder(path: string, { passesClosed }: Tour): string | null {
  try {
    const real = realpathSync(path)
    return statSync(real).isDirectory() ? real : null
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || passesClosed) return null
    throw new InputError(`${path}: cannot be looked into (${code})`)
  }
}

/** Entries of a folder by name; `pattern` is what looks at it. @throws InputError where a tour sees too many, or a folder that it may not look into. */
export function listFolder({ path, real }: Place, { listed, seen, followsLinks, passesClosed }: Tour, pattern: string): Dirent[] {
  const known = listed.get(real)
  if (known) return known
  const entries = readEntries(path, passesClosed).filter((entry) => followsLinks || !entry.isSymbolicLink())
  listed.set(real, entries)
  seen.entries += entries.length
  if (seen.entries > MOST_ENTRIES)
    throw new InputError(`usage-path ${pattern} looks at more than ${MOST_ENTRIES} files. Name a narrower pattern`)
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readEntries(folder: string, passesClosed: boolean): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR' || passesClosed) return []
    throw new InputError(`${folder}: cannot be listed (${code})`)
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error
}
