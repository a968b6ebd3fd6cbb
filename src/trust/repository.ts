import { isAbsolute, relative, resolve, sep } from 'node:path'

/** Folders of a job: the checkout, and the one that inputs start from. */
export interface Folders {
  /** GITHUB_WORKSPACE, where the process was started, too. */
  readonly workspace: string
  readonly cwd: string
}

/**
 * Path of a file in the repository under review, with slashes; null for files outside of it. Names alone decide: code of the pull request
 * may have put a link where a folder was.
 */
export function pathInRepository({ workspace, cwd }: Folders, file: string): string | null {
  // The workspace may be known by a link to it; the process knows only where that leads.
  for (const root of [resolve(workspace), process.cwd()]) {
    const path = relative(root, resolve(cwd, file))
    if (path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) return path.split(sep).join('/')
  }
  return null
}
