import { readFile } from 'node:fs/promises'

/** The pull request that a workflow run is about. */
export interface PullRequestEvent {
  readonly owner: string
  readonly repo: string
  readonly number: number
  readonly headSha: string
  /** The head is in another repository, or in one that is gone: on `pull_request` such a run holds a read-only token. */
  readonly fromFork: boolean
  /** Login; null where the account is gone. */
  readonly author: string | null
  /** Page of this workflow run, which shows the job summary; null where the environment does not say. */
  readonly runUrl: string | null
}

/** Variables of a runner, for example `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The pull request from a runner's environment and event file; null on any other event, and with a warning where the file cannot be used. */
export async function readEvent(env: Environment, warn: (message: string) => void): Promise<PullRequestEvent | null> {
  if (env.GITHUB_EVENT_NAME !== 'pull_request' && env.GITHUB_EVENT_NAME !== 'pull_request_target') return null
  try {
    return parseEvent(JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8')), env)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    warn(`could not tell which pull request this is: GITHUB_EVENT_PATH: ${reason}. There will be no comment.`)
    return null
  }
}

function parseEvent(payload: unknown, env: Environment): PullRequestEvent {
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (!owner || !repo) throw new Error('GITHUB_REPOSITORY is not owner/name')
  const pullRequest = pick(payload, 'pull_request')
  const number = pick(pullRequest, 'number')
  const headSha = pick(pullRequest, 'head', 'sha')
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) throw new Error('pull_request.number is not a number')
  if (typeof headSha !== 'string') throw new Error('pull_request.head.sha is missing')
  const author = pick(pullRequest, 'user', 'login')
  return {
    owner,
    repo,
    number,
    headSha,
    fromFork: isFork(pullRequest),
    author: typeof author === 'string' ? author : null,
    runUrl:
      env.GITHUB_SERVER_URL && env.GITHUB_RUN_ID ? `${env.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}` : null,
  }
}

// Ids, not names: a repository can be renamed between the event and the run. `head.repo` is null once a fork was deleted.
function isFork(pullRequest: unknown): boolean {
  const head = pick(pullRequest, 'head', 'repo', 'id')
  return typeof head !== 'number' || head !== pick(pullRequest, 'base', 'repo', 'id')
}

function pick(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined
  return found
}
