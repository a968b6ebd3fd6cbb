import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import type { TriggeringRun } from '../../../src/github/facts/event.ts'
import { type Found, findPull, readPull } from '../../../src/github/facts/pulls.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import type { Pull } from '../../support/github/stage/records.ts'
import type { State } from '../../support/github/state.ts'
import * as story from '../../support/github/story/story.ts'

const acme = { owner: 'acme', repo: 'agents', id: 1001 }
const fork = { id: 2002, owner: 'mallory' }

let github: GitHubServer
let state: State
let client: Client
let pull: Pull
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  client = await createClient({ token: state.token, apiUrl: github.apiUrl })
  pull = story.openPull(state, { author: 'mallory', headBranch: 'main', fork })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

/** Finds the pull request of a run for the one of the fork, apart from what is said otherwise. */
function find(run: Partial<TriggeringRun> = {}): Promise<Found> {
  const { sha, ref } = pull.head
  const usual = {
    id: 1,
    attempt: 1,
    startedAt: '2026-11-03T10:00:00Z',
    event: 'pull_request',
    headSha: sha,
    headBranch: ref,
    headRepository: fork,
    pullNumbers: [],
  }
  return findPull(client, acme, { ...usual, ...run })
}

describe('the pull request of a run', () => {
  it('is that of the head commit and repository', async () => {
    const { number, head, base } = pull
    expect(await find()).toEqual({ pull: { number, headSha: head.sha, base, fromFork: true, author: 'mallory' } })
  })

  it('may be in the repository itself', async () => {
    pull = story.openPull(state, { headBranch: 'topic' })
    expect(await find({ headRepository: { id: 1001, owner: 'acme' } })).toMatchObject({ pull: { number: pull.number, fromFork: false } })
  })

  it('is found although the fork is gone', async () => {
    story.deleteFork(state, pull)
    expect(await find({ headRepository: null })).toMatchObject({ pull: { number: pull.number, fromFork: true } })
  })

  it('is found behind 150 others', async () => {
    for (let index = 0; index < 150; index++)
      story.closePull(state, story.openPull(state, { headBranch: 'main', fork, author: 'mallory', files: {} }))
    pull = story.openPull(state, { headBranch: 'main', fork, author: 'mallory', files: {} })
    expect(await find()).toMatchObject({ pull: { number: pull.number } })
  })

  it.each<[string, () => Partial<TriggeringRun> | undefined]>([
    [
      'got newer commits',
      () => {
        const run = { headSha: pull.head.sha }
        story.pushTo(state, pull)
        return run
      },
    ],
    ['has the commit of another branch', () => ({ headBranch: 'elsewhere' })],
    ['is of another repository', () => ({ headRepository: { id: 3003, owner: 'mallory' } })],
    ['is of somebody else', () => ({ headRepository: { id: 3003, owner: 'eve' } })],
    [
      'is in this repository, and the run in a fork that is gone',
      () => {
        pull = story.openPull(state, { headBranch: 'topic' })
        return { headRepository: null }
      },
    ],
  ])('is none where it %s, whatever number the run names', async (_, arrange) => {
    const run = arrange()
    expect(await find({ pullNumbers: [pull.number], ...run })).toEqual({
      none: expect.stringMatching(/^no pull request has the commit [0-9a-f]{7} as its head/),
    })
  })

  it('is the open one of several with the same head', async () => {
    story.closePull(state, pull)
    const again = story.openPull(state, { author: 'mallory', headBranch: 'main', fork })
    expect(again.head.sha).toBe(pull.head.sha)
    expect(await find()).toMatchObject({ pull: { number: again.number } })
  })

  it('is one that was closed where none is open', async () => {
    story.closePull(state, pull)
    expect(await find()).toMatchObject({ pull: { number: pull.number } })
  })

  it('of two that are open is the one that GitHub names, else none', async () => {
    story.addCommit(state, { branch: 'release' })
    const other = story.openPull(state, { author: 'mallory', headBranch: 'main', baseBranch: 'release', fork })
    await expect(find()).rejects.toThrow(`the pull requests #${other.number}, #${pull.number} all have the head`)
    expect(await find({ pullNumbers: [other.number] })).toMatchObject({ pull: { number: other.number, base: { ref: 'release' } } })
  })

  it('is read by its number', async () => {
    expect(await readPull(client, acme, pull.number)).toMatchObject({ number: pull.number, headSha: pull.head.sha })
    await expect(readPull(client, acme, 999)).rejects.toMatchObject({ status: 404 })
  })
})
