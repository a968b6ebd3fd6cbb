import type { Client } from './client.ts'
import type { Repository } from './event.ts'

/** A mark on a commit, which a ruleset can require. */
export interface CommitStatus {
  readonly state: 'success' | 'failure' | 'error'
  /** What the ruleset calls it. */
  readonly context: string
  /** GitHub takes at most 140 characters. */
  readonly description: string
  readonly url: string | null
}

const LONGEST = 140

/** Marks a commit. Rejects where GitHub refuses. */
export async function postStatus(client: Client, { owner, repo }: Repository, sha: string, status: CommitStatus): Promise<void> {
  const { state, context, url } = status
  const description = status.description.length > LONGEST ? `${status.description.slice(0, LONGEST - 1)}…` : status.description
  const parameters = { owner, repo, sha, state, context, description, ...(url !== null && { target_url: url }) }
  await client.request('POST /repos/{owner}/{repo}/statuses/{sha}', parameters)
}
