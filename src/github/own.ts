import type { Client } from './client.ts'
import type { Comment } from './comment-list.ts'

/**
 * The comments that this token's holder wrote. Anyone can write a comment that looks like ours: the author decides, not the text.
 * An installation token (the job's own, or a GitHub App's) may not ask for its user; then it is one of a bot, which no person can post as.
 */
export async function selectOwn(client: Client, comments: readonly Comment[]): Promise<readonly Comment[]> {
  if (comments.length === 0) return []
  const login = await readLogin(client)
  return comments.filter(({ author }) => author !== null && (login === null ? author.isBot : author.login === login))
}

async function readLogin(client: Client): Promise<string | null> {
  try {
    const { data } = await client.request('GET /user')
    if (typeof data?.login !== 'string') throw new Error('the answer about the token did not arrive whole')
    return data.login
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'status' in error && (error.status === 401 || error.status === 403)
}
