import type { getOctokit } from '@actions/github'
import { VERSION } from '../../generated/version.ts'
import { writeLog } from '../publish/log.ts'
import { IncompleteAnswer } from './answer.ts'
import { Budget, type Deadlines } from './budget.ts'
import { Clock } from './clock.ts'
import { failureOf } from './failure.ts'
import { waitBeforeRetry } from './retry.ts'

/** GitHub's REST API, authenticated; `budget` is the time for all that is asked of GitHub, beside the API too. */
export type Client = ReturnType<typeof getOctokit> & { readonly budget: Budget }

interface ClientOptions extends Partial<Deadlines> {
  readonly token: string
  /** Root of the REST API, as in GITHUB_API_URL. */
  readonly apiUrl: string
  /** Is set by the answers. */
  readonly clock?: Clock
}

/**
 * Creates a client that tries again where that can help, gives up on a silent server, and prints nothing on its own.
 * A request rejects where GitHub refuses or its answer is not whole. Rejects where the token is empty.
 */
export async function createClient({ token, apiUrl, clock = new Clock(writeLog), ...deadlines }: ClientOptions): Promise<Client> {
  const { getOctokit } = await import('@actions/github')
  const log = { debug: () => {}, info: () => {}, warn: writeLog, error: writeLog }
  const client = getOctokit(token, { baseUrl: apiUrl, userAgent: `llm-cost-gate/${VERSION}`, log })
  const budget = new Budget(deadlines)

  client.hook.wrap('request', async (request, options) => {
    // A comment or a mark is not written again without a look at it: a newer run may have been there meanwhile. GraphQL is only asked here.
    const isSafe = options.method === 'GET' || options.method === 'DELETE' || options.url.endsWith('/graphql')
    const operation = budget.begin()
    for (let number = 1; ; number++) {
      try {
        return await operation.run(async (tryMs) => {
          // In place: the hook that adds the token sends the options that it was given first. Beside what the toolkit sets, or the proxy is lost.
          Object.assign(options, { request: { ...options.request, log, signal: AbortSignal.timeout(tryMs) } })
          const response = await request(options)
          assertWhole(response, options.headers.accept)
          clock.see(response.headers.date)
          return response
        })
      } catch (error) {
        const waitMs = waitBeforeRetry(failureOf(error), { number, isSafe, nowMs: clock.now() })
        if (waitMs === null || !(await operation.wait(waitMs))) throw error
      }
    }
  })
  return Object.assign(client, { budget })
}

/** Octokit takes a page of HTML or half an answer for text; a gate would read it as "no comments yet". */
function assertWhole({ status, data }: { status: number; data: unknown }, accept: string | undefined): void {
  const wantsJson = (status === 200 || status === 201) && !accept?.includes('.raw')
  if (wantsJson && (typeof data !== 'object' || data === null || data instanceof ArrayBuffer)) throw new IncompleteAnswer()
}
