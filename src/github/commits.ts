import { IncompleteAnswer, numberAt, pick, textAt } from './answer.ts'
import type { Client } from './client.ts'
import type { Repository } from './event.ts'
import { statusOf } from './failure.ts'

/** How one commit stands to another. */
export interface Relation {
  /** The newest commit that both have. */
  readonly mergeBase: string
  /** How many commits of the first the second does not have; 0: the second has all of it. */
  readonly behindBy: number
  /** Commits that only the second has, the oldest first: the last 250, which is all that a comparison shows without pages. */
  readonly ahead: readonly string[]
  readonly aheadBy: number
}

/**
 * Compares two commits of a repository; null where GitHub does not know one of them. Branch names stand for their newest commit.
 * Without a page GitHub shows the last commits (docs.github.com/rest/commits/commits#compare-two-commits), with one the first.
 */
export async function relate(client: Client, { owner, repo }: Repository, first: string, second: string): Promise<Relation | null> {
  if (first === second) return { mergeBase: first, behindBy: 0, ahead: [], aheadBy: 0 }
  try {
    const parameters = { owner, repo, basehead: `${first}...${second}` }
    const { data }: { data: unknown } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', parameters)
    const mergeBase = textAt(data, 'merge_base_commit', 'sha')
    const behindBy = numberAt(data, 'behind_by')
    const aheadBy = numberAt(data, 'ahead_by')
    const commits = pick(data, 'commits')
    if (mergeBase === null || behindBy === null || aheadBy === null || !Array.isArray(commits))
      throw new IncompleteAnswer('a comparison of commits')
    return { mergeBase, behindBy, aheadBy, ahead: commits.flatMap((commit) => textAt(commit, 'sha') ?? []) }
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}
