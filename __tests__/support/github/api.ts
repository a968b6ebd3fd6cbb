import { type Answer, notFound, type Operation, refuse } from './answer.ts'
import type { BlobStore } from './blobs.ts'
import type { Reply } from './faults.ts'
import { isGraphQl, readGraphQl } from './graphql.ts'
import { type Asked, type Incoming, parseBody, replyJson, type Service } from './host.ts'
import { checkAnswer, checkRequest, match } from './referee.ts'
import { routes } from './routes.ts'
import type { State } from './state.ts'

/** GitHub's REST API; what is not as GitHub describes it goes to `violations`. */
export function createApi(state: State, origin: string, blobs: BlobStore, violations: string[]): Service {
  function read({ method, url, headers, bytes }: Incoming): Asked | null {
    if (isGraphQl(method, url)) return readGraphQl(state, headers, parseBody(bytes), violations)
    // An Enterprise Server has its API under a path.
    const found = match(method, url.pathname.replace(/^\/api\/v3(?=\/)/, ''))
    if (found === null) return null
    const { endpoint, params } = found
    const { route } = endpoint
    const [query, body] = [url.searchParams, parseBody(bytes)]
    violations.push(...checkRequest(endpoint, params, query, body))

    function act(): Reply {
      const said = decide()
      violations.push(...checkAnswer(endpoint, said))
      return said.bytes === undefined
        ? replyJson(said.status, said.body, said.headers)
        : { status: said.status, headers: said.headers ?? {}, bytes: said.bytes }
    }

    function decide(): Answer {
      if (headers.authorization !== `token ${state.token}`) return refuse(401, 'Bad credentials')
      const operation = routes.get(route)
      if (operation === undefined) {
        violations.push(`${route}: this server does not play it`)
        return notFound()
      }
      if (params.has('repo') && (params.get('owner') !== state.owner || params.get('repo') !== state.repo)) return notFound()
      if (!mayDo(state, operation)) {
        return refuse(403, `Resource not accessible by ${state.holder.isInstallation ? 'integration' : 'personal access token'}`)
      }
      try {
        const signDownload = blobs.signDownload
        return operation.handle(state, { params, query, body, headers, origin, path: url.pathname, signDownload })
      } catch (error) {
        violations.push(`${route}: this server ${error instanceof Error ? error.message : String(error)}`)
        return refuse(500, 'Server Error')
      }
    }

    return { route, body, act }
  }

  return {
    read,
    refuse: (status, message) => {
      const { body, headers } = refuse(status, message)
      return replyJson(status, body, headers)
    },
  }
}

function mayDo({ scopes }: State, { access, scopes: needed }: Operation): boolean {
  const held = needed.map((scope) => scopes.get(scope) ?? 'write')
  return needed.length === 0 || held.some((has) => has === 'write' || has === access)
}
