import { lstat, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { InputError } from '../errors.ts'
import { fileFault } from './text.ts'
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
export async function findFiles(cwd: string, patterns: readonly string[]): Promise<Found[]> {
  const found = new Map<string, Found>()
  const matches = await Promise.all(patterns.map(async (pattern) => ({ pattern, paths: await match(cwd, pattern) })))
  for (const { pattern, paths } of matches) {
    for (const path of paths) {
      if (found.has(path)) continue
      const size = await sizeOf(cwd, path)
      if (size === null && !isPattern(pattern))
        throw new InputError(`${show(cwd, path)}: is a folder, not a file. Name its files in usage-path, for example ${pattern}/*.jsonl`)
      if (size !== null) found.set(path, { path, file: show(cwd, path), pattern, size })
    }
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
}

async function match(cwd: string, pattern: string): Promise<string[]> {
  if (/[{}[\]!]/.test(pattern))
    throw new InputError(
      `usage-path takes *, ** and ?, but no braces, brackets or exclamation marks, got "${pattern}". Write one pattern per line`,
    )
  if (isPattern(pattern)) return walk(cwd, pattern)
  const path = isAbsolute(pattern) ? pattern : join(cwd, pattern)
  return (await exists(path, pattern)) ? [path] : []
}

async function exists(path: string, file: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      return fileFault(file)(error)
    },
  )
}

/** Size of a regular file; null for a folder. Devices and pipes would block or never end. */
async function sizeOf(cwd: string, path: string): Promise<number | null> {
  const file = show(cwd, path)
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${file}: cannot be read (${error.code})`)
  })
  if (info.isDirectory()) return null
  if (!info.isFile()) throw new InputError(`${file}: is no regular file`)
  await refuseEscape(cwd, path, file)
  return info.size
}

async function refuseEscape(cwd: string, path: string, file: string): Promise<void> {
  if (!isInside(cwd, path)) return
  const [root, real] = [await realpath(cwd), await realpath(path)]
  if (!isInside(root, real)) throw new InputError(`${file}: is a link that leads out of the working directory`)
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way.startsWith(`..${sep}`) || way === '..' || isAbsolute(way))
}

/** The path as users know it. */
export function show(cwd: string, path: string): string {
  return (isInside(cwd, path) ? relative(cwd, path) : path).split(sep).join('/')
}
