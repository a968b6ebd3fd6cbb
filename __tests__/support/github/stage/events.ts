import { demandCommit, demandPull } from '../graph.ts'
import { createState, type State } from '../state.ts'
import { queuePull } from '../story/story.ts'
import type { Pull, Run } from './records.ts'

interface PullRequestOptions {
  readonly number?: number
  readonly author?: string | null
  /** Where the head is: this repository, another one, or one that was deleted. */
  readonly head?: 'here' | 'fork' | 'deleted'
}

/** The payload of `pull_request` for a pull request of a GitHub that was just started, cut to what is read of it. */
export function pullRequestPayload({ number = 7, author = 'dev', head = 'here' }: PullRequestOptions = {}) {
  const state = createState()
  state.forks.set(2002, 'dev')
  const usual = demandPull(state)
  const repoId = { here: state.repoId, fork: 2002, deleted: null }[head]
  return pullPayload(state, { ...usual, number, author, head: { ...usual.head, repoId } })
}

/** The payload of `pull_request` and `pull_request_target`. */
export function pullPayload(state: State, { number, author, head, base, state: said, locked, labels, merged }: Pull) {
  return {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      state: said,
      locked,
      merged,
      user: author === null ? null : { login: author, type: 'User' },
      labels: [...labels].map((name) => ({ name })),
      head: { ref: head.ref, sha: head.sha, repo: showRepository(state, head.repoId) },
      base: { ref: base.ref, sha: base.sha, repo: showRepository(state, state.repoId) },
    },
    repository: showRepository(state, state.repoId),
  }
}

/** The payload of `merge_group` for a pull request that is alone in the queue. */
export function mergeGroupPayload(state: State, { pull }: { readonly pull: Pull }) {
  const { branch, headSha, baseSha } = queuePull(state, pull)
  const refs = { head_ref: `refs/heads/${branch}`, head_sha: headSha, base_ref: `refs/heads/${pull.base.ref}`, base_sha: baseSha }
  return { action: 'checks_requested', merge_group: refs, repository: showRepository(state, state.repoId) }
}

/** The payload of `push` for the last commit of a branch. */
export function pushPayload(state: State, { branch = state.defaultBranch }: { readonly branch?: string } = {}) {
  const { sha, parents } = demandCommit(state, branch)
  const commits = { before: parents[0] ?? '0'.repeat(40), after: sha }
  return { ref: `refs/heads/${branch}`, ...commits, repository: showRepository(state, state.repoId) }
}

/** The payload of `schedule`, which runs on the default branch. */
export function schedulePayload(state: State) {
  return { schedule: '0 5 * * *', repository: showRepository(state, state.repoId) }
}

/** The payload of `workflow_dispatch`. */
export function dispatchPayload(state: State, { branch = state.defaultBranch }: { readonly branch?: string } = {}) {
  return { ref: `refs/heads/${branch}`, inputs: {}, repository: showRepository(state, state.repoId) }
}

/** The payload of `workflow_run` for a run that ended. */
export function workflowRunPayload(state: State, run: Run) {
  const { id, attempt, startedAt, event, headSha, headBranch, conclusion, path, name, headRepoId } = run
  const pulls = run.prNumbers.map((number) => ({ number, id: 2_000_000_000 + number }))
  const about = {
    id,
    run_attempt: attempt,
    run_started_at: startedAt,
    event,
    head_sha: headSha,
    head_branch: headBranch,
    conclusion: conclusion ?? 'success',
    path,
    name,
  }
  const workflow_run = { ...about, head_repository: showRepository(state, headRepoId), pull_requests: pulls }
  return { action: 'completed', workflow_run, repository: showRepository(state, state.repoId) }
}

function showRepository({ owner, repo, repoId, forks, defaultBranch }: State, id: number | null) {
  const login = id === repoId ? owner : forks.get(id ?? 0)
  if (login === undefined) return null
  return { id, name: repo, full_name: `${login}/${repo}`, owner: { login }, default_branch: defaultBranch, fork: id !== repoId }
}
