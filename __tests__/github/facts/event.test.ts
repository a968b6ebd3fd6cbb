import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Environment, type Occasion, readOccasion } from '../../../src/github/facts/event.ts'
import { demandPull } from '../../support/github/graph.ts'
import * as events from '../../support/github/stage/events.ts'
import { createState } from '../../support/github/state.ts'
import { openPull, startRun } from '../../support/github/story/story.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Reads an event: a payload, or the text of its file. */
async function read(name: string | undefined, payload: unknown, overrides: Environment = {}): Promise<Occasion> {
  const path = join(folder, 'event.json')
  await writeFile(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  return readOccasion({
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'acme/agents',
    GITHUB_REPOSITORY_ID: '1001',
    GITHUB_RUN_ID: '9001',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'c'.repeat(40),
    ...overrides,
  })
}

const known = {
  repository: { owner: 'acme', repo: 'agents', id: 1001 },
  defaultBranch: 'main',
  run: { id: 9001, attempt: 2, url: 'https://github.com/acme/agents/actions/runs/9001' },
  pull: null,
  base: null,
  mergeGroupPull: null,
  triggeredBy: null,
  problem: null,
}

describe('the event of a workflow run', () => {
  it.each(['pull_request', 'pull_request_target'])('on %s is the pull request, judged at its head', async (event) => {
    const base = { ref: 'main', sha: 'b'.repeat(40) }
    const pull = { number: 7, headSha: 'a'.repeat(40), base, fromFork: false, author: 'dev' }
    expect(await read(event, events.pullRequestPayload())).toEqual({ ...known, event, headSha: 'a'.repeat(40), pull, base })
  })

  it.each([
    ['here', false],
    ['fork', true],
    ['deleted', true],
  ] as const)('with a head that is %s comes from a fork: %s', async (head, fromFork) => {
    expect((await read('pull_request', events.pullRequestPayload({ head }))).pull?.fromFork).toBe(fromFork)
  })

  it('may have no author, and no address of the server', async () => {
    const occasion = await read('pull_request', events.pullRequestPayload({ author: null }), { GITHUB_SERVER_URL: undefined })
    expect([occasion.pull?.author, occasion.run.url]).toEqual([null, known.run.url])
  })

  it('on merge_group is what the queue would merge, and the pull request that it is for', async () => {
    const state = createState()
    const payload = events.mergeGroupPayload(state, { pull: demandPull(state) })
    expect(await read('merge_group', payload)).toEqual({
      ...known,
      event: 'merge_group',
      headSha: payload.merge_group.head_sha,
      base: { ref: 'main', sha: 'b'.repeat(40) },
      mergeGroupPull: 7,
    })
  })

  it('on merge_group of a queue that names its branches otherwise has no pull request', async () => {
    const state = createState()
    const { merge_group, ...rest } = events.mergeGroupPayload(state, { pull: demandPull(state) })
    const payload = { ...rest, merge_group: { ...merge_group, head_ref: 'refs/heads/gh-readonly-queue/main/7' } }
    expect((await read('merge_group', payload)).mergeGroupPull).toBeNull()
  })

  it('on workflow_run is the run that ended, with the commit that it ran on', async () => {
    const state = createState()
    const pull = openPull(state, { author: 'mallory', headBranch: 'main', fork: { id: 2002, owner: 'mallory' } })
    const run = startRun(state, { event: 'pull_request', headSha: pull.head.sha, headBranch: 'main', headRepoId: 2002, attempt: 3 })
    expect(await read('workflow_run', events.workflowRunPayload(state, run))).toEqual({
      ...known,
      event: 'workflow_run',
      headSha: pull.head.sha,
      triggeredBy: {
        id: run.id,
        attempt: 3,
        startedAt: run.startedAt,
        event: 'pull_request',
        headSha: pull.head.sha,
        headBranch: 'main',
        headRepository: { id: 2002, owner: 'mallory' },
        pullNumbers: [],
      },
    })
  })

  it.each([
    ['push', events.pushPayload(createState())],
    ['schedule', events.schedulePayload(createState())],
    ['workflow_dispatch', events.dispatchPayload(createState())],
    ['release', { repository: { id: 1001, default_branch: 'main' } }],
  ])('on %s is the commit alone', async (event, payload) => {
    expect(await read(event, payload)).toEqual({ ...known, event, headSha: 'c'.repeat(40) })
  })

  it('that the runner does not name is none', async () => {
    expect(await read(undefined, events.pushPayload(createState()))).toMatchObject({ event: '', pull: null, problem: null })
  })

  it('knows the repository by the number in the event, which stays when the name changes', async () => {
    const payload = events.pullRequestPayload()
    expect((await read('push', { repository: { ...payload.repository, id: 55 } })).repository.id).toBe(55)
    expect((await read('push', {})).repository.id).toBe(1001)
    expect((await read('push', {}, { GITHUB_REPOSITORY_ID: undefined })).repository.id).toBeNull()
  })

  const pull = { number: 7, head: { sha: 'a' }, base: { ref: 'main', sha: 'b' } }
  it.each<[string, string, unknown, Environment]>([
    ['is missing', 'push', {}, { GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    ['has no path', 'push', {}, { GITHUB_EVENT_PATH: undefined }],
    ['is cut', 'pull_request', '{"pull_request": {"num', {}],
    ['is empty', 'pull_request', '', {}],
    ['is null', 'pull_request', 'null', {}],
    ['has no pull request', 'pull_request', {}, {}],
    ['has a number that is text', 'pull_request', { pull_request: { ...pull, number: '7/../8' } }, {}],
    ['has the number 0', 'pull_request', { pull_request: { ...pull, number: 0 } }, {}],
    ['has a number that is none', 'pull_request', { pull_request: { ...pull, number: 7.5 } }, {}],
    ['has no head', 'pull_request', { pull_request: { ...pull, head: null } }, {}],
    ['has no base', 'pull_request', { pull_request: { ...pull, base: { ref: 'main', sha: '' } } }, {}],
    ['has half a merge group', 'merge_group', { merge_group: { base_ref: 'refs/heads/main', base_sha: 'b' } }, {}],
    ['has no run', 'workflow_run', { workflow_run: { head_sha: 'a' } }, {}],
    ['does not say when the run began', 'workflow_run', { workflow_run: { id: 1, head_sha: 'a' } }, {}],
    ['comes without a repository', 'pull_request', events.pullRequestPayload(), { GITHUB_REPOSITORY: 'acme' }],
  ])('where its file %s is told as a problem', async (_, name, payload, env) => {
    const { pull: found, base, triggeredBy, problem } = await read(name, payload, env)
    expect([found, base, triggeredBy]).toEqual([null, null, null])
    expect(problem).toMatch(/^could not tell what this run is about: GITHUB_EVENT_PATH: .+$/)
  })
})
