import { IncompleteAnswer, numberAt, pick, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { statusOf } from '../api/failure.ts'
import { listAll, readPages } from '../api/pages.ts'
import type { Repository } from '../facts/event.ts'

/** An artifact of a workflow run. */
export interface Artifact {
  readonly id: number
  readonly name: string
  readonly sizeBytes: number
  readonly expired: boolean
  /** ISO 8601. */
  readonly createdAt: string
  /** ISO 8601; null where GitHub does not say. */
  readonly expiresAt: string | null
  /** `sha256:` and the hash of the archive; null where GitHub does not say. */
  readonly digest: string | null
  readonly runId: number
  readonly headSha: string
  readonly headBranch: string
  readonly repositoryId: number | null
  readonly headRepositoryId: number | null
}

/** Artifacts as they are read, page by page. */
export interface ArtifactPage {
  readonly artifacts: readonly Artifact[]
  readonly isLast: boolean
}

/** Artifacts of a repository with this name, the newest first, at most 3,000. A repository without any gives an empty page. */
export async function* readArtifacts(client: Client, { owner, repo }: Repository, name: string): AsyncGenerator<ArtifactPage, undefined> {
  const list = { route: 'GET /repos/{owner}/{repo}/actions/artifacts', parameters: { owner, repo, name }, key: 'artifacts' }
  let isFirst = true
  try {
    for await (const { items, isLast } of readPages(client, list)) {
      isFirst = false
      yield { artifacts: items.map(parseArtifact).filter((artifact) => artifact.name === name), isLast }
    }
  } catch (error) {
    if (!isFirst || statusOf(error) !== 404) throw error
    yield { artifacts: [], isLast: true }
  }
}

/** Artifacts of one run. */
export async function listRunArtifacts(client: Client, { owner, repo }: Repository, runId: number): Promise<readonly Artifact[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts'
  try {
    const items = await listAll(client, { route, parameters: { owner, repo, run_id: runId }, key: 'artifacts' })
    return items.map(parseArtifact)
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
    expiresAt: textAt(value, 'expires_at'),
    digest: textAt(value, 'digest'),
    runId: numberAt(value, 'workflow_run', 'id') ?? 0,
    headSha: textAt(value, 'workflow_run', 'head_sha') ?? '',
    headBranch: textAt(value, 'workflow_run', 'head_branch') ?? '',
    repositoryId: numberAt(value, 'workflow_run', 'repository_id'),
    headRepositoryId: numberAt(value, 'workflow_run', 'head_repository_id'),
  }
}
