import { type Dirent, readdirSync } from 'node:fs'
import { isAbsolute, join, parse, sep } from 'node:path'
import { InputError } from '../errors.ts'
import { matchesWildcard } from '../wildcard.ts'

/** A workspace has no more; a tree made to keep the gate busy has. */
const MOST_ENTRIES = 200_000
const DEEPEST = 32

/** Whether a path holds `*`, `**` or `?`; nothing else has a meaning. */
export function isPattern(path: string): boolean {
  return /[*?]/.test(path)
}

/**
 * Paths that match a pattern: `*` and `?` stand for characters of one name, `**` for any folders, hidden ones included.
 * Links to folders are not followed: they could lead in circles, or out of the workspace.
 * A walker of our own, because the tree is written by the code being judged: it has bounds, and no pattern makes it slow.
 */
export function walk(cwd: string, pattern: string): string[] {
  const root = isAbsolute(pattern) ? parse(pattern).root : cwd
  const parts = pattern
    .slice(isAbsolute(pattern) ? root.length : 0)
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')
  const found = new Set<string>()
  descend(root, parts, 0, { found, pattern, done: new Set(), listed: new Map(), seen: { entries: 0 } })
  return [...found]
}

interface Walk {
  readonly found: Set<string>
  readonly pattern: string
  /** Folder and rest of the pattern that were walked already: several `**` can come to the same place in many ways. */
  readonly done: Set<string>
  readonly listed: Map<string, Dirent[]>
  readonly seen: { entries: number }
}

function descend(folder: string, parts: readonly string[], depth: number, walk: Walk): void {
  const [part, ...rest] = parts
  const place = `${parts.length}:${folder}`
  if (part === undefined || depth > DEEPEST || walk.done.has(place)) return
  walk.done.add(place)
  if (part !== '**' && !isPattern(part)) {
    enter(join(folder, part), rest, depth, walk)
    return
  }
  if (part === '**') descend(folder, rest, depth, walk)
  for (const entry of list(folder, walk)) {
    const path = join(folder, entry.name)
    if (part === '**') {
      if (entry.isDirectory()) descend(path, parts, depth + 1, walk)
      else if (rest.length === 0) walk.found.add(path)
    } else if (matchesWildcard(part, entry.name)) {
      if (rest.length === 0) walk.found.add(path)
      else if (entry.isDirectory()) descend(path, rest, depth + 1, walk)
    }
  }
}

/** A part without wildcards needs no listing of its folder, unless it is the last one: then it must be there. */
function enter(path: string, rest: readonly string[], depth: number, walk: Walk): void {
  if (rest.length > 0) descend(path, rest, depth + 1, walk)
  else if (list(join(path, '..'), walk).some((entry) => entry.name === path.slice(path.lastIndexOf(sep) + 1))) walk.found.add(path)
}

/** Entries of a folder by name; none where there is no such folder. */
function list(folder: string, { listed, seen, pattern }: Walk): Dirent[] {
  const known = listed.get(folder)
  if (known) return known
  const entries = readEntries(folder)
  listed.set(folder, entries)
  seen.entries += entries.length
  if (seen.entries > MOST_ENTRIES)
    throw new InputError(`usage-path ${pattern} looks at more than ${MOST_ENTRIES} files. Name a narrower pattern`)
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw new InputError(`${folder}: cannot be listed (${code})`)
  }
}
