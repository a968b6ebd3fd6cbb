import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import * as events from '../../support/github/stage/events.ts'
import type { State } from '../../support/github/state.ts'
import * as story from '../../support/github/story/story.ts'

const acme = { owner: 'acme', repo: 'agents' }
let github: GitHubServer
let state: State
let octokit: ReturnType<typeof getOctokit>
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  octokit = getOctokit(state.token, { baseUrl: github.apiUrl })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

describe('runs of the local GitHub', () => {
  beforeEach(() => {
    story.startRun(state, { event: 'push', headSha: 'b'.repeat(40), headBranch: 'main', conclusion: 'failure' })
    story.startRun(state, { event: 'pull_request', headSha: 'a'.repeat(40), headBranch: 'feature', actor: 'lead' })
    const { head } = story.openPull(state, { author: 'mallory', headBranch: 'main', fork: { id: 2002, owner: 'mallory' } })
    story.startRun(state, { event: 'pull_request', headSha: head.sha, headBranch: 'main', headRepoId: 2002, conclusion: 'success' })
  })

  it.each<[object, number[]]>([
    [{}, [9003, 9002, 9001]],
    [{ event: 'pull_request' }, [9003, 9002]],
    [{ branch: 'main' }, [9003, 9001]],
    [{ head_sha: 'a'.repeat(40) }, [9002]],
    [{ actor: 'lead' }, [9002]],
    [{ status: 'completed' }, [9003, 9001]],
    [{ status: 'failure' }, [9001]],
    [{ status: 'in_progress' }, [9002]],
    [{ per_page: 1, page: 2 }, [9002]],
  ])('are listed by %j, the newest first', async (query, ids) => {
    const { data } = await octokit.rest.actions.listWorkflowRunsForRepo({ ...acme, ...query })
    expect(data.workflow_runs.map(({ id }) => id)).toEqual(ids)
  })

  it('name their pull requests, but not those of forks', async () => {
    const { data } = await octokit.rest.actions.listWorkflowRunsForRepo(acme)
    expect(data.workflow_runs.map(({ pull_requests }) => pull_requests?.map(({ number }) => number))).toEqual([[], [7], []])
    const [fork] = data.workflow_runs
    expect(fork).toMatchObject({ head_repository: { id: 2002, full_name: 'mallory/agents' }, repository: { id: 1001 } })
    await expect(octokit.rest.actions.getWorkflowRun({ ...acme, run_id: 1 })).rejects.toMatchObject({ status: 404 })
  })
})

describe('statuses of the local GitHub', () => {
  it('are combined by context, the newest of each', async () => {
    const post = (said: 'success' | 'failure' | 'pending', context: string) =>
      octokit.rest.repos.createCommitStatus({ ...acme, sha: 'a'.repeat(40), state: said, context, description: 'x' })
    const combined = async () => (await octokit.rest.repos.getCombinedStatusForRef({ ...acme, ref: 'feature' })).data
    expect((await combined()).state).toBe('pending')
    await post('failure', 'cost')
    await post('success', 'other')
    expect((await combined()).state).toBe('failure')
    await post('success', 'cost')
    expect(await combined()).toMatchObject({ state: 'success', total_count: 2 })
    expect(state.statuses).toHaveLength(3)
    await expect(octokit.rest.repos.createCommitStatus({ ...acme, sha: 'f'.repeat(40), state: 'success' })).rejects.toMatchObject({
      status: 422,
    })
  })

  it('have at most 140 characters', async () => {
    const post = (length: number) =>
      octokit.rest.repos.createCommitStatus({ ...acme, sha: 'a'.repeat(40), state: 'success', description: 'x'.repeat(length) })
    expect((await post(140)).status).toBe(201)
    await expect(post(141)).rejects.toMatchObject({ status: 422 })
  })

  it('stand beside limits that nothing comes near', async () => {
    expect((await octokit.rest.rateLimit.get()).data.resources.core.remaining).toBeGreaterThan(0)
  })
})

describe('payloads', () => {
  it('of a merge group name the merge, and what it is merged into', async () => {
    const pull = story.openPull(state, { headBranch: 'topic', files: { 'a.txt': '1' } })
    const main = story.addCommit(state, { branch: 'main', files: { 'b.txt': '2' } })
    const { merge_group } = events.mergeGroupPayload(state, { pull })
    expect(merge_group).toMatchObject({
      head_ref: `refs/heads/gh-readonly-queue/main/pr-8-${main}`,
      base_ref: 'refs/heads/main',
      base_sha: main,
    })
    expect(events.mergeGroupPayload(state, { pull })).toMatchObject({ merge_group })
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...acme, basehead: `${main}...${merge_group.head_sha}` })
    expect(data.commits.map(({ sha }) => sha)).toEqual([pull.head.sha, merge_group.head_sha])
  })

  it('of a run say which pull requests it had, and whose repository', () => {
    const pull = story.openPull(state, { author: 'mallory', headBranch: 'patch', fork: { id: 2002, owner: 'mallory' } })
    const about = { event: 'pull_request', headSha: pull.head.sha, headBranch: 'patch', headRepoId: 2002 }
    const { workflow_run } = events.workflowRunPayload(state, story.startRun(state, about))
    expect(workflow_run).toMatchObject({ id: 9001, run_attempt: 1, pull_requests: [], head_repository: { owner: { login: 'mallory' } } })
    story.deleteFork(state, pull)
    expect(events.pullPayload(state, pull).pull_request.head.repo).toBeNull()
    expect(events.pullRequestPayload({ head: 'fork' }).pull_request.head.repo).toMatchObject({ id: 2002, full_name: 'dev/agents' })
  })

  it('of a push, a schedule and a dispatch name branch and repository', () => {
    const sha = story.addCommit(state, { branch: 'main' })
    const repository = { id: 1001, full_name: 'acme/agents', default_branch: 'main' }
    expect(events.pushPayload(state)).toMatchObject({ ref: 'refs/heads/main', before: 'b'.repeat(40), after: sha, repository })
    expect(events.schedulePayload(state)).toMatchObject({ repository })
    expect(events.dispatchPayload(state, { branch: 'feature' })).toMatchObject({ ref: 'refs/heads/feature', repository })
  })
})
