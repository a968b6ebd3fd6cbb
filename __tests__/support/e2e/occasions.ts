import { demandCommit } from '../github/graph.ts'
import * as events from '../github/stage/events.ts'
import type { Pull, Run } from '../github/stage/records.ts'
import type { State } from '../github/state.ts'
import { startRun } from '../github/story/story.ts'
import type { Step } from './runner/runner.ts'

/** What makes a step run, as `lab.run` takes it: event and environment of a run that is started for it. */
export interface Occasion {
  readonly run: Run
  readonly event: Step['event']
  readonly env: Readonly<Record<string, string>>
}

/** A push to a branch, a schedule or a dispatch, for the last commit there. */
export function onBranch(state: State, name: 'push' | 'schedule' | 'workflow_dispatch', branch = state.defaultBranch): Occasion {
  const { sha } = demandCommit(state, branch)
  const run = startRun(state, { event: name, headSha: sha, headBranch: branch })
  const payloads = { push: events.pushPayload, workflow_dispatch: events.dispatchPayload, schedule: events.schedulePayload }
  return create(run, payloads[name](state, { branch }), { sha, ref: `refs/heads/${branch}` })
}

/** A push of a tag, which GitHub tells from one of a branch by the ref alone; or a dispatch for it. */
export function onTag(state: State, name: 'push' | 'workflow_dispatch', tag: string, sha: string): Occasion {
  state.tags.set(tag, sha)
  const run = startRun(state, { event: name, headSha: sha, headBranch: tag })
  const ref = `refs/tags/${tag}`
  return create(run, { ...events.dispatchPayload(state), ref }, { sha, ref })
}

/** A pull request at its head; `pull_request` runs on the merge that GitHub tries out, `pull_request_target` on the base. */
export function onPull(state: State, pull: Pull, name: 'pull_request' | 'pull_request_target' = 'pull_request'): Occasion {
  const { number, head, base, mergeSha, author } = pull
  const actor = author ?? 'ghost'
  const run = startRun(state, { event: name, headSha: head.sha, headBranch: head.ref, headRepoId: head.repoId, actor })
  const target =
    name === 'pull_request' ? { sha: mergeSha, ref: `refs/pull/${number}/merge` } : { sha: base.sha, ref: `refs/heads/${base.ref}` }
  return create(run, events.pullPayload(state, pull), { ...target, headRef: head.ref, baseRef: base.ref })
}

/** A pull request that is alone in the merge queue. */
export function onMergeGroup(state: State, pull: Pull): Occasion {
  const payload = events.mergeGroupPayload(state, { pull })
  const { head_ref: ref, head_sha: sha } = payload.merge_group
  const run = startRun(state, { event: 'merge_group', headSha: sha, headBranch: ref.replace('refs/heads/', ''), prNumbers: [] })
  return create(run, payload, { sha, ref })
}

/** The end of another run; this one is of the default branch. */
export function onWorkflowRun(state: State, ended: Run): Occasion {
  const { sha } = demandCommit(state, state.defaultBranch)
  const run = startRun(state, { event: 'workflow_run', headSha: sha, headBranch: state.defaultBranch })
  return create(run, events.workflowRunPayload(state, ended), { sha, ref: `refs/heads/${state.defaultBranch}` })
}

interface Target {
  readonly sha: string
  readonly ref: string
  readonly headRef?: string
  readonly baseRef?: string
}

function create(run: Run, payload: unknown, { sha, ref, headRef = '', baseRef = '' }: Target): Occasion {
  const env = {
    GITHUB_ACTOR: run.actor,
    GITHUB_BASE_REF: baseRef,
    GITHUB_HEAD_REF: headRef,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|pull|tags)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_RUN_ID: String(run.id),
    GITHUB_SHA: sha,
  }
  return { run, event: { name: run.event, payload }, env }
}
