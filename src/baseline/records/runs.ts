import type { Client } from '../../github/api/client.ts'
import { type Artifact, listRunArtifacts } from '../../github/artifacts/artifacts.ts'
import { listBranchRuns, type Run, type RunList } from '../../github/facts/runs.ts'
import type { Ancestry } from './ancestry.ts'
import { type Asked, namesOf } from './asked.ts'
import { nearestFirst, newestFirst } from './order.ts'
import { isOwn, OWN_EVENTS } from './own.ts'

/** To ask a run for its artifacts costs a request. Other workflows run on every commit, too. */
const MOST_RUNS = 30

/** A record of a run; `commitsBehind` is null where its commit does not come before. */
interface RunRecord {
  readonly artifact: Artifact
  readonly commitsBehind: number | null
}

/**
 * The search among the runs of a branch, for where more artifacts have the name of a record than can be looked through. Whoever put them there, pull requests
 * and forks cannot start a run for one of these events.
 */
export class RunSearch {
  private readonly client: Client
  private readonly asked: Asked
  private readonly branch: string
  private readonly ancestry: Ancestry
  private asks = 0

  constructor(client: Client, asked: Asked, branch: string, ancestry: Ancestry) {
    this.client = client
    this.asked = asked
    this.branch = branch
    this.ancestry = ancestry
  }

  /**
   * Records of runs on the commit or before, the nearest first, then those of other commits. What newer runs left is known already.
   * Rejects where there are too many runs to say that none has one, or none that is nearer.
   * @param sinceMs all artifacts since then are known; milliseconds since 1970
   * @param open runs that left one that is known and still to be told
   */
  async *records(sinceMs: number, open: ReadonlySet<number>): AsyncGenerator<RunRecord, undefined> {
    const lists = await Promise.all(OWN_EVENTS.map((event) => listBranchRuns(this.client, this.asked.repository, this.branch, event)))
    const { commit, repository, ownRun } = this.asked
    const runs = lists
      .flatMap((list) => list.runs)
      .filter((run) => run.headBranch === this.branch && run.id !== ownRun && isOwn(run, repository))
      .filter((run) => run.headSha === commit || open.has(run.id) || !(Date.parse(run.createdAt) >= sinceMs))
      .map((run) => ({ ...run, runId: run.id }))
    const untilMs = Math.max(...lists.map(endOf))
    const others: Run[] = []
    for await (const { item: run, commitsBehind } of nearestFirst(runs, this.ancestry)) {
      if (commitsBehind === null) others.push(run)
      else
        for (const artifact of await this.recordsOf(run)) {
          if ((await this.ancestry.nearerSince(run.headSha, commitsBehind)) < untilMs) throw this.tooMany()
          yield { artifact, commitsBehind }
        }
    }
    for (const run of others) for (const artifact of await this.recordsOf(run)) yield { artifact, commitsBehind: null }
    if (!lists.every(({ isWhole }) => isWhole)) throw this.tooMany()
  }

  private async recordsOf({ id }: Run): Promise<readonly Artifact[]> {
    if (this.asks++ === MOST_RUNS) throw this.tooMany()
    const names: readonly string[] = namesOf(this.asked)
    const artifacts = await listRunArtifacts(this.client, this.asked.repository, id)
    const records = artifacts.filter(({ name, expired, runId }) => names.includes(name) && !expired && runId === id)
    return newestFirst(records)
  }

  private tooMany(): Error {
    const { artifact, commit } = this.asked
    return new Error(
      `too many artifacts have this name, and none of ${this.branch} was found among them for ${commit.slice(0, 7)} or a commit before it. Update the branch, or choose another name with baseline-artifact (now ${artifact})`,
    )
  }
}

/** Runs before then may be missing; milliseconds since 1970. */
function endOf({ runs, isWhole }: RunList): number {
  return isWhole ? Number.NEGATIVE_INFINITY : Math.min(...runs.map(({ createdAt }) => Date.parse(createdAt)))
}
