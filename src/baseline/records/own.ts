import type { Client } from '../../github/api/client.ts'
import type { Artifact } from '../../github/artifacts/artifacts.ts'
import type { Repository } from '../../github/facts/event.ts'
import { type Run, readRun } from '../../github/facts/runs.ts'

/** Events whose runs are of the repository's own code. A pull request from a fork's branch of the same name has another. */
export const OWN_EVENTS: readonly string[] = ['push', 'schedule', 'workflow_dispatch']

/** Whether something is of a repository, and not of a fork of it. */
export function isOwn({ repositoryId, headRepositoryId }: Pick<Run, 'repositoryId' | 'headRepositoryId'>, { id }: Repository): boolean {
  return repositoryId !== null && repositoryId === headRepositoryId && (id === null || id === repositoryId)
}

/** The run of a record; null where it did not run the repository's own code. */
export async function readOwnRun(client: Client, artifact: Artifact, repository: Repository): Promise<Run | null> {
  const run = await readRun(client, repository, artifact.runId)
  const isSame = run.headSha === artifact.headSha && run.repositoryId === artifact.repositoryId
  return isSame && isOwn(run, repository) && OWN_EVENTS.includes(run.event) ? run : null
}
