import type { Client } from './client.ts'

/** Where comments go: a pull request, which GitHub's API also calls an issue. */
export interface CommentTarget {
  readonly owner: string
  readonly repo: string
  readonly number: number
}

/** What this product needs of a comment. */
export interface Comment {
  readonly id: number
  readonly url: string
  readonly body: string
  /** Null where the account is gone. */
  readonly author: { readonly login: string; readonly isBot: boolean } | null
}

// GitHub closes a conversation at 2,500 comments: 30 pages of 100 are more than there can be.
const maxPages = 30

/** All comments of a pull request, the oldest first. Rejects where an answer is cut: half a list would read as "no comment yet". */
export async function listComments(client: Client, { owner, repo, number }: CommentTarget): Promise<readonly Comment[]> {
  const comments: Comment[] = []
  // Not client.paginate: it reads an answer that broke off as an empty list.
  for (let page = 1; page <= maxPages; page++) {
    const { data, headers } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner,
      repo,
      issue_number: number,
      per_page: 100,
      page,
    })
    if (!Array.isArray(data)) throw new Error('the list of comments did not arrive whole')
    comments.push(...data.map(parseComment))
    if (!/;\s*rel="?next"?/.test(headers.link ?? '')) return comments
  }
  throw new Error(`the pull request has more than ${maxPages * 100} comments`)
}

/** Checks one comment of an answer; throws where it is not what GitHub documents. */
export function parseComment(value: unknown): Comment {
  if (!isObject(value) || typeof value.id !== 'number' || typeof value.html_url !== 'string') {
    throw new Error('an answer about a comment did not arrive whole')
  }
  const { user } = value
  return {
    id: value.id,
    url: value.html_url,
    body: typeof value.body === 'string' ? value.body : '',
    author: isObject(user) && typeof user.login === 'string' ? { login: user.login, isBot: user.type === 'Bot' } : null,
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
