import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { once } from '../../once.ts'
import { readIndex } from './git-index.ts'

/** An index of a million files is smaller. Bytes. */
const LARGEST_INDEX = 256 << 20
/** A larger file is not held whole. Bytes. */
const LARGEST = 64 << 20
const CHUNK = 1 << 20

/** Tells whether a file is as git tracks it: then it was there before the run. */
export type IsUnchanged = (path: string, size: number) => boolean

/** @param folder absolute; its work tree is that of the nearest `.git` above where the folder really is. The index is read when the first file is asked for. */
export function trackedIn(folder: string): IsUnchanged {
  const tree = once(() => openTree(folder))
  return (path, size) => {
    const { real, root, entries } = tree()
    const within = relative(root, join(real, relative(folder, path)))
    const entry = entries?.get(within.split(sep).join('/'))
    if (entry === undefined) return false
    if (size > LARGEST) return size % 2 ** 32 === entry.size && shaOfLarge(path, size) === entry.sha
    const bytes = readFileSync(path)
    // A checkout on Windows may have other ends of lines than the repository.
    return (
      shaOf(bytes) === entry.sha ||
      (bytes.includes(13) && shaOf(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) === entry.sha)
    )
  }
}

function openTree(folder: string) {
  const real = existsSync(folder) ? realpathSync(folder) : folder
  const root = findRoot(real)
  return { real, root: root ?? real, entries: root === null ? null : readEntries(root) }
}

function findRoot(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return null
  }
}

function readEntries(root: string) {
  const file = join(gitFolder(root), 'index')
  const info = statSync(file, { throwIfNoEntry: false })
  return info === undefined || !info.isFile() || info.size > LARGEST_INDEX ? null : readIndex(readFileSync(file))
}

/** A work tree or a submodule has a file that names its folder. */
function gitFolder(root: string): string {
  const path = join(root, '.git')
  if (!statSync(path).isFile()) return path
  const named = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1]
  return named === undefined ? path : resolve(root, named.trim())
}

function shaOf(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function shaOfLarge(path: string, size: number): string {
  const hash = createHash('sha1').update(`blob ${size}\0`)
  const chunk = Buffer.allocUnsafe(CHUNK)
  const handle = openSync(path, 'r')
  try {
    for (let read = -1; read !== 0; hash.update(chunk.subarray(0, read))) read = readSync(handle, chunk)
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}
