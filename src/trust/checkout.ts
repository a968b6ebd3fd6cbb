import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

const SHA = /^[0-9a-f]{40}([0-9a-f]{24})?$/

/** Path from a folder to what is in it, empty for itself; null for what is outside of it. */
export function pathWithin(top: string, path: string): string | null {
  const found = relative(top, path)
  return found === '..' || found.startsWith(`..${sep}`) || isAbsolute(found) ? null : found
}

/**
 * The checkouts on the way from a folder down to another, the outermost first. A pull request can bring a submodule, but no `.git` above its own root.
 * Names alone decide: it can bring links, too.
 */
export function listCheckouts(top: string, folder: string): readonly string[] {
  const path = pathWithin(top, folder)
  if (path === null) return []
  const names = path.split(sep)
  const folders = [top, ...names.map((_, index) => join(top, ...names.slice(0, index + 1)))]
  return [...new Set(folders)].filter((one) => existsSync(join(one, '.git')))
}

/** The commit that is checked out, as git's own files say; null where that cannot be told. No program is run: a pull request could have set it up. */
export function readCheckedOut(root: string): string | null {
  try {
    const git = findGitFolder(join(root, '.git'))
    const head = readLine(join(git, 'HEAD'))
    const ref = /^ref: (refs\/.+)$/.exec(head)?.[1]
    const sha = ref === undefined ? head : resolveRef(git, ref)
    return SHA.test(sha) ? sha : null
  } catch {
    return null
  }
}

/** A worktree has a file there, which names its folder. */
function findGitFolder(path: string): string {
  if (statSync(path).isDirectory()) return path
  return resolve(dirname(path), /^gitdir: (.+)$/.exec(readLine(path))?.[1] ?? '')
}

function resolveRef(git: string, ref: string): string {
  const shared = existsSync(join(git, 'commondir')) ? resolve(git, readLine(join(git, 'commondir'))) : git
  const loose = join(shared, ...ref.split('/'))
  if (existsSync(loose)) return readLine(loose)
  const packed = readFileSync(join(shared, 'packed-refs'), 'utf8').split('\n')
  return packed.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0] ?? ''
}

function readLine(file: string): string {
  return readFileSync(file, 'utf8').trim()
}
