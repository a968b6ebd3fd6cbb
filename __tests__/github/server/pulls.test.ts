import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
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

const show = async (pull_number: number) => (await octokit.rest.pulls.get({ ...acme, pull_number })).data

describe('a pull request of the local GitHub', () => {
  it('is there from the beginning', async () => {
    expect(await show(7)).toMatchObject({ state: 'open', head: { ref: 'feature', sha: 'a'.repeat(40) }, base: { sha: 'b'.repeat(40) } })
    expect((await octokit.rest.repos.get(acme)).data).toMatchObject({ id: 1001, default_branch: 'main', owner: { login: 'acme' } })
  })

  it('has the commits and the files of its branch', async () => {
    const pull = story.openPull(state, { author: 'dev', headBranch: 'topic', files: { 'a.txt': '1\n' } })
    const second = story.pushTo(state, pull, { files: { 'b.txt': '2\n' } })
    const of = { ...acme, pull_number: pull.number }
    expect(await show(8)).toMatchObject({ commits: 2, changed_files: 2, additions: 2, head: { sha: second } })
    expect((await octokit.rest.pulls.listCommits(of)).data.map(({ sha }) => sha)).toEqual([expect.any(String), second])
    expect((await octokit.rest.pulls.listFiles(of)).data.map(({ filename }) => filename)).toEqual(['a.txt', 'b.txt'])
    const forced = story.pushTo(state, pull, { files: { 'c.txt': '3\n' }, force: true })
    expect((await octokit.rest.pulls.listFiles(of)).data.map(({ filename }) => filename)).toEqual(['a.txt', 'c.txt'])
    expect((await octokit.rest.issues.listEvents({ ...acme, issue_number: 8 })).data).toMatchObject([
      { event: 'head_ref_force_pushed', actor: { login: 'dev' }, commit_id: forced },
    ])
  })

  it('is found by its branch, its base, its state and its commits', async () => {
    const fork = story.openPull(state, { author: 'mallory', headBranch: 'main', fork: { id: 2002, owner: 'mallory' } })
    const closed = story.openPull(state, { headBranch: 'old', baseBranch: 'feature' })
    story.closePull(state, closed)
    const list = async (query: object) => (await octokit.rest.pulls.list({ ...acme, ...query })).data.map(({ number }) => number)
    expect(await list({})).toEqual([8, 7])
    expect(await list({ state: 'all', direction: 'asc' })).toEqual([7, 8, 9])
    expect(await list({ head: 'mallory:main' })).toEqual([8])
    expect(await list({ head: 'acme:main' })).toEqual([])
    expect(await list({ base: 'feature', state: 'closed' })).toEqual([9])
    const byCommit = async (commit_sha: string) =>
      (await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...acme, commit_sha })).data.map(({ number }) => number)
    expect(await byCommit('a'.repeat(40))).toEqual([7])
    expect(await byCommit(fork.head.sha)).toEqual([])
    expect((await show(8)).head).toMatchObject({ label: 'mallory:main', repo: { id: 2002, full_name: 'mallory/agents', fork: true } })
  })

  it.each([
    ['was deleted later', { id: 2002, owner: 'mallory' }],
    ['was gone from the beginning', 'deleted'],
  ] as const)('from a fork that %s has no repository there', async (_, fork) => {
    const pull = story.openPull(state, { author: 'mallory', headBranch: 'patch', fork })
    const run = story.startRun(state, { event: 'pull_request', headSha: pull.head.sha, headBranch: 'patch', headRepoId: pull.head.repoId })
    if (fork !== 'deleted') story.deleteFork(state, pull)
    expect((await show(8)).head).toMatchObject({ ref: 'patch', repo: null })
    expect((await octokit.rest.pulls.list({ ...acme, head: 'mallory:patch' })).data).toMatchObject([{ head: { repo: null } }])
    const { data } = await octokit.rest.actions.getWorkflowRun({ ...acme, run_id: run.id })
    expect(data).toMatchObject({ head_repository: null, pull_requests: [], head_sha: pull.head.sha })
  })

  it('is merged into what the base is then', async () => {
    const pull = story.openPull(state, { headBranch: 'topic', files: { 'a.txt': 'pull' } })
    story.addCommit(state, { branch: 'main', files: { 'b.txt': 'main' } })
    const sha = story.mergePull(state, pull)
    expect(await show(8)).toMatchObject({ merged: true, state: 'closed', merge_commit_sha: sha, closed_at: expect.any(String) })
    expect([...(state.commits.get(sha)?.files ?? [])].sort()).toEqual([
      ['a.txt', 'pull'],
      ['b.txt', 'main'],
    ])
    expect(state.branches.get('main')).toBe(sha)
    expect((await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...acme, commit_sha: sha })).data).toMatchObject([
      { number: 8 },
    ])
  })

  it('takes no comments once it is locked', async () => {
    story.lockPull(state, story.demandPull(state))
    const said = await octokit.rest.issues
      .createComment({ ...acme, issue_number: 7, body: 'x' })
      .catch((error: { status: number; message: string }) => `${error.status} ${error.message}`)
    expect(said).toMatch(/^403 Unable to create comment because issue is locked\./)
    expect((await octokit.rest.issues.get({ ...acme, issue_number: 7 })).data).toMatchObject({ locked: true, number: 7 })
  })

  it('loses a comment that is deleted', async () => {
    const { data } = await octokit.rest.issues.createComment({ ...acme, issue_number: 7, body: 'x' })
    expect((await octokit.rest.issues.deleteComment({ ...acme, comment_id: data.id })).status).toBe(204)
    expect((await octokit.rest.issues.listComments({ ...acme, issue_number: 7 })).data).toEqual([])
    await expect(octokit.rest.issues.getComment({ ...acme, comment_id: data.id })).rejects.toMatchObject({ status: 404 })
  })
})

