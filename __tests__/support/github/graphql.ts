import type { IncomingHttpHeaders } from 'node:http'
import { type Asked, replyJson } from './host.ts'
import { isObject } from './schema.ts'
import type { State } from './state.ts'

/** The one query that this server plays: who the token is. It works for persons, apps and jobs alike. */
const VIEWER = '{ viewer { login } }'

/** Whether a request is one to GitHub's GraphQL API, which an Enterprise Server has under another path. */
export function isGraphQl(method: string, { pathname }: URL): boolean {
  return method === 'POST' && (pathname === '/graphql' || pathname === '/api/graphql')
}

export function readGraphQl({ token, holder }: State, { authorization }: IncomingHttpHeaders, body: unknown, violations: string[]): Asked {
  const query = isObject(body) ? body.query : undefined
  if (query !== VIEWER) violations.push(`POST /graphql: this server does not play ${JSON.stringify(body)}`)
  const act = () =>
    authorization === `token ${token}`
      ? replyJson(200, { data: { viewer: { login: holder.login } } })
      : replyJson(401, { message: 'Bad credentials' })
  return { route: 'POST /graphql', body, act }
}
