import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import { hasTag, listAhead, relate } from '../../../src/github/facts/commits.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import type { State } from '../../support/github/state.ts'
import { addCommit } from '../../support/github/story/story.ts'

const acme = { owner: 'acme', repo: 'agents', id: 1001 }

let github: GitHubServer
let state: State
let client: Client
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  client = await createClient({ token: state.token, apiUrl: github.apiUrl })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

describe('how one commit stands to another', () => {
  it('that is the same is known without asking', async () => {
    expect(await relate(client, acme, 'a', 'a')).toEqual({ mergeBase: 'a', behindBy: 0, ahead: [], aheadBy: 0 })
    expect(github.requests).toEqual([])
  })

  it('is ahead, behind, or both', async () => {
    const root = addCommit(state, { branch: 'main' })
    const [left, right] = [addCommit(state, { parents: [root] }), addCommit(state, { parents: [root] })]
    const further = addCommit(state, { parents: [right] })
    const ahead = [right, further].map((sha, index) => ({
      sha,
      parents: [index === 0 ? root : right],
      committedAt: state.commits.get(sha)?.date,
    }))
    expect(await relate(client, acme, root, further)).toEqual({ mergeBase: root, behindBy: 0, ahead, aheadBy: 2 })
    expect(await relate(client, acme, further, root)).toEqual({ mergeBase: root, behindBy: 2, ahead: [], aheadBy: 0 })
    expect(await relate(client, acme, left, further)).toEqual({ mergeBase: root, behindBy: 1, ahead, aheadBy: 2 })
  })

  it('may name a branch, also one with a slash', async () => {
    const tip = addCommit(state, { branch: 'topic/costs' })
    expect(await relate(client, acme, 'main', 'topic/costs')).toMatchObject({ ahead: [{ sha: tip }] })
  })

  it.each([
    [50, 50],
    [300, 250],
  ])('is known of %d commits ahead by the last %d of them, in one request', async (count, known) => {
    const root = addCommit(state, { branch: 'main' })
    for (let index = 0; index < count; index++) addCommit(state, { branch: 'long', parents: [index === 0 ? root : 'long'] })
    const relation = await relate(client, acme, root, 'long')
    expect([relation?.aheadBy, new Set(relation?.ahead.map(({ sha }) => sha)).size, github.requests.length]).toEqual([count, known, 1])
    expect(relation?.ahead.at(-1)?.sha).toBe(state.branches.get('long'))
  })

  it.each([
    ['that GitHub does not know', () => 'f'.repeat(40)],
    ['of a history of its own', () => addCommit(state, { parents: [] })],
  ])('is nothing where one is a commit %s', async (_, make) => {
    expect(await relate(client, acme, 'main', make())).toBeNull()
  })

  it('is known of 300 commits ahead by all of them, page by page', async () => {
    const root = addCommit(state, { branch: 'main' })
    for (let index = 0; index < 300; index++) addCommit(state, { branch: 'long', parents: [index === 0 ? root : 'long'] })
    const listed = await listAhead(client, acme, root, 'long')
    expect([new Set(listed.map(({ sha }) => sha)).size, listed.at(-1)?.sha, github.requests.length]).toEqual([
      300,
      state.branches.get('long'),
      3,
    ])
  })

  it('is not guessed from half an answer', async () => {
    const text = JSON.stringify({ merge_base_commit: { sha: 'a' }, behind_by: 0, commits: [] })
    github.faults.set('GET /repos/{owner}/{repo}/compare/{basehead}', { kind: 'text', status: 200, type: 'application/json', text })
    await expect(relate(client, acme, 'main', 'feature')).rejects.toThrow(/did not arrive whole/)
  })
})

describe('a tag', () => {
  it('is there by its name, and a branch of that name is none', async () => {
    const sha = addCommit(state, { branch: 'release/1' })
    expect(await hasTag(client, acme, 'release/1')).toBe(false)
    state.tags.set('release/1', sha)
    expect(await hasTag(client, acme, 'release/1')).toBe(true)
  })

  it('that GitHub does not show is not "none"', async () => {
    github.faults.set('GET /repos/{owner}/{repo}/git/ref/{ref}', { kind: 'answer', status: 403, message: 'Forbidden' })
    await expect(hasTag(client, acme, 'v1')).rejects.toThrow(/Forbidden/)
  })
})
