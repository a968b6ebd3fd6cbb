import { IncompleteAnswer, textAt } from './answer.ts'
import type { Client } from './client.ts'
import type { Comment } from './comment-list.ts'
import { statusOf } from './failure.ts'

/** Whether this token's holder wrote a comment. */
export type IsOwn = (comment: Comment) => boolean

/**
 * Finds out who the token's holder is. Anyone can write a comment that looks like ours: the author decides, not the text.
 * An installation token (the job's own, or a GitHub App's) may not ask for its user; then it is one of a bot, which no person can post as.
 */
export async function readOwner(client: Client): Promise<IsOwn> {
  const login = await readLogin(client)
  return ({ author }) => author !== null && (login === null ? author.isBot : author.login === login)
}

async function readLogin(client: Client): Promise<string | null> {
  try {
    const { data } = await client.request('GET /user')
    const login = textAt(data, 'login')
    if (login === null) throw new IncompleteAnswer('the answer about the token')
    return login
  } catch (error) {
    const status = statusOf(error)
    if (status === 401 || status === 403) return null
    throw error
  }
}
