import type { Client } from './client.ts'
import { type CommentTarget, listComments, parseComment } from './comment-list.ts'
import { selectOwn } from './own.ts'

// GitHub rejects comment bodies over 65,536 characters.
const maxBodyLength = 65_536

/** A sticky comment: one per key in a pull request, brought up to date by every run. */
export interface StickyComment {
  /** `[A-Za-z0-9._-]{1,64}`. */
  readonly key: string
  /** Markdown of at most `roomFor(key)` UTF-16 units, without the marker. */
  readonly body: string
  /** Whether to write one where there is none yet. One that exists is always brought up to date. */
  readonly create: boolean
}

/** What became of it, and its page; null where there is none. */
export interface CommentOutcome {
  readonly url: string | null
  readonly action: 'created' | 'updated' | 'unchanged' | 'skipped'
}

/** How many UTF-16 units a comment's body may have beside the marker. */
export function roomFor(key: string): number {
  return maxBodyLength - markerOf(key).length - 1
}

/** Finds the comment with this key that we wrote and updates it, or creates it. Rejects where GitHub refuses or answers in part. */
export async function upsertComment(client: Client, target: CommentTarget, { key, body, create }: StickyComment): Promise<CommentOutcome> {
  const marker = markerOf(key)
  const text = `${marker}\n${body}`
  const marked = (await listComments(client, target)).filter((comment) => comment.body.startsWith(marker))
  const [own] = await selectOwn(client, marked)
  const { owner, repo, number } = target
  if (own !== undefined) {
    if (isSame(own.body, text)) return { url: own.url, action: 'unchanged' }
    const path = { owner, repo, comment_id: own.id }
    const { data } = await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...path, body: text })
    return { url: parseComment(data).url, action: 'updated' }
  }
  if (!create) return { url: null, action: 'skipped' }
  const path = { owner, repo, issue_number: number }
  const { data } = await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...path, body: text })
  return { url: parseComment(data).url, action: 'created' }
}

function markerOf(key: string): string {
  return `<!-- llm-cost-gate:${key} -->`
}

// An editor on the web may leave other line ends and cut white space at the end: not worth a request.
function isSame(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.trimEnd()
}
