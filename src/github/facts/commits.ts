import { IncompleteAnswer, numberAt, pick, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { statusOf } from '../api/failure.ts'
import { readPages } from '../api/pages.ts'
import type { Repository } from './event.ts'

/** A commit of a comparison. */
export interface Commit {
  readonly sha: string
  readonly parents: readonly string[]
  /** When it was committed, ISO 8601, by the clock of whoever did; null where that is not told. */
  readonly committedAt: string | null
}

/** How one commit stands to another. */
export interface Relation {
  /** The newest commit that both have. */
  readonly mergeBase: string
  /** How many commits of the first the second does not have; 0: the second has all of it. */
  readonly behindBy: number
  /** Commits that only the second has, the oldest first: the last 250, which is all that a comparison shows without pages. */
  readonly ahead: readonly Commit[]
  readonly aheadBy: number
}

const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}'

/**
 * Compares two commits of a repository; null where GitHub does not know one of them. Branch names stand for their newest commit.
 * Without a page GitHub shows the last commits (docs.github.com/rest/commits/commits#compare-two-commits), with one the first.
 */
export async function relate(client: Client, { owner, repo }: Repository, first: string, second: string): Promise<Relation | null> {
  if (first === second) return { mergeBase: first, behindBy: 0, ahead: [], aheadBy: 0 }
  try {
    const { data }: { data: unknown } = await client.request(COMPARE, { owner, repo, basehead: `${first}...${second}` })
    const mergeBase = textAt(data, 'merge_base_commit', 'sha')
    const behindBy = numberAt(data, 'behind_by')
    const aheadBy = numberAt(data, 'ahead_by')
    const commits = pick(data, 'commits')
    if (mergeBase === null || behindBy === null || aheadBy === null || !Array.isArray(commits))
      throw new IncompleteAnswer('a comparison of commits')
    return { mergeBase, behindBy, aheadBy, ahead: commits.map(parseCommit) }
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

/** All commits that only the second has, page by page; at most 3,000. */
export async function listAhead(client: Client, { owner, repo }: Repository, first: string, second: string): Promise<readonly Commit[]> {
  const parameters = { owner, repo, basehead: `${first}...${second}` }
  const commits: Commit[] = []
  for await (const { items } of readPages(client, { route: COMPARE, parameters, key: 'commits' })) commits.push(...items.map(parseCommit))
  return commits
}

/** Whether a repository has a tag of this name. */
export async function hasTag(client: Client, { owner, repo }: Repository, name: string): Promise<boolean> {
  try {
    await client.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `tags/${name}` })
    return true
  } catch (error) {
    if (statusOf(error) === 404) return false
    throw error
  }
}

function parseCommit(value: unknown): Commit {
  const sha = textAt(value, 'sha')
  const parents = pick(value, 'parents')
  if (sha === null || !Array.isArray(parents)) throw new IncompleteAnswer('a comparison of commits')
  const parentShas = parents.flatMap((parent) => textAt(parent, 'sha') ?? [])
  return { sha, parents: parentShas, committedAt: textAt(value, 'commit', 'committer', 'date') }
}
