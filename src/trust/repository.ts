import { dirname, relative, resolve, sep } from 'node:path'
import type { Repository } from '../github/facts/event.ts'
import { listCheckouts, pathWithin } from './checkout.ts'
import { isCloneOf } from './clone.ts'

/** Folders of a job: its workspace, and the one that inputs start from. */
export interface Folders {
  /** GITHUB_WORKSPACE, where the process was started, too. */
  readonly workspace: string
  readonly cwd: string
  /** What the job is about, and so what is looked for in them. */
  readonly repository: Pick<Repository, 'owner' | 'repo'>
}

/** Root of the checkout that inputs start from; the workspace where nothing is checked out. */
export function rootOf(folders: Folders): string {
  return rootsOf(folders)[0] ?? resolve(folders.workspace)
}

/**
 * Path of a file in the repository under review, with slashes; null for files outside of it. Names alone decide: code of the pull request
 * may have put a link where a folder was.
 */
export function pathInRepository(folders: Folders, file: string): string | null {
  for (const root of rootsOf(folders)) {
    const path = pathWithin(root, resolve(folders.cwd, file))
    if (path !== null && path !== '') return path.split(sep).join('/')
  }
  return null
}

/** Whether a file lies in a checkout in the workspace, of whatever repository: then it may be one that a pull request brings. */
export function isInCheckout({ workspace, cwd }: Folders, file: string): boolean {
  return topsOf(workspace).some((top) => listCheckouts(top, dirname(resolve(cwd, file))).length > 0)
}

/** The root by each name of the workspace: the outermost checkout of the repository, or the outermost where none is known to be one. */
function rootsOf({ workspace, cwd, repository }: Folders): readonly string[] {
  const tops = topsOf(workspace)
  for (const top of tops) {
    const checkouts = listCheckouts(top, resolve(cwd))
    const root = checkouts.find((one) => isCloneOf(repository, top, one)) ?? checkouts[0]
    if (root !== undefined) return tops.map((one) => resolve(one, relative(top, root)))
  }
  return tops
}

/** The workspace may be known by a link to it; the process knows only where that leads. */
function topsOf(workspace: string): readonly string[] {
  return [resolve(workspace), process.cwd()]
}
