import type { State } from '../github/state.ts'
import { addCommit, startRun, storeArtifact } from '../github/story/story.ts'
import { addRecord } from './stored.ts'

/** Where a pull request started, and the commits of main before and after it. */
export interface Place {
  readonly older: string
  readonly base: string
  readonly newer: string
}

/** So much that nothing would look like a regression beside it. Unit: US dollars. */
const DECOY = { cost: 99 }

/** Records that a pull request must not be compared with: each newer than the right one, and dear. */
export const decoys: readonly (readonly [name: string, plant: (state: State, place: Place) => void])[] = [
  [
    'a pull request of a fork whose branch is called main',
    (state, { base }) => plantOf(state, base, { repoId: 2002, event: 'pull_request' }),
  ],
  ['a push in a fork', (state, { base }) => plantOf(state, base, { repoId: 2002 })],
  ['a fork that is gone', (state, { base }) => plantOf(state, base, { repoId: null })],
  ...['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment', 'merge_group', 'release'].map(
    (event) => [`a run for ${event} on main`, (state: State, { base }: Place) => plantOf(state, base, { event })] as const,
  ),
  ['main after the pull request began', (state, { newer }) => plantOf(state, newer)],
  ['another branch', (state, { base }) => plantOf(state, addCommit(state, { branch: 'other', parents: [base] }), { branch: 'other' })],
  ['another branch at the same commit', (state, { base }) => plantOf(state, base, { branch: 'other' })],
  ['a commit that a push took away from main', (state, { older }) => plantOf(state, addCommit(state, { parents: [older] }))],
  ['a commit that GitHub no longer has', (state) => plantOf(state, 'f'.repeat(40))],
  ['another gate', (state, { base }) => plantOf(state, base, { name: 'llm-cost-baseline-evals' })],
  ['a record that expired', (state, { base }) => plantOf(state, base, { expired: true })],
  ['a record that was uploaded by half', (state, { base }) => plantOf(state, base, { finalized: false })],
]

function plantOf(state: State, sha: string, record: object = {}): void {
  state.forks.set(2002, 'mallory')
  addRecord(state, { sha, ...DECOY, ...record })
}

/** So many artifacts of a fork, newer than any record, that a record is not among the first that are listed. */
export function flood(state: State, headSha: string, count: number, name = 'llm-cost-baseline'): void {
  state.forks.set(2002, 'mallory')
  const bytes = Buffer.from('zip')
  for (let index = 0; index < count; index++) {
    const run = startRun(state, { event: 'pull_request', headSha, headBranch: 'main', headRepoId: 2002, prNumbers: [] })
    storeArtifact(state, { runId: run.id, name, bytes })
  }
}
