import type { Artifact } from '../github/artifacts.ts'
import type { Client } from '../github/client.ts'
import { relate } from '../github/commits.ts'
import type { Repository } from '../github/event.ts'
import { readRun } from '../github/runs.ts'

/** A record that may serve as the baseline of a commit. */
export interface Candidate {
  readonly artifact: Artifact
  /** How many commits it is older than the commit that was asked about. */
  readonly commitsBehind: number
}

/** What was asked for: records of the first of these branches that has any, on or before a commit. */
export interface Asked {
  readonly repository: Repository
  readonly branches: readonly string[]
  readonly commit: string
}

/** Events whose runs are of the repository's own code. A pull request from a fork's branch of the same name has another. */
const OWN_EVENTS: readonly string[] = ['push', 'schedule', 'workflow_dispatch']
/** Comparing commits costs requests. To give up is not to find none: a search that ends so rejects. */
const MOST_COMPARISONS = 20

/**
 * The records that qualify, the nearest first: on the commit itself, then the newest runs. Nothing of a fork, a pull request, another branch or a commit
 * that is no ancestor, and nothing that has expired. Each is found by a request or two, when it is asked for.
 */
export async function* findCandidates(client: Client, artifacts: readonly Artifact[], asked: Asked): AsyncGenerator<Candidate> {
  for (const branch of asked.branches) {
    const own = artifacts.filter((artifact) => isOwn(artifact, asked.repository) && artifact.headBranch === branch && !artifact.expired)
    let found = false
    for await (const candidate of walk(client, order(own, asked.commit), asked)) {
      found = true
      yield candidate
    }
    if (found) return
  }
}

function isOwn({ repositoryId, headRepositoryId }: Artifact, { id }: Repository): boolean {
  return repositoryId !== null && repositoryId === headRepositoryId && (id === null || id === repositoryId)
}

/** A run keeps its number when it is repeated, so numbers follow the order of the commits better than times do. */
function order(artifacts: readonly Artifact[], commit: string): readonly Artifact[] {
  const isExact = ({ headSha }: Artifact) => Number(headSha === commit)
  return [...artifacts].sort(
    (one, other) => isExact(other) - isExact(one) || other.runId - one.runId || Date.parse(other.createdAt) - Date.parse(one.createdAt),
  )
}

async function* walk(client: Client, artifacts: readonly Artifact[], { repository, commit }: Asked): AsyncGenerator<Candidate> {
  // Commits that came after the one asked about, or that GitHub no longer knows.
  const outside = new Set<string>()
  const behind = new Map<string, number>([[commit, 0]])
  let comparisons = 0
  for (const artifact of artifacts) {
    const { headSha, runId } = artifact
    if (outside.has(headSha)) continue
    if (!behind.has(headSha)) {
      if (comparisons++ === MOST_COMPARISONS)
        throw new Error(`it has more than ${MOST_COMPARISONS} records of commits that are not in the history of ${commit.slice(0, 7)}`)
      const relation = await relate(client, repository, commit, headSha)
      for (const sha of relation === null ? [headSha] : relation.ahead) outside.add(sha)
      if (relation === null || relation.aheadBy > 0) {
        outside.add(headSha)
        continue
      }
      behind.set(headSha, relation.behindBy)
    }
    const run = await readRun(client, repository, runId)
    const isOurs = run.repositoryId === artifact.repositoryId && run.headRepositoryId === artifact.repositoryId && run.headSha === headSha
    if (isOurs && OWN_EVENTS.includes(run.event)) yield { artifact, commitsBehind: behind.get(headSha) ?? 0 }
  }
}
