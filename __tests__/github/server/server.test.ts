import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashBlob } from '../../support/github/graph.ts'
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

const statusOf = (request: Promise<unknown>) =>
  request.then(
    () => 200,
    (error: { status: number }) => error.status,
  )

describe('files of the local GitHub', () => {
  const read = async (path: string, ref?: string) => (await octokit.rest.repos.getContent({ ...acme, path, ...(ref && { ref }) })).data
  beforeEach(() => {
    const files = { 'rules/a b/é.yaml': 'limit: 1\n', 'rules/z.bin': Buffer.from([0, 255, 128]), 'empty.txt': '' }
    story.addCommit(state, { branch: 'main', files })
  })

  it.each([
    ['rules/a b/é.yaml', Buffer.from('limit: 1\n')],
    ['rules/z.bin', Buffer.from([0, 255, 128])],
    ['empty.txt', Buffer.alloc(0)],
  ])('%s are given whole, with the name that git has for them', async (path, bytes) => {
    const file = await read(path)
    if (Array.isArray(file) || file.type !== 'file') throw new Error('no file')
    expect(Buffer.from(file.content, 'base64')).toEqual(bytes)
    expect(file).toMatchObject({ path, size: bytes.length, sha: hashBlob(bytes), encoding: 'base64' })
  })

  it('have the hash that git gives', () => {
    expect(hashBlob('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
  })

  it('are those of the commit that is asked for', async () => {
    const [before, after] = ['v: 1\n', 'v: 2\n']
    const old = story.addCommit(state, { branch: 'main', files: { 'v.yaml': before } })
    story.addCommit(state, { branch: 'main', files: { 'v.yaml': after } })
    const sizes = await Promise.all([old, 'main', 'refs/heads/main', undefined].map((ref) => read('v.yaml', ref)))
    expect(sizes.map((file) => ('sha' in file ? file.sha : ''))).toEqual([before, after, after, after].map(hashBlob))
    expect(await statusOf(read('v.yaml', 'a'.repeat(40)))).toBe(404)
    expect(await statusOf(read('v.yaml', 'gone'))).toBe(404)
    expect(await statusOf(read('gone.yaml'))).toBe(404)
  })

  it('are listed by folder', async () => {
    const items = await read('rules')
    expect(Array.isArray(items) && items.map(({ type, path }) => `${type} ${path}`)).toEqual(['dir rules/a b', 'file rules/z.bin'])
  })

  it.each([1024 * 1024, 1024 * 1024 + 1])('of %i bytes have their content in JSON up to 1 MiB, and raw always', async (size) => {
    const content = 'x'.repeat(size)
    story.addCommit(state, { branch: 'main', files: { big: content } })
    const file = await read('big')
    expect(file).toMatchObject(size > 1024 * 1024 ? { size, content: '', encoding: 'none' } : { size, encoding: 'base64' })
    const headers = { accept: 'application/vnd.github.raw+json' }
    const raw = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...acme, path: 'big', headers })
    expect(String(raw.data) === content).toBe(true)
  })
})

