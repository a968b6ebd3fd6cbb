import type { Client } from '../../github/api/client.ts'
import type { Artifact } from '../../github/artifacts/artifacts.ts'
import type { Run } from '../../github/facts/runs.ts'
import { Ancestry } from './ancestry.ts'
import type { Asked } from './asked.ts'
import type { Listing } from './listing.ts'
import { nearestFirst } from './order.ts'
import { isOwn, readOwnRun } from './own.ts'
import { RunSearch } from './runs.ts'

/** A record that may serve as the baseline of a commit. */
export interface Candidate {
  readonly artifact: Artifact
  /** How many commits it is older than the commit that was asked about. */
  readonly commitsBehind: number
}

/**
 * The records that qualify, the nearest first: on the commit itself, then by how many commits older they are, and of one commit the newest run. Nothing of a
 * fork, a pull request, another branch or a commit that is no ancestor, and nothing that has expired or was discarded. Each is found by a request or two, when
 * it is asked for. Rejects where a branch has records, but of later commits alone, and where more lies there than can be looked through: neither is "none yet".
 */
export async function* findCandidates(client: Client, listing: Listing, asked: Asked): AsyncGenerator<Candidate, undefined> {
  for (const branch of asked.branches) {
    const search = new Search(client, listing, asked, branch)
    yield* search.candidates()
    if (search.hasFound) return
    if (search.hasOther) {
      const short = asked.commit.slice(0, 7)
      throw new Error(
        `${branch} has records, but none of the commit ${short}, which this starts from, or of one before it. Update the branch`,
      )
    }
  }
}

/** The search among the records of one branch. */
class Search {
  /** Whether any record is of a commit that does not come before. */
  hasOther = false
  private readonly client: Client
  private readonly listing: Listing
  private readonly asked: Asked
  private readonly branch: string
  private readonly ancestry: Ancestry
  private readonly runs = new Map<number, Run | null>()
  /** Artifacts that are dealt with. */
  private readonly done = new Set<number>()
  private readonly found = new Set<number>()

  constructor(client: Client, listing: Listing, asked: Asked, branch: string) {
    this.client = client
    this.listing = listing
    this.asked = asked
    this.branch = branch
    this.ancestry = new Ancestry(client, asked)
  }

  get hasFound(): boolean {
    return [...this.found].some((id) => !this.listing.discarded.has(id))
  }

  async *candidates(): AsyncGenerator<Candidate, undefined> {
    do yield* this.listed()
    while (await this.listing.extend())
    if (this.listing.isWhole) return
    const runs = new RunSearch(this.client, this.asked, this.branch, this.ancestry)
    const open = new Set(this.open().map(({ runId }) => runId))
    for await (const { artifact, commitsBehind } of runs.records(this.listing.sinceMs, open)) {
      if (this.done.has(artifact.id)) continue
      if (commitsBehind === null) this.hasOther = true
      else yield this.take(artifact, commitsBehind)
    }
  }

  /** Those of the list, as far as it was read; not those that a nearer one may follow on the next page. */
  private async *listed(): AsyncGenerator<Candidate, undefined> {
    for await (const { item: artifact, commitsBehind } of nearestFirst(this.open(), this.ancestry)) {
      if (commitsBehind === null) this.hasOther = true
      const run = commitsBehind === null ? null : await this.runOf(artifact)
      if (commitsBehind === null || run === null) {
        this.done.add(artifact.id)
        continue
      }
      if (!(await this.isNearest(run, commitsBehind))) return
      yield this.take(artifact, commitsBehind)
    }
  }

  /** Those of the list that are not dealt with. */
  private open(): readonly Artifact[] {
    return this.listing.artifacts.filter(
      (artifact) =>
        !this.done.has(artifact.id) && !artifact.expired && artifact.headBranch === this.branch && isOwn(artifact, this.asked.repository),
    )
  }

  /** A run's artifacts are younger than the run, and a run than its commit: neither newer runs than this one nor nearer commits have one on a page that was not read. */
  private async isNearest({ createdAt, headSha }: Run, commitsBehind: number): Promise<boolean> {
    const { isWhole, sinceMs } = this.listing
    if (isWhole) return true
    return Date.parse(createdAt) >= sinceMs && (await this.ancestry.nearerSince(headSha, commitsBehind)) >= sinceMs
  }

  private take(artifact: Artifact, commitsBehind: number): Candidate {
    this.done.add(artifact.id)
    this.found.add(artifact.id)
    return { artifact, commitsBehind }
  }

  private async runOf(artifact: Artifact): Promise<Run | null> {
    const known = this.runs.get(artifact.runId)
    if (known !== undefined) return known
    const run = await readOwnRun(this.client, artifact, this.asked.repository)
    this.runs.set(artifact.runId, run)
    return run
  }
}
