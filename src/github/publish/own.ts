import { IncompleteAnswer, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { statusOf } from '../api/failure.ts'
import type { Author, Comment } from './comment-list.ts'

/** Whether this token's holder wrote a comment. */
export type IsOwn = (comment: Comment) => boolean

/** Whose the token of a job is (docs.github.com/actions/security-for-github-actions/security-guides/automatic-token-authentication). */
const JOB = 'github-actions'
/** What GitHub writes behind the name of an app, in most answers: no person's name can end so. */
const SUFFIX = '[bot]'

/** Finds out who the token's holder is. Anyone can write a comment that looks like ours, other bots too: the author decides, not the text. */
export async function readOwner(client: Client): Promise<IsOwn> {
  const login = await readLogin(client)
  if (!isAppName(login) && login !== JOB) return ({ author }) => author?.login === login
  return ({ author }) => author !== null && isApp(author) && bare(author.login) === bare(login)
}

/** A person may be called as an app is without the suffix. */
function isApp({ login, isBot }: Author): boolean {
  return isBot || isAppName(login)
}

function isAppName(login: string): boolean {
  return login.endsWith(SUFFIX)
}

function bare(login: string): string {
  return isAppName(login) ? login.slice(0, -SUFFIX.length) : login
}

/** GET /user would not do: it refuses tokens of jobs and apps (docs.github.com/graphql/reference/queries#viewer has them all). */
async function readLogin(client: Client): Promise<string> {
  try {
    const answer: unknown = await client.graphql('{ viewer { login } }')
    const login = textAt(answer, 'viewer', 'login')
    if (login === null) throw new IncompleteAnswer('the answer about the token')
    return login
  } catch (error) {
    const status = statusOf(error)
    if (status === 401 || status === 403) return JOB
    throw error
  }
}
