import { readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Repository } from '../github/facts/event.ts'

/**
 * Whether a folder is a checkout of a repository, by the remotes in a `.git` folder of its own. No pull request can bring one: git keeps that of a
 * submodule elsewhere, and what a link leads to does not count.
 * @param top folder above it that no pull request can change.
 */
export function isCloneOf({ owner, repo }: Pick<Repository, 'owner' | 'repo'>, top: string, folder: string): boolean {
  try {
    const git = join(folder, '.git')
    if (realpathSync(git) !== join(realpathSync(top), relative(top, git))) return false
    return listRemotes(readFileSync(join(git, 'config'), 'utf8')).includes(`${owner}/${repo}`.toLowerCase())
  } catch {
    return false
  }
}

/** Owner and name, in small letters, of each remote in git's settings. Sections of submodules have addresses, too. */
function listRemotes(config: string): string[] {
  const found: string[] = []
  let isRemote = false
  for (const line of config.split('\n')) {
    if (/^\s*\[/.test(line)) isRemote = /^\s*\[remote\s/i.test(line)
    const name = isRemote ? /^\s*url\s*=.*[/:]([^/:\s]+\/[^/:\s]+?)(\.git)?\/?\s*$/i.exec(line)?.[1] : undefined
    if (name !== undefined) found.push(name.toLowerCase())
  }
  return found
}
