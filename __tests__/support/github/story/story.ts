import { demandCommit } from '../graph.ts'
import type { Pull } from '../stage/records.ts'
import { type State, takeId, tick } from '../state.ts'
import { addCommit, type Files, mergeCommits } from './story-commits.ts'
import { note, person } from './story-people.ts'

export { demandPull } from '../graph.ts'
export { addCommit } from './story-commits.ts'
export { grant, label, lockPull, restrictToken, review, unlabel } from './story-people.ts'
export { finishRun, hashBytes, rerun, startRun, storeArtifact } from './story-runs.ts'

interface NewPull {
  readonly author?: string
  readonly headBranch: string
  readonly baseBranch?: string
  /** Where left out, the tip of the head branch, which is made with one commit where there is none. */
  readonly headSha?: string
  /** What that commit changes. */
  readonly files?: Files
  /** The head is in another repository. */
  readonly fork?: { readonly id: number; readonly owner: string } | 'deleted'
}

/** Opens a pull request. */
export function openPull(state: State, { author = 'dev', headBranch, baseBranch, headSha, files, fork }: NewPull): Pull {
  const base = { ref: baseBranch ?? state.defaultBranch, sha: demandCommit(state, baseBranch ?? state.defaultBranch).sha }
  if (typeof fork === 'object') state.forks.set(fork.id, fork.owner)
  const owner = fork === undefined ? state.owner : fork === 'deleted' ? author : fork.owner
  const repoId = fork === undefined ? state.repoId : fork === 'deleted' ? null : fork.id
  const branch = nameBranch(state, owner, headBranch)
  const known = headSha ?? state.branches.get(branch)
  const sha = known === undefined || files !== undefined ? addCommit(state, { branch, parents: [known ?? base.sha], files, author }) : known
  state.branches.set(branch, demandCommit(state, sha).sha)
  const head = { ref: headBranch, owner, sha, repoId }
  const time = tick(state)
  const open = {
    state: 'open',
    locked: false,
    merged: false,
    labels: new Set<string>(),
    createdAt: time,
    updatedAt: time,
    closedAt: null,
  } as const
  const pull: Pull = { number: takeId(state, 'pull'), author, head, base, mergeSha: mergeCommits(state, base.sha, sha), ...open }
  state.pulls.set(pull.number, pull)
  return pull
}

interface Push {
  readonly files?: Files
  /** In place of the last commit, not after it. */
  readonly force?: boolean
  readonly author?: string
}

/** Pushes a commit to the head of a pull request, and gives its sha. */
export function pushTo(state: State, pull: Pull, { files, force = false, author = pull.author ?? 'dev' }: Push = {}): string {
  const before = demandCommit(state, pull.head.sha)
  const parents = force ? before.parents : [before.sha]
  const sha = addCommit(state, { branch: nameBranch(state, pull.head.owner, pull.head.ref), parents, files, author })
  pull.head.sha = sha
  pull.base.sha = demandCommit(state, pull.base.ref).sha
  pull.mergeSha = mergeCommits(state, pull.base.sha, sha)
  pull.updatedAt = tick(state)
  if (force) note(state, pull, 'head_ref_force_pushed', person(author), { commitId: sha })
  return sha
}

/** Merges a pull request, and gives the sha of the merge on the base. */
export function mergePull(state: State, pull: Pull, actor = 'lead'): string {
  const base = demandCommit(state, pull.base.ref).sha
  const sha = mergeCommits(state, base, pull.head.sha, pull.base.ref)
  Object.assign(pull, { mergeSha: sha, merged: true, state: 'closed', closedAt: tick(state) })
  note(state, pull, 'merged', person(actor), { commitId: sha })
  note(state, pull, 'closed', person(actor))
  return sha
}

/** The merge of a pull request with what is on the base now, as a merge queue builds it, on a branch of its own. */
export function queuePull(state: State, pull: Pull): { readonly branch: string; readonly headSha: string; readonly baseSha: string } {
  const baseSha = demandCommit(state, pull.base.ref).sha
  const branch = `gh-readonly-queue/${pull.base.ref}/pr-${pull.number}-${baseSha}`
  return { branch, baseSha, headSha: state.branches.get(branch) ?? mergeCommits(state, baseSha, pull.head.sha, branch) }
}

/** Makes another branch the base: somebody does, or GitHub where the branch before is deleted. */
export function retargetPull(state: State, pull: Pull, branch: string, actor: string | null = 'dev'): void {
  Object.assign(pull.base, { ref: branch, sha: demandCommit(state, branch).sha })
  pull.mergeSha = mergeCommits(state, pull.base.sha, pull.head.sha)
  pull.updatedAt = tick(state)
  note(state, pull, actor === null ? 'automatic_base_change_succeeded' : 'base_ref_changed', person(actor ?? 'lead'))
}

export function closePull(state: State, pull: Pull, actor = 'lead'): void {
  Object.assign(pull, { state: 'closed', closedAt: tick(state) })
  note(state, pull, 'closed', person(actor))
}

/** The head's repository goes; its commits stay reachable through the pull request. */
export function deleteFork(state: State, pull: Pull): void {
  const id = pull.head.repoId
  if (id === state.repoId || id === null) throw new Error('this pull request has no fork')
  state.forks.delete(id)
  state.branches.delete(nameBranch(state, pull.head.owner, pull.head.ref))
  for (const { head } of state.pulls.values()) if (head.repoId === id) head.repoId = null
  for (const run of state.runs.values()) if (run.headRepoId === id) run.headRepoId = null
}

function nameBranch(state: State, owner: string, ref: string): string {
  return owner === state.owner ? ref : `${owner}:${ref}`
}
