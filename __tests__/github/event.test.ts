import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Environment, type PullRequestEvent, readEvent } from '../../src/github/event.ts'
import { pullRequestPayload } from './events.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(text: string | null, overrides: Environment = {}): Promise<{ event: PullRequestEvent | null; warnings: string[] }> {
  const path = join(folder, 'event.json')
  if (text !== null) await writeFile(path, text)
  const env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'acme/agents',
    GITHUB_RUN_ID: '9001',
    GITHUB_SERVER_URL: 'https://github.com',
    ...overrides,
  }
  const warnings: string[] = []
  return { event: await readEvent(env, (message) => warnings.push(message)), warnings }
}

describe('the event of a workflow run', () => {
  it.each(['pull_request', 'pull_request_target'])('on %s is the pull request', async (name) => {
    expect(await read(JSON.stringify(pullRequestPayload()), { GITHUB_EVENT_NAME: name })).toEqual({
      warnings: [],
      event: {
        owner: 'acme',
        repo: 'agents',
        number: 7,
        headSha: 'a'.repeat(40),
        fromFork: false,
        author: 'dev',
        runUrl: 'https://github.com/acme/agents/actions/runs/9001',
      },
    })
  })

  it.each([
    ['here', false],
    ['fork', true],
    ['deleted', true],
  ] as const)('with a head that is %s comes from a fork: %s', async (head, fromFork) => {
    expect((await read(JSON.stringify(pullRequestPayload({ head })))).event?.fromFork).toBe(fromFork)
  })

  it('may have no author and no page', async () => {
    const { event } = await read(JSON.stringify(pullRequestPayload({ author: null })), { GITHUB_RUN_ID: undefined })
    expect(event).toMatchObject({ author: null, runUrl: null })
  })

  it.each(['push', 'merge_group', 'workflow_dispatch', undefined])('is none on %s, without a warning', async (name) => {
    expect(await read('{', { GITHUB_EVENT_NAME: name })).toEqual({ event: null, warnings: [] })
  })

  it.each<[string, string | null, Environment]>([
    ['is missing', null, { GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    ['has no path', null, { GITHUB_EVENT_PATH: undefined }],
    ['is cut', '{"pull_request": {"num', {}],
    ['is empty', '', {}],
    ['is null', 'null', {}],
    ['has no pull request', '{}', {}],
    ['has a number that is text', JSON.stringify({ pull_request: { number: '7/../8', head: { sha: 'a' } } }), {}],
    ['has the number 0', JSON.stringify({ pull_request: { number: 0, head: { sha: 'a' } } }), {}],
    ['has no head', JSON.stringify({ pull_request: { number: 7, head: null } }), {}],
    ['comes without a repository', JSON.stringify(pullRequestPayload()), { GITHUB_REPOSITORY: 'acme' }],
  ])('where its file %s is none, with one warning', async (_, text, env) => {
    const { event, warnings } = await read(text, env)
    expect(event).toBeNull()
    expect(warnings).toEqual([
      expect.stringMatching(/^could not tell which pull request this is: GITHUB_EVENT_PATH: .+\. There will be no comment\.$/s),
    ])
  })
})
