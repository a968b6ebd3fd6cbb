import type { CostSummary } from '../../../src/generated/types.ts'
import { makeZip } from '../archive/zip.ts'
import type { Artifact } from '../github/stage/records.ts'
import type { State } from '../github/state.ts'
import { addCommit, startRun, storeArtifact } from '../github/story/story.ts'
import { buildModel, buildSummary } from '../render/summary.ts'

/** What the run of a record was, and what it kept; where left out: a push to main that recorded $0.50. */
export interface NewRecord {
  readonly sha: string
  readonly cost?: number
  readonly branch?: string
  readonly event?: string
  /** The repository of the commit; where left out, this one. */
  readonly repoId?: number | null
  readonly conclusion?: string | null
  readonly name?: string
  readonly bytes?: Buffer
  readonly digest?: string
  readonly expired?: boolean
  readonly expiresAt?: string
  readonly finalized?: boolean
}

/** A record as a run of a workflow would have left it. */
export function addRecord(state: State, record: NewRecord): Artifact {
  const { sha, cost = 0.5, branch = 'main', event = 'push', repoId = state.repoId, conclusion = 'success', ...rest } = record
  const run = startRun(state, { event, headSha: sha, headBranch: branch, headRepoId: repoId, conclusion, prNumbers: [] })
  return storeArtifact(state, {
    runId: run.id,
    name: 'llm-cost-baseline',
    bytes: zipRecord(cost, { commit: sha, ref: `refs/heads/${branch}` }),
    ...rest,
  })
}

/** The archive of a record of one call. */
export function zipRecord(cost: number, overrides: Partial<CostSummary> = {}): Buffer {
  const nothing = { agent_stats: {}, step_stats: {}, customer_stats: {}, sources: [] }
  const call = { total_cost_usd: cost, calls: 1, runs: 1, model_stats: { 'gpt-4o': buildModel(1, 125_000, cost) } }
  return zipText(JSON.stringify(buildSummary({ ...nothing, ...call, ...overrides })))
}

/** The archive of a record with this text in it. */
export function zipText(content: string): Buffer {
  return makeZip([{ name: 'cost-summary.json', content }])
}

/** Commits to main, one after the other; the oldest first. */
export function growMain(state: State, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addCommit(state, { branch: 'main', message: `Commit ${index}` }))
}