describe('commits of the local GitHub', () => {
  const compare = async (base: string, head: string, paging = {}) =>
    (await octokit.rest.repos.compareCommitsWithBasehead({ ...acme, basehead: `${base}...${head}`, ...paging })).data

  it('are compared as the graph has it', async () => {
    const fork = story.addCommit(state, { branch: 'main', message: 'fork point' })
    const one = story.addCommit(state, { branch: 'topic', parents: [fork], files: { 'a.txt': '1\n2\n' } })
    const two = story.addCommit(state, { branch: 'topic', files: { 'a.txt': '1\n3\n' } })
    expect(await compare(fork, two)).toMatchObject({ status: 'ahead', ahead_by: 2, behind_by: 0, merge_base_commit: { sha: fork } })
    expect(await compare('topic', fork)).toMatchObject({ status: 'behind', ahead_by: 0, behind_by: 2, commits: [], files: [] })
    expect(await compare(two, two)).toMatchObject({ status: 'identical', ahead_by: 0, behind_by: 0, merge_base_commit: { sha: two } })
    const other = story.addCommit(state, { branch: 'main' })
    const diverged = await compare(other, 'topic')
    expect(diverged).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1, merge_base_commit: { sha: fork } })
    expect(diverged.commits.map(({ sha }) => sha)).toEqual([one, two])
    expect(diverged.files).toMatchObject([{ filename: 'a.txt', status: 'added', additions: 2, deletions: 0 }])
  })

  it('come in pages, oldest first, with the files on the first page alone', async () => {
    const shas = Array.from({ length: 5 }, (_, index) => story.addCommit(state, { branch: 'topic', files: { [`${index}`]: 'x' } }))
    const pages = await Promise.all([1, 2, 3].map((page) => compare('main', 'topic', { per_page: 2, page })))
    expect(pages.map(({ commits }) => commits.map(({ sha }) => sha))).toEqual([shas.slice(0, 2), shas.slice(2, 4), shas.slice(4)])
    expect(pages.map(({ files }) => files?.length)).toEqual([5, undefined, undefined])
  })

  it('end at the last 250 without pages', async () => {
    for (let index = 0; index < 260; index++) story.addCommit(state, { branch: 'topic' })
    const { commits, total_commits } = await compare('main', 'topic')
    expect([commits.length, total_commits]).toEqual([250, 260])
    expect(commits.at(-1)?.sha).toBe(state.branches.get('topic'))
  })

  it('are unknown where nobody made them, and unrelated without an ancestor', async () => {
    const alone = story.addCommit(state, { parents: [] })
    expect(await statusOf(compare('main', 'f'.repeat(40)))).toBe(404)
    expect(await statusOf(compare('main', alone))).toBe(404)
    expect(await statusOf(octokit.rest.repos.getCommit({ ...acme, ref: 'f'.repeat(40) }))).toBe(422)
  })

  it('are found through a merge on both sides', async () => {
    const left = story.addCommit(state, { branch: 'left', files: { l: '1' } })
    const right = story.addCommit(state, { branch: 'right', files: { r: '1' } })
    const merge = story.addCommit(state, { branch: 'left', parents: [left, right] })
    expect((await compare('right', merge)).merge_base_commit.sha).toBe(right)
    expect((await compare('main', merge)).commits.map(({ sha }) => sha)).toEqual([left, right, merge])
  })

  it('are shown with what they changed, a file that moved as renamed', async () => {
    story.addCommit(state, { branch: 'main', files: { 'old.yaml': 'a\nb\n', 'gone.yaml': 'x\n' } })
    story.addCommit(state, { branch: 'main', files: { 'old.yaml': null, 'new.yaml': 'a\nb\n', 'gone.yaml': null } })
    const { data } = await octokit.rest.repos.getCommit({ ...acme, ref: 'main' })
    expect(data.files?.map(({ status, filename, previous_filename }) => [status, filename, previous_filename])).toEqual([
      ['removed', 'gone.yaml', undefined],
      ['renamed', 'new.yaml', 'old.yaml'],
    ])
  })
})

describe('an Enterprise Server', () => {
  it('has the same API under a path', async () => {
    const client = getOctokit(state.token, { baseUrl: `${github.apiUrl}/api/v3` })
    for (let index = 0; index < 3; index++) story.label(state, story.demandPull(state), `${index}`, 'lead')
    const labels = await client.paginate(client.rest.issues.listLabelsOnIssue, { ...acme, issue_number: 7, per_page: 2 })
    expect(labels.map(({ name }) => name)).toEqual(['0', '1', '2'])
  })
})

describe('the rights of a token', () => {
  it.each<[Parameters<State['scopes']['set']>, () => Promise<unknown>]>([
    [['contents', 'none'], () => octokit.rest.repos.getCommit({ ...acme, ref: 'main' })],
    [['actions', 'none'], () => octokit.rest.actions.listArtifactsForRepo(acme)],
    [['statuses', 'read'], () => octokit.rest.repos.createCommitStatus({ ...acme, sha: 'a'.repeat(40), state: 'success' })],
    [['pull-requests', 'none'], () => octokit.rest.pulls.listReviews({ ...acme, pull_number: 7 })],
  ])('are refused beyond %j', async (scope, request) => {
    expect(await statusOf(request())).toBe(200)
    state.scopes.set(...scope)
    const refusal = await request().catch((error: { status: number; response: { data: { message: string } } }) => error)
    expect(refusal).toMatchObject({ status: 403, response: { data: { message: 'Resource not accessible by integration' } } })
  })

  it('to comment are those for issues or those for pull requests', async () => {
    const comment = () => statusOf(octokit.rest.issues.createComment({ ...acme, issue_number: 7, body: 'x' }))
    state.scopes.set('issues', 'none')
    expect(await comment()).toBe(200)
    state.scopes.set('pull-requests', 'read')
    expect(await comment()).toBe(403)
    state.scopes.set('issues', 'write')
    expect(await comment()).toBe(200)
    expect(state.comments).toHaveLength(2)
  })
})