describe('people of the local GitHub', () => {
  it('label and review, and all of it has a time', async () => {
    const pull = story.demandPull(state)
    story.label(state, pull, 'llm-cost-approved', 'lead')
    story.label(state, pull, 'other', 'renovate[bot]')
    story.unlabel(state, pull, 'other', 'lead')
    story.review(state, pull, { user: 'lead', state: 'APPROVED' })
    story.review(state, pull, { user: null, state: 'COMMENTED', commit: 'b'.repeat(40) })
    const of = { ...acme, issue_number: 7 }
    const { data: events } = await octokit.rest.issues.listEvents(of)
    expect(events).toMatchObject([
      {
        event: 'labeled',
        label: { name: 'llm-cost-approved' },
        actor: { login: 'lead', type: 'User' },
        created_at: '2026-11-03T10:00:01Z',
      },
      { event: 'labeled', label: { name: 'other' }, actor: { login: 'renovate[bot]', type: 'Bot' }, created_at: '2026-11-03T10:00:02Z' },
      { event: 'unlabeled', label: { name: 'other' } },
    ])
    expect((await octokit.rest.issues.listLabelsOnIssue(of)).data.map(({ name }) => name)).toEqual(['llm-cost-approved'])
    expect((await octokit.rest.pulls.listReviews({ ...acme, pull_number: 7 })).data).toMatchObject([
      { state: 'APPROVED', user: { login: 'lead' }, commit_id: 'a'.repeat(40), submitted_at: '2026-11-03T10:00:04Z' },
      { state: 'COMMENTED', user: null, commit_id: 'b'.repeat(40) },
    ])
    await octokit.rest.issues.createComment({ ...of, body: 'hello' })
    const { data: timeline } = await octokit.rest.issues.listEventsForTimeline(of)
    const words = ['committed', 'labeled', 'labeled', 'unlabeled', 'reviewed', 'reviewed', 'commented']
    expect(timeline.map((item) => ('event' in item ? item.event : ''))).toEqual(words)
  })

  it.each([
    ['admin', 'admin'],
    ['maintain', 'write'],
    ['write', 'write'],
    ['triage', 'read'],
    ['read', 'read'],
    ['none', 'none'],
  ] as const)('with the role %s have the permission %s', async (role, permission) => {
    story.grant(state, 'someone', role)
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...acme, username: 'someone' })
    expect(data).toMatchObject({ permission, role_name: role, user: { login: 'someone' } })
  })

  it.each(['mallory', 'renovate[bot]'])('are none of the repository where nobody made them so: %s', async (username) => {
    await expect(octokit.rest.repos.getCollaboratorPermissionLevel({ ...acme, username })).rejects.toMatchObject({ status: 404 })
  })
})
