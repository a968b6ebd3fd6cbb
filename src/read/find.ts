import { lstatSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { InputError } from '../errors.ts'
import { reading } from '../files/text.ts'
import { expandBraces } from '../text/braces.ts'
import { isGlob } from '../text/wildcard.ts'
import type { Origin } from '../usage/usage.ts'
import { resolvePlace } from './discover/outside.ts'
import { isInside } from './folders.ts'
import { walk } from './walk.ts'

/** A file that the input usage-path named. */
export interface Found {
  /** Absolute path. */
  readonly path: string
  /** Path to show: relative to the working directory where the file is inside, with forward slashes. */
  readonly file: string
  /** Line of usage-path that matched. */
  readonly pattern: string
  /** Bytes. */
  readonly size: number
  /** Nobody named it: it was looked for where tools usually write. */
  readonly isDiscovered?: true
}

/**
 * The files that patterns match, in order of name. Hidden folders are searched, links are followed, and a file that several names
 * lead to is one file, under its own name where that matches. A link that leads out of the working directory is an InputError:
 * the usage files come from the code being judged.
 */
export function findFiles(cwd: string, patterns: readonly string[]): Found[] {
  const found = new Map<string, Candidate>()
  const seen = new Set<string>()
  for (const pattern of patterns) {
    for (const path of match(cwd, pattern)) {
      if (seen.has(path)) continue
      const regular = regularFile(cwd, path)
      if (regular === null && !/[*?{]/.test(pattern))
        throw new InputError(`${show(cwd, path)}: is a folder, not a file. Name its files in usage-path, for example ${pattern}/*.jsonl`)
      if (regular === null) continue
      seen.add(path)
      const candidate = { path, file: show(cwd, path), pattern, size: regular.size, isLinked: regular.isLinked }
      const known = found.get(regular.real)
      if (known === undefined || isBetter(candidate, known)) found.set(regular.real, candidate)
    }
  }
  return [...found.values()].map(({ isLinked: _, ...file }) => file).sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** One file by its name, in which nothing is a wildcard. @throws InputError where there is none. */
export function findFile(cwd: string, file: string): Found {
  const path = resolve(cwd, file)
  const regular = regularFile(cwd, path)
  if (regular === null) throw new InputError(`${file}: is a folder, not a file`)
  return { path, file: show(cwd, path), pattern: file, size: regular.size }
}

interface Candidate extends Found {
  /** Whether a link leads to it under this name. */
  readonly isLinked: boolean
}

function isBetter(one: Candidate, other: Candidate): boolean {
  return one.isLinked === other.isLinked ? one.file < other.file : other.isLinked
}

function match(cwd: string, pattern: string): string[] {
  if (/[[\]!]/.test(pattern))
    throw new InputError(
      `usage-path takes *, **, ? and {a,b}, but no brackets or exclamation marks, got "${pattern}". Write one pattern per line`,
    )
  return expandBraces(pattern).flatMap((one) => matchOne(cwd, one))
}

function matchOne(cwd: string, pattern: string): string[] {
  const place = resolvePlace(pattern)
  if (place === null) return []
  if (isGlob(place)) return walk(cwd, place)
  const path = isAbsolute(place) ? place : join(cwd, place)
  return exists(path, pattern) ? [path] : []
}

function exists(path: string, file: string): boolean {
  return reading(file, () => {
    try {
      lstatSync(path)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false
      throw error
    }
  })
}

/** A regular file; null for a folder. Devices and pipes would block or never end. */
function regularFile(cwd: string, path: string): { size: number; real: string; isLinked: boolean } | null {
  const file = show(cwd, path)
  const info = reading(file, () => statSync(path))
  if (info.isDirectory()) return null
  if (!info.isFile()) throw new InputError(`${file}: is no regular file`)
  const [root, real] = reading(file, () => [realpathSync(cwd), realpathSync(path)])
  if (isInside(cwd, path) && !isInside(root, real)) throw new InputError(`${file}: is a link that leads out of the working directory`)
  return { size: info.size, real, isLinked: real !== (isInside(cwd, path) ? join(root, relative(cwd, path)) : path) }
}

/** Where usage of this format was read. */
export function originOf({ file, pattern }: Found, format: Origin['format']): Origin {
  return { format, file, pattern }
}

/** The path as users know it. */
export function show(cwd: string, path: string): string {
  return (isInside(cwd, path) ? relative(cwd, path) : path).split(sep).join('/')
}
