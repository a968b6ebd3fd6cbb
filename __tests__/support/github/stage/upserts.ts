import { afterEach, beforeEach, expect } from 'vitest'
import { createClient } from '../../../../src/github/api/client.ts'
import { describeMissingComment } from '../../../../src/github/api/refusal.ts'
import { type CommentOutcome, type StickyComment, upsertComment } from '../../../../src/github/publish/comment.ts'
import { type GitHubServer, startGitHub } from '../server.ts'
import { demandPull, rerun, startRun } from '../story/story.ts'

// Waits and deadlines are shorter by this factor.
process.env.QUICK = '100'
await import('../../e2e/quick.ts')

export const LIST = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
export const CREATE = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
export const MARKER = '<!-- llm-cost-gate:default -->'
/** The hidden lines of the usual comment. */
export const HEAD = `${MARKER}\n<!-- run 9001 attempt 1 -->`
const target = { owner: 'acme', repo: 'agents', number: 7 }

export let github: GitHubServer

/** Before each test: a GitHub of its own, with runs 9001, which is at its second attempt, and 9002. */
export function stageComment(): void {
  beforeEach(async () => {
    github = await startGitHub()
    const { state } = github
    const { sha, ref } = demandPull(state).head
    const [first] = [1, 2].map(() => startRun(state, { event: 'pull_request', headSha: sha, headBranch: ref }))
    if (first !== undefined) rerun(state, first)
  })
  afterEach(async () => {
    await github.close()
    expect(github.violations).toEqual([])
  })
}

type Wanted = Partial<StickyComment> & { readonly body?: string }

/** Writes the comment of run 9001, apart from what is wanted otherwise. */
export async function upsert({ body = 'Costs went up.', ...overrides }: Wanted = {}, tryMs = 500_000): Promise<CommentOutcome> {
  const client = await createClient({ token: github.state.token, apiUrl: github.apiUrl, tryMs, requestMs: 600_000 })
  const stamp = { run: 9001, attempt: 1 }
  return upsertComment(client, target, { key: 'default', render: () => body, create: true, isOptional: false, stamp, ...overrides })
}

/** The one line that a run gets to see where the comment cannot be written. */
export async function explain(wanted: Wanted = {}, tryMs?: number): Promise<string> {
  return upsert(wanted, tryMs).then(
    () => '',
    (error: unknown) => describeMissingComment(error),
  )
}
