import { setTimeout as sleep } from 'node:timers/promises'
import type { getOctokit } from '@actions/github'
import { VERSION } from '../generated/version.ts'
import { IncompleteAnswer } from './answer.ts'
import { failureOf } from './failure.ts'
import { writeLog } from './log.ts'
import { waitBeforeRetry } from './retry.ts'

/** GitHub's REST API, authenticated. */
export type Client = ReturnType<typeof getOctokit>

interface ClientOptions {
  readonly token: string
  /** Root of the REST API, as in GITHUB_API_URL. */
  readonly apiUrl: string
  /** Longest time for one try of a request, its answer included. Unit: milliseconds. */
  readonly tryMs?: number
  /** Longest time for one request with all its tries and waits. Unit: milliseconds. */
  readonly requestMs?: number
  /** Longest time for all requests together. Unit: milliseconds. */
  readonly totalMs?: number
}

/**
 * Creates a client that tries again where that can help, gives up on a silent server, and prints nothing on its own.
 * A request rejects where GitHub refuses or its answer is not whole. Rejects where the token is empty.
 */
export async function createClient({
  token,
  apiUrl,
  tryMs = 10_000,
  // A minute is the longest wait for a limit; then there is time for another try.
  requestMs = 75_000,
  totalMs = 150_000,
}: ClientOptions): Promise<Client> {
  const { getOctokit } = await import('@actions/github')
  const log = { debug: () => {}, info: () => {}, warn: writeLog, error: writeLog }
  const client = getOctokit(token, { baseUrl: apiUrl, userAgent: `llm-cost-gate/${VERSION}`, log })
  let leftMs = totalMs

  client.hook.wrap('request', async (request, options) => {
    const start = Date.now()
    const room = () => Math.min(requestMs, leftMs) - (Date.now() - start)
    // A comment is not written again without a look at it: a newer run may have been there meanwhile.
    const isSafe = options.method === 'GET' || options.method === 'DELETE' || options.url.includes('/statuses/')
    try {
      for (let number = 1; ; number++) {
        if (room() <= 0) throw new Error('GitHub took too long to answer this run')
        // In place: the hook that adds the token sends the options that it was given first. Beside what the toolkit sets, or the proxy is lost.
        Object.assign(options, { request: { ...options.request, log, signal: AbortSignal.timeout(Math.min(tryMs, room())) } })
        try {
          const response = await request(options)
          assertWhole(response, options.headers.accept)
          return response
        } catch (error) {
          const waitMs = waitBeforeRetry(failureOf(error), { number, isSafe, nowMs: Date.now() })
          if (waitMs === null || waitMs >= room()) throw error
          await sleep(waitMs)
        }
      }
    } finally {
      leftMs -= Date.now() - start
    }
  })
  return client
}

/** Octokit takes a page of HTML or half an answer for text; a gate would read it as "no comments yet". */
function assertWhole({ status, data }: { status: number; data: unknown }, accept: string | undefined): void {
  const wantsJson = (status === 200 || status === 201) && !accept?.includes('.raw')
  if (wantsJson && (typeof data !== 'object' || data === null || data instanceof ArrayBuffer)) throw new IncompleteAnswer()
}
