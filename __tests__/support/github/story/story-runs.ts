import { createHash } from 'node:crypto'
import type { Artifact, Run } from '../stage/records.ts'
import { type State, takeId, tick } from '../state.ts'

interface NewRun {
  readonly event: string
  readonly headSha: string
  readonly headBranch: string | null
  /** Where left out, this repository; null where the fork is gone. */
  readonly headRepoId?: number | null
  readonly actor?: string
  readonly attempt?: number
  /** File of the workflow. */
  readonly path?: string
  readonly name?: string
  /** Null, which is the default, while it goes on. */
  readonly conclusion?: string | null
  /** Where left out, the open pull requests with this head that are not from a fork: GitHub lists no others. */
  readonly prNumbers?: readonly number[]
}

/** Starts a run of a workflow. */
export function startRun(state: State, run: NewRun): Run {
  const { headRepoId = state.repoId, actor = 'dev', attempt = 1, conclusion = null } = run
  const { path = '.github/workflows/cost.yml', name = 'cost', prNumbers = findPulls(state, run.headSha, headRepoId) } = run
  const created = { id: takeId(state, 'run'), attempt, event: run.event, headSha: run.headSha, headBranch: run.headBranch }
  const createdAt = tick(state)
  const started: Run = { ...created, headRepoId, actor, createdAt, startedAt: createdAt, path, name, conclusion, prNumbers }
  state.runs.set(started.id, started)
  return started
}

/** Ends a run. */
export function finishRun(run: Run, conclusion = 'success'): void {
  run.conclusion = conclusion
}

/** Starts a run again: its artifacts stay, and their names are free. */
export function rerun(state: State, run: Run): void {
  run.attempt++
  run.startedAt = tick(state)
  run.conclusion = null
}

interface NewArtifact {
  readonly runId: number
  readonly name: string
  readonly bytes: Buffer
  readonly expired?: boolean
  /** Where left out, 90 days from now. */
  readonly expiresAt?: string
  /** False: an upload that was never completed. */
  readonly finalized?: boolean
  /** Where left out, that of the bytes. */
  readonly digest?: string
}

/** Puts an artifact there as if a run had uploaded it. */
export function storeArtifact(state: State, artifact: NewArtifact): Artifact {
  const { runId, name, bytes, expired = false, finalized = true, digest = hashBytes(bytes) } = artifact
  const run = state.runs.get(runId)
  if (run === undefined) throw new Error(`the local GitHub has no run ${runId}`)
  const createdAt = tick(state)
  const { expiresAt = new Date(state.clockMs + 90 * 86_400_000).toISOString().replace('.000', '') } = artifact
  const times = { createdAt, expiresAt }
  const made = { id: takeId(state, 'artifact'), name, runId, attempt: run.attempt, bytes, expired, finalized, ...times, digest }
  state.artifacts.push(made)
  return made
}

/** SHA-256 as GitHub writes it. */
export function hashBytes(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function findPulls(state: State, headSha: string, headRepoId: number | null): readonly number[] {
  if (headRepoId !== state.repoId) return []
  return [...state.pulls.values()]
    .filter(({ head, state: said }) => said === 'open' && head.sha === headSha && head.repoId === state.repoId)
    .map(({ number }) => number)
}
