import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { once } from '../../once.ts'
import { readIndex } from './git-index.ts'

/** An index of a million files is smaller. Bytes. */
const LARGEST_INDEX = 256 << 20
/** What is committed as an example is smaller; of a larger file it would take too long to tell. Bytes. */
const LARGEST = 64 << 20

/** Tells whether a file is as git tracks it: then it was there before the run. */
export type IsUnchanged = (path: string, size: number) => boolean

/** @param folder absolute; its work tree is that of the nearest `.git` above. The index is read when the first file is asked for. */
export function trackedIn(folder: string): IsUnchanged {
  const tree = once(() => openTree(folder))
  return (path, size) => {
    const { root, entries } = tree()
    const entry = entries?.get(relative(root, path).split(sep).join('/'))
    if (entry === undefined || size > LARGEST) return false
    const bytes = readFileSync(path)
    // A checkout on Windows may have other ends of lines than the repository.
    return shaOf(bytes) === entry.sha || (bytes.includes(13) && shaOf(withLineFeeds(bytes)) === entry.sha)
  }
}

function openTree(folder: string): { readonly root: string; readonly entries: ReturnType<typeof readIndex> } {
  const root = findRoot(folder)
  return { root: root ?? folder, entries: root === null ? null : readEntries(root) }
}

function withLineFeeds(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
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
