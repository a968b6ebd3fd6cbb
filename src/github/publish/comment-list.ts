import { IncompleteAnswer, numberAt, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { listAll } from '../api/pages.ts'

/** Where comments go: a pull request, which GitHub's API also calls an issue. */
export interface CommentTarget {
  readonly owner: string
  readonly repo: string
  readonly number: number
}

/** Who wrote a comment. */
export interface Author {
  readonly login: string
  /** Whether GitHub says that it is an app. */
  readonly isBot: boolean
}

/** What this product needs of a comment. */
export interface Comment {
  readonly id: number
  readonly url: string
  readonly body: string
  /** Null where the account is gone. */
  readonly author: Author | null
}

/** All comments of a pull request, the oldest first. Rejects where an answer is cut: half a list would read as "no comment yet". */
export async function listComments(client: Client, { owner, repo, number }: CommentTarget): Promise<readonly Comment[]> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
  return (await listAll(client, { route, parameters: { owner, repo, issue_number: number } })).map(parseComment)
}

/** Checks one comment of an answer; throws where it is not what GitHub documents. */
export function parseComment(value: unknown): Comment {
  const id = numberAt(value, 'id')
  const url = textAt(value, 'html_url')
  if (id === null || url === null) throw new IncompleteAnswer('an answer about a comment')
  const login = textAt(value, 'user', 'login')
  return {
    id,
    url,
    body: textAt(value, 'body') ?? '',
    author: login === null ? null : { login, isBot: textAt(value, 'user', 'type') === 'Bot' },
  }
}
