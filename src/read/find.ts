import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { InputError } from '../errors.ts'
import type { Origin } from '../usage.ts'
import { reading } from './text.ts'
import { isPattern, walk } from './walk.ts'

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
}

/**
 * The files that patterns match, in order of name. Hidden folders are searched, links to folders are not followed,
 * and a link that leads out of the working directory is an InputError: the usage files come from the code being judged.
 */
export function findFiles(cwd: string, patterns: readonly string[]): Found[] {
  const found = new Map<string, Found>()
  for (const pattern of patterns) {
    for (const path of match(cwd, pattern)) {
      if (found.has(path)) continue
      const size = sizeOf(cwd, path)
      if (size === null && !isPattern(pattern))
        throw new InputError(`${show(cwd, path)}: is a folder, not a file. Name its files in usage-path, for example ${pattern}/*.jsonl`)
      if (size !== null) found.set(path, { path, file: show(cwd, path), pattern, size })
    }
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
}

function match(cwd: string, pattern: string): string[] {
  if (/[{}[\]!]/.test(pattern))
    throw new InputError(
      `usage-path takes *, ** and ?, but no braces, brackets or exclamation marks, got "${pattern}". Write one pattern per line`,
    )
  if (isPattern(pattern)) return walk(cwd, pattern)
  const path = isAbsolute(pattern) ? pattern : join(cwd, pattern)
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

/** Size of a regular file; null for a folder. Devices and pipes would block or never end. */
function sizeOf(cwd: string, path: string): number | null {
  const file = show(cwd, path)
  const info = reading(file, () => statSync(path))
  if (info.isDirectory()) return null
  if (!info.isFile()) throw new InputError(`${file}: is no regular file`)
  refuseEscape(cwd, path, file)
  return info.size
}

function refuseEscape(cwd: string, path: string, file: string): void {
  if (!isInside(cwd, path)) return
  const [root, real] = [realpathSync(cwd), realpathSync(path)]
  if (!isInside(root, real)) throw new InputError(`${file}: is a link that leads out of the working directory`)
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way.startsWith(`..${sep}`) || way === '..' || isAbsolute(way))
}

/** Where usage of this format was read. */
export function originOf({ file, pattern }: Found, format: Origin['format']): Origin {
  return { format, file, pattern }
}

/** Name of the folder that a file stands in: a run's files stand in a folder that has its name. */
export function folderOf({ path }: Found): string {
  return basename(dirname(path))
}

/** The path as users know it. */
export function show(cwd: string, path: string): string {
  return (isInside(cwd, path) ? relative(cwd, path) : path).split(sep).join('/')
}
