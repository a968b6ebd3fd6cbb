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
/** Comparing commits costs a request each. To give up is not to find none: a search that ends so rejects. */
const MOST_COMPARISONS = 25

/**
 * The records that qualify, the nearest first: on the commit itself, then the newest runs. Nothing of a fork, a pull request, another branch or a commit
 * that is no ancestor, and nothing that has expired. Each is found by a request or two, when it is asked for. Rejects where a branch has records, but
 * of later commits alone: that is not "none yet".
 */
export async function* findCandidates(client: Client, artifacts: readonly Artifact[], asked: Asked): AsyncGenerator<Candidate> {
  for (const branch of asked.branches) {
    const own = artifacts.filter((artifact) => isOwn(artifact, asked.repository) && artifact.headBranch === branch && !artifact.expired)
    const ancestry = new Ancestry(client, asked)
    let found = false
    for (const artifact of await ancestry.skipLater(order(own, asked.commit))) {
      const commitsBehind = await ancestry.measure(artifact.headSha)
      if (commitsBehind === null || !(await isOfRepository(client, artifact, asked.repository))) continue
      found = true
      yield { artifact, commitsBehind }
    }
    if (found) return
    if (ancestry.hasLater) {
      const short = asked.commit.slice(0, 7)
      throw new Error(
        `${branch} has records, but none of the commit ${short}, which this starts from, or of one before it. Update the branch`,
      )
    }
  }
}

/** Whether the run of a record ran the repository's own code. */
export async function isOfRepository(client: Client, { runId, headSha, repositoryId }: Artifact, repository: Repository): Promise<boolean> {
  const run = await readRun(client, repository, runId)
  return (
    run.repositoryId === repositoryId && run.headRepositoryId === repositoryId && run.headSha === headSha && OWN_EVENTS.includes(run.event)
  )
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

/** Which commits come before the one that was asked about. */
class Ancestry {
  /** Whether any record is of a commit that does not. */
  hasLater = false
  readonly #client: Client
  readonly #asked: Asked
  /** How many commits before; null: not before it, or not known any more. */
  readonly #known: Map<string, number | null>
  #comparisons = 0

  constructor(client: Client, asked: Asked) {
    this.#client = client
    this.#asked = asked
    this.#known = new Map([[asked.commit, 0]])
  }

  async measure(sha: string): Promise<number | null> {
    const known = this.#known.get(sha)
    if (known !== undefined) return known
    const { commit, repository } = this.#asked
    if (this.#comparisons++ === MOST_COMPARISONS)
      throw new Error(
        `more than ${MOST_COMPARISONS} records are of commits that are not in the history of ${commit.slice(0, 7)}. Update the branch`,
      )
    const relation = await relate(this.#client, repository, commit, sha)
    const behind = relation === null || relation.aheadBy > 0 ? null : relation.behindBy
    if (behind === null) this.hasLater = true
    for (const later of relation?.ahead ?? []) this.#known.set(later, null)
    this.#known.set(sha, behind)
    return behind
  }

  /** The records from the first on that comes before: halving finds it among hundreds in a few requests, as long as their order is that of the commits. */
  async skipLater(newestFirst: readonly Artifact[]): Promise<readonly Artifact[]> {
    const [newest] = newestFirst
    if (newest === undefined || (await this.measure(newest.headSha)) !== null) return newestFirst
    const open = newestFirst.filter(({ headSha }) => this.#known.get(headSha) !== null)
    let [from, to] = [0, open.length]
    while (from < to) {
      const middle = Math.floor((from + to) / 2)
      const sha = open[middle]?.headSha ?? ''
      if ((await this.measure(sha)) === null) from = middle + 1
      else to = middle
    }
    // Where none was found the order may be another: then one by one.
    return from === open.length ? open : open.slice(from)
  }
}
