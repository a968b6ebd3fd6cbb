import type { Artifact, Run } from '../stage/records.ts'
import type { State } from '../state.ts'
import { showLogin } from './account.ts'
import { showTree } from './commit.ts'
import { showRepository } from './repository.ts'

/** A run of a workflow as GitHub's API shows it. */
export function showRun(state: State, origin: string, run: Run): Record<string, unknown> {
  const api = `${origin}/repos/${state.owner}/${state.repo}`
  const url = `${api}/actions/runs/${run.id}`
  const head = state.commits.get(run.headSha)
  const person = { name: run.actor, email: `${run.actor}@example.com` }
  const commit = head && { id: head.sha, tree_id: showTree(api, head).sha, message: head.message, timestamp: head.date }
  return {
    id: run.id,
    node_id: `WFR_${run.id}`,
    name: run.name,
    path: run.path,
    display_title: run.name,
    run_number: 1,
    run_attempt: run.attempt,
    event: run.event,
    status: statusOf(run),
    conclusion: run.conclusion,
    workflow_id: 100,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_commit: commit ? { ...commit, author: person, committer: person } : null,
    head_repository: showRepository(state, origin, run.headRepoId),
    repository: showRepository(state, origin),
    actor: showLogin(origin, run.actor),
    triggering_actor: showLogin(origin, run.actor),
    pull_requests: run.prNumbers.flatMap((number) => showPullBriefly(state, api, number)),
    created_at: run.createdAt,
    run_started_at: run.startedAt,
    updated_at: run.createdAt,
    url,
    html_url: `https://github.com/${state.owner}/${state.repo}/actions/runs/${run.id}`,
    ...Object.fromEntries(['jobs', 'logs', 'cancel', 'rerun', 'artifacts'].map((name) => [`${name}_url`, `${url}/${name}`])),
    check_suite_url: `${api}/check-suites/${run.id}`,
    workflow_url: `${api}/actions/workflows/100`,
  }
}

/** How far a run is. */
export function statusOf({ conclusion }: Run): 'completed' | 'in_progress' {
  return conclusion === null ? 'in_progress' : 'completed'
}

function showPullBriefly(state: State, api: string, number: number): readonly Record<string, unknown>[] {
  const pull = state.pulls.get(number)
  if (pull === undefined) return []
  const repo = { id: state.repoId, url: api, name: state.repo }
  const { head, base } = pull
  const sides = { head: { ref: head.ref, sha: head.sha, repo }, base: { ref: base.ref, sha: base.sha, repo } }
  return [{ id: 2_000_000_000 + number, number, url: `${api}/pulls/${number}`, ...sides }]
}

/** An artifact as GitHub's API shows it. */
export function showArtifact(state: State, origin: string, artifact: Artifact): Record<string, unknown> {
  const url = `${origin}/repos/${state.owner}/${state.repo}/actions/artifacts/${artifact.id}`
  const run = state.runs.get(artifact.runId)
  return {
    id: artifact.id,
    node_id: `MDg6QXJ0aWZhY3Q${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.bytes.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: run && {
      id: run.id,
      repository_id: state.repoId,
      // Whether GitHub keeps the number of a fork that is gone is not documented.
      ...(run.headRepoId !== null && { head_repository_id: run.headRepoId }),
      head_branch: run.headBranch ?? '',
      head_sha: run.headSha,
    },
  }
}
