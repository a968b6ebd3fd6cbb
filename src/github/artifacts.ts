import { IncompleteAnswer, numberAt, pick, textAt } from './answer.ts'
import type { Client } from './client.ts'
import type { Repository } from './event.ts'
import { statusOf } from './failure.ts'
import { listAll } from './pages.ts'

/** An artifact of a workflow run. */
export interface Artifact {
  readonly id: number
  readonly name: string
  readonly sizeBytes: number
  readonly expired: boolean
  /** ISO 8601. */
  readonly createdAt: string
  /** `sha256:` and the hash of the archive; null where GitHub does not say. */
  readonly digest: string | null
  readonly runId: number
  readonly headSha: string
  readonly headBranch: string
  readonly repositoryId: number | null
  readonly headRepositoryId: number | null
}

/** More records than this need not be looked through. */
const MOST_PAGES = 3

/** Artifacts of a repository with this name, the newest first, at most 300. A repository without any gives an empty list. */
export async function listArtifacts(client: Client, { owner, repo }: Repository, name: string): Promise<readonly Artifact[]> {
  const parameters = { owner, repo, name }
  const items = await readList(client, 'GET /repos/{owner}/{repo}/actions/artifacts', parameters, MOST_PAGES)
  return items.map(parseArtifact).filter((artifact) => artifact.name === name)
}

/** Artifacts of one run. */
export async function listRunArtifacts(client: Client, { owner, repo }: Repository, runId: number): Promise<readonly Artifact[]> {
  const items = await readList(client, 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', { owner, repo, run_id: runId })
  return items.map(parseArtifact)
}

async function readList(client: Client, route: string, parameters: Record<string, unknown>, pages?: number): Promise<readonly unknown[]> {
  try {
    return await listAll(client, { route, parameters, key: 'artifacts', ...(pages !== undefined && { pages }) })
  } catch (error) {
    if (statusOf(error) === 404) return []
    throw error
  }
}

function parseArtifact(value: unknown): Artifact {
  const id = numberAt(value, 'id')
  const name = textAt(value, 'name')
  const sizeBytes = numberAt(value, 'size_in_bytes')
  if (id === null || name === null || sizeBytes === null) throw new IncompleteAnswer('a list of artifacts')
  return {
    id,
    name,
    sizeBytes,
    expired: pick(value, 'expired') !== false,
    createdAt: textAt(value, 'created_at') ?? '',
    digest: textAt(value, 'digest'),
    runId: numberAt(value, 'workflow_run', 'id') ?? 0,
    headSha: textAt(value, 'workflow_run', 'head_sha') ?? '',
    headBranch: textAt(value, 'workflow_run', 'head_branch') ?? '',
    repositoryId: numberAt(value, 'workflow_run', 'repository_id'),
    headRepositoryId: numberAt(value, 'workflow_run', 'head_repository_id'),
  }
}
