import { readFile } from 'node:fs/promises'
import { numberAt, pick, textAt } from '../api/answer.ts'
import { messageOf } from '../api/failure.ts'

/** Variables of a runner, for example `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A repository: owner and name, and its number, which stays when it is renamed. */
export interface Repository {
  readonly owner: string
  readonly repo: string
  readonly id: number | null
}

/** The pull request that a run is about. */
export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly base: Branch
  /** The head is in another repository, or in one that is gone: on `pull_request` such a run holds a read-only token. */
  readonly fromFork: boolean
  /** Login; null where the account is gone. */
  readonly author: string | null
}

/** A branch at a commit. */
export interface Branch {
  readonly ref: string
  readonly sha: string
}

/** The run that a `workflow_run` event is about. */
export interface TriggeringRun {
  readonly id: number
  readonly attempt: number
  /** When that attempt began, ISO 8601. */
  readonly startedAt: string
  readonly event: string
  readonly headSha: string
  readonly headBranch: string
  /** Null where the head's repository was deleted. */
  readonly headRepository: { readonly id: number; readonly owner: string } | null
  readonly pullNumbers: readonly number[]
}

/** Why a workflow runs, from the runner's environment and its event file. */
export interface Occasion {
  /** `pull_request`, `push` and so on; empty where the environment does not say. */
  readonly event: string
  readonly repository: Repository
  readonly defaultBranch: string | null
  /** This run of a workflow, and which attempt of it; page of the run, which shows the job summary. */
  readonly run: { readonly id: number; readonly attempt: number; readonly url: string }
  /** Commit that is judged. */
  readonly headSha: string | null
  readonly pull: PullRequest | null
  /** What the head is to be merged into: of a pull request or a merge group. */
  readonly base: Branch | null
  /** Number of the last pull request of a merge group. */
  readonly mergeGroupPull: number | null
  readonly triggeredBy: TriggeringRun | null
  /** Why the event file cannot be used, though this event has one that matters; null where all is well. */
  readonly problem: string | null
}

/** Reads why this run happens. What cannot be read is told in `problem`; nothing is thrown. */
export async function readOccasion(env: Environment): Promise<Occasion> {
  const event = env.GITHUB_EVENT_NAME ?? ''
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1
  const id = Number(env.GITHUB_RUN_ID ?? 0) || 0
  const url = `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}/actions/runs/${id}`
  const known = { event, run: { id, attempt, url } }
  const empty: Occasion = {
    ...known,
    repository: { owner, repo, id: Number(env.GITHUB_REPOSITORY_ID) || null },
    defaultBranch: null,
    headSha: env.GITHUB_SHA ?? null,
    pull: null,
    base: null,
    mergeGroupPull: null,
    triggeredBy: null,
    problem: null,
  }
  try {
    const payload: unknown = JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'))
    if (owner === '' || repo === '') throw new Error('GITHUB_REPOSITORY is not owner/name')
    const found: Occasion = {
      ...empty,
      repository: { owner, repo, id: numberAt(payload, 'repository', 'id') ?? empty.repository.id },
      defaultBranch: textAt(payload, 'repository', 'default_branch'),
    }
    return { ...found, ...readSubject(event, payload) }
  } catch (error) {
    return { ...empty, problem: `could not tell what this run is about: GITHUB_EVENT_PATH: ${messageOf(error)}` }
  }
}

function readSubject(event: string, payload: unknown): Partial<Occasion> {
  if (event.startsWith('pull_request')) {
    const pull = parsePull(pick(payload, 'pull_request'))
    return { pull, base: pull.base, headSha: pull.headSha }
  }
  if (event === 'merge_group') {
    const base = {
      ref: demand(textAt(payload, 'merge_group', 'base_ref'), 'base_ref'),
      sha: demand(textAt(payload, 'merge_group', 'base_sha'), 'base_sha'),
    }
    const number = /\/pr-(\d+)-[0-9a-f]{40}$/.exec(textAt(payload, 'merge_group', 'head_ref') ?? '')?.[1]
    const mergeGroupPull = number === undefined ? null : Number(number)
    return {
      base: { ...base, ref: base.ref.replace(/^refs\/heads\//, '') },
      headSha: demand(textAt(payload, 'merge_group', 'head_sha'), 'head_sha'),
      mergeGroupPull,
    }
  }
  if (event !== 'workflow_run') return {}
  const triggeredBy = parseRun(pick(payload, 'workflow_run'))
  return { triggeredBy, headSha: triggeredBy.headSha }
}

/** Reads a pull request as events and the API show it. Throws where it is not what GitHub documents. */
export function parsePull(value: unknown): PullRequest {
  const number = numberAt(value, 'number')
  if (number === null || !Number.isSafeInteger(number) || number < 1) throw new Error('pull_request.number is not a number')
  const headRepository = numberAt(value, 'head', 'repo', 'id')
  return {
    number,
    headSha: demand(textAt(value, 'head', 'sha'), 'pull_request.head.sha'),
    base: {
      ref: demand(textAt(value, 'base', 'ref'), 'pull_request.base.ref'),
      sha: demand(textAt(value, 'base', 'sha'), 'pull_request.base.sha'),
    },
    // Ids, not names: a repository can be renamed between the event and the run. `head.repo` is null once a fork was deleted.
    fromFork: headRepository === null || headRepository !== numberAt(value, 'base', 'repo', 'id'),
    author: textAt(value, 'user', 'login'),
  }
}

function parseRun(run: unknown): TriggeringRun {
  const id = numberAt(run, 'head_repository', 'id')
  const owner = textAt(run, 'head_repository', 'owner', 'login')
  const listed = pick(run, 'pull_requests')
  return {
    id: demand(numberAt(run, 'id'), 'workflow_run.id'),
    attempt: numberAt(run, 'run_attempt') ?? 1,
    startedAt: demand(textAt(run, 'run_started_at'), 'workflow_run.run_started_at'),
    event: textAt(run, 'event') ?? '',
    headSha: demand(textAt(run, 'head_sha'), 'workflow_run.head_sha'),
    headBranch: textAt(run, 'head_branch') ?? '',
    headRepository: id === null || owner === null ? null : { id, owner },
    pullNumbers: Array.isArray(listed) ? listed.flatMap((pull) => numberAt(pull, 'number') ?? []) : [],
  }
}

function demand<T>(value: T | null, name: string): T {
  if (value === null || value === '') throw new Error(`${name} is missing`)
  return value
}
