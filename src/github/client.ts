import type { getOctokit } from '@actions/github'
import { VERSION } from '../generated/version.ts'
import { writeLog } from './log.ts'

/** GitHub's REST API, authenticated. */
export type Client = ReturnType<typeof getOctokit>

interface ClientOptions {
  readonly token: string
  /** Root of the REST API, as in GITHUB_API_URL. */
  readonly apiUrl: string
  /** Longest time for one request, its answer included. Unit: milliseconds. */
  readonly deadlineMs?: number
}

/** Creates a client that gives up on a silent server and prints nothing on its own. Rejects where the token is empty. */
export async function createClient({ token, apiUrl, deadlineMs = 10_000 }: ClientOptions): Promise<Client> {
  const { getOctokit } = await import('@actions/github')
  const log = { debug: () => {}, info: () => {}, warn: writeLog, error: writeLog }
  const client = getOctokit(token, { baseUrl: apiUrl, userAgent: `llm-cost-gate/${VERSION}`, log })
  // Per request, in a hook: the `request` option of the constructor would replace the toolkit's own, and with it the proxy.
  client.hook.before('request', (options) => {
    Object.assign(options.request, { signal: AbortSignal.timeout(deadlineMs), log })
  })
  return client
}
