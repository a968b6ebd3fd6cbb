import { IncompleteAnswer, numberAt, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { listAll } from '../api/pages.ts'
import type { Repository } from './event.ts'

/** GitHub gives no more of a list of runs that is filtered (docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository). */
const MOST_RUNS = 1000

/** A run of a workflow. */
export interface Run {
  readonly id: number
  /** The newest attempt of it. */
  readonly attempt: number
  readonly event: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly headSha: string
  readonly headBranch: string
  readonly repositoryId: number | null
  readonly headRepositoryId: number | null
}

export async function readRun(client: Client, { owner, repo }: Pick<Repository, 'owner' | 'repo'>, runId: number): Promise<Run> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', { owner, repo, run_id: runId })
  return parseRun(data)
}

/** Runs of any workflow on a commit, the newest first. */
export async function listRuns(client: Client, { owner, repo }: Repository, headSha: string): Promise<readonly Run[]> {
  const parameters = { owner, repo, head_sha: headSha, exclude_pull_requests: true }
  const items = await listAll(client, { route: 'GET /repos/{owner}/{repo}/actions/runs', parameters, key: 'workflow_runs' })
  return items.map(parseRun)
}

/** Runs, the newest first; `isWhole` is false where there are more than GitHub gives. */
export interface RunList {
  readonly runs: readonly Run[]
  readonly isWhole: boolean
}

/** Runs of a branch for one event, or of a tag of its name. */
export async function listBranchRuns(client: Client, { owner, repo }: Repository, branch: string, event: string): Promise<RunList> {
  const parameters = { owner, repo, branch, event, exclude_pull_requests: true }
  const items = await listAll(client, { route: 'GET /repos/{owner}/{repo}/actions/runs', parameters, key: 'workflow_runs' })
  return { runs: items.map(parseRun), isWhole: items.length < MOST_RUNS }
}

function parseRun(value: unknown): Run {
  const id = numberAt(value, 'id')
  const event = textAt(value, 'event')
  const createdAt = textAt(value, 'created_at')
  const headSha = textAt(value, 'head_sha')
  if (id === null || event === null || createdAt === null || headSha === null) throw new IncompleteAnswer('a workflow run')
  return {
    id,
    attempt: numberAt(value, 'run_attempt') ?? 1,
    event,
    createdAt,
    headSha,
    headBranch: textAt(value, 'head_branch') ?? '',
    repositoryId: numberAt(value, 'repository', 'id'),
    headRepositoryId: numberAt(value, 'head_repository', 'id'),
  }
}
