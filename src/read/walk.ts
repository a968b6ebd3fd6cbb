import type { Dirent } from 'node:fs'
import { isAbsolute, join, parse, relative } from 'node:path'
import { InputError } from '../errors.ts'
import { isGlob, matchesWildcard } from '../text/wildcard.ts'
import { everywhere, isInside, listFolder, type Place, resolveFolder, type Tour } from './folders.ts'

/** Folders inside each other. */
const DEEPEST = 256
/** A path is shown as far as it tells where. Characters. */
const SHOWN = 100

/**
 * Paths that match a pattern: `*` and `?` stand for characters of one name, `**` for any folders, hidden ones included.
 * A link to a folder is entered like a folder, once and after all folders that are none: so it leads in no circle, and what
 * stands in both is found under its own name. A walker of our own, because the tree is written by the code being judged:
 * it has bounds, and no pattern makes it slow.
 * @throws InputError where it would have to leave something out: behind a link that `**` would follow out of the working directory,
 * or too deep.
 */
export function walk(cwd: string, pattern: string, tour: Tour = everywhere()): string[] {
  const root = isAbsolute(pattern) ? parse(pattern).root : cwd
  const parts = pattern
    .slice(isAbsolute(pattern) ? root.length : 0)
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')
  const real = resolveFolder(root, tour)
  if (real === null) return []
  const walk: Walk = {
    cwd,
    realCwd: resolveFolder(cwd, tour) ?? cwd,
    pattern,
    found: new Set(),
    links: [],
    done: new Set(),
    tour,
  }
  descend({ path: root, real }, parts, 0, walk)
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) descend(link.place, link.parts, link.depth, walk)
  return [...walk.found]
}

interface Walk {
  readonly cwd: string
  readonly realCwd: string
  readonly pattern: string
  readonly found: Set<string>
  /** Folders behind links, which wait until all others were walked. */
  readonly links: { readonly place: Place; readonly parts: readonly string[]; readonly depth: number }[]
  /** Folder and rest of the pattern that were walked already: several `**`, or links, can come to the same place in many ways. */
  readonly done: Set<string>
  readonly tour: Tour
}

function descend(place: Place, parts: readonly string[], depth: number, walk: Walk): void {
  const [part, ...rest] = parts
  const key = `${parts.length}:${place.real}`
  if (part === undefined || walk.done.has(key)) return
  if (depth > DEEPEST) throw tooDeep(place, walk)
  walk.done.add(key)
  if (part !== '**' && !isGlob(part)) {
    enter(place, part, rest, depth, walk)
    return
  }
  if (part === '**') descend(place, rest, depth, walk)
  for (const entry of listFolder(place, walk.tour, walk.pattern)) {
    const path = join(place.path, entry.name)
    if (walk.tour.passedOver.has(entry.name) || (part !== '**' && !matchesWildcard(part, entry.name))) continue
    const isLast = rest.length === 0
    const folder = part === '**' || !isLast ? folderOf(path, place, entry, walk) : null
    if (folder === null) {
      if (isLast) walk.found.add(path)
    } else if (part === '**') descendAny(folder, entry, parts, depth, walk)
    else step(folder, entry.isDirectory(), rest, depth, walk)
  }
}

/** `**` looks everywhere, but not out of the working directory. */
function descendAny(folder: Place, entry: Dirent, parts: readonly string[], depth: number, walk: Walk): void {
  if (!entry.isDirectory() && isInside(walk.cwd, folder.path) && !isInside(walk.realCwd, folder.real))
    throw new InputError(
      `${relative(walk.cwd, folder.path)}: is a link to a folder that leads out of the working directory, where usage-path ${walk.pattern} would look. Name a narrower pattern, or copy the folder`,
    )
  step(folder, entry.isDirectory(), parts, depth, walk)
}

function step(folder: Place, isOwn: boolean, parts: readonly string[], depth: number, walk: Walk): void {
  if (isOwn) descend(folder, parts, depth + 1, walk)
  else walk.links.push({ place: folder, parts, depth: depth + 1 })
}

/** A part without wildcards needs no listing of its folder, unless it is the last one: then it must be there. */
function enter(place: Place, part: string, rest: readonly string[], depth: number, walk: Walk): void {
  const path = join(place.path, part)
  if (rest.length === 0) {
    if (listFolder(place, walk.tour, walk.pattern).some((entry) => entry.name === part)) walk.found.add(path)
    return
  }
  const real = resolveFolder(path, walk.tour)
  if (real === null) return
  const isOwn = real === join(place.real, part)
  if (isOwn || walk.tour.followsLinks) step({ path, real }, isOwn, rest, depth, walk)
}

/** The folder that an entry is or leads to; null where it is none. */
function folderOf(path: string, parent: Place, entry: Dirent, { tour }: Walk): Place | null {
  if (entry.isDirectory()) return { path, real: join(parent.real, entry.name) }
  if (!entry.isSymbolicLink()) return null
  const real = resolveFolder(path, tour)
  return real === null ? null : { path, real }
}

function tooDeep({ path }: Place, { cwd, pattern }: Walk): InputError {
  const start = relative(cwd, path).slice(0, SHOWN)
  return new InputError(
    `usage-path ${pattern} would look into more than ${DEEPEST} folders inside each other, those of ${start}…. Name a narrower pattern`,
  )
}
