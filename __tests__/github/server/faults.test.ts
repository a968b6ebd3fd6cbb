import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fault, type GitHubServer, type Loss, startGitHub } from '../../support/github/server.ts'
import * as story from '../../support/github/story/story.ts'

const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const issue = { owner: 'acme', repo: 'agents', issue_number: 7 }
const refuse = (status: number): Fault & { kind: 'answer' } => ({ kind: 'answer', status, message: 'no' })

let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

/** The status of one request, or how it ended without one. */
async function attempt(route: string, body?: object): Promise<string> {
  const octokit = getOctokit(github.state.token, { baseUrl: github.apiUrl })
  try {
    return String((await octokit.request(route, { ...issue, ...body, request: { signal: AbortSignal.timeout(3000) } })).status)
  } catch (error) {
    if (!(error instanceof Error)) return String(error)
    return 'response' in error && error.response !== undefined ? `refused ${Object(error).status}` : 'no answer'
  }
}

describe('a fault of the local GitHub', () => {
  it('that stands alone stays until it is taken away', async () => {
    github.faults.set(list, refuse(503))
    expect([await attempt(list), await attempt(list)]).toEqual(['refused 503', 'refused 503'])
    github.faults.delete(list)
    expect(await attempt(list)).toBe('200')
  })

  it('in a list is for one request, and null for one without', async () => {
    const plan = [null, refuse(500), refuse(403)] as const
    github.faults.set(list, plan)
    const seen = [await attempt(list), await attempt(list), await attempt(list), await attempt(list)]
    expect(seen).toEqual(['200', 'refused 500', 'refused 403', '200'])
    expect(github.faults.get(list)).toEqual([])
    expect(plan).toHaveLength(3)
  })

  it('has the headers that say when to come back', async () => {
    const headers = { 'retry-after': '2', 'x-ratelimit-remaining': '0' }
    github.faults.set(list, { kind: 'answer', status: 429, message: 'Too many requests', headers })
    const url = `${github.apiUrl}/repos/acme/agents/issues/7/comments`
    const response = await fetch(url, { headers: { authorization: `token ${github.state.token}` } })
    expect([response.status, response.headers.get('retry-after'), response.headers.get('x-ratelimit-remaining')]).toEqual([429, '2', '0'])
    expect(await response.json()).toMatchObject({ message: 'Too many requests' })
  })

  const losses: readonly [string, Loss, string][] = [
    ['refusal', refuse(500), 'refused 500'],
    ['page', { kind: 'text', status: 502, type: 'text/html', text: '<html>' }, 'refused 502'],
    ['reset', { kind: 'reset' }, 'no answer'],
    ['silence', { kind: 'silent' }, 'no answer'],
  ]
  it.each(losses)('that is a %s comes before the request takes effect, or after', async (_, loss, seen) => {
    github.faults.set(create, loss)
    expect(await attempt(create, { body: 'x' })).toBe(seen)
    expect(github.state.comments).toHaveLength(0)
    github.faults.set(create, { kind: 'after', loss })
    expect(await attempt(create, { body: 'x' })).toBe(seen)
    expect(github.state.comments).toHaveLength(1)
  })

  it('that is slowness delays the answer, not the effect', async () => {
    github.faults.set(create, { kind: 'slow', ms: 6000 })
    expect(await attempt(create, { body: 'x' })).toBe('no answer')
    expect(github.state.comments).toHaveLength(1)
    github.faults.set(create, { kind: 'slow', ms: 100 })
    expect(await attempt(create, { body: 'x' })).toBe('201')
  })

  it('works for the service of artifacts and for the blob store, as they refuse', async () => {
    story.startRun(github.state, { event: 'push', headSha: 'b'.repeat(40), headBranch: 'main' })
    github.faults.set('TWIRP ListArtifacts', refuse(503)).set('BLOB GET', refuse(403))
    const service = `${github.resultsUrl}/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts`
    const headers = { 'content-type': 'application/json' }
    const twirp = await fetch(service, { method: 'POST', headers, body: '{}' })
    expect([twirp.status, await twirp.json()]).toEqual([503, { code: 'unavailable', msg: 'no' }])
    const blob = await fetch(`${github.blobUrl}/actions-results/1/artifact.zip`)
    expect([blob.status, await blob.text()]).toEqual([403, expect.stringContaining('<Code>AuthenticationFailed</Code>')])
    expect(github.requests.map(({ route }) => route)).toEqual(['TWIRP ListArtifacts', 'BLOB GET'])
  })
})

describe('a test that looks on', () => {
  it('sees every request before and after it takes effect, and can end the connection', async () => {
    const seen: string[] = []
    const note = (when: string, drop: number) => (route: string, index: number) => {
      seen.push(`${when} ${index} ${route.split(' ')[0]}: ${github.state.comments.length}`)
      return index === drop ? ('drop' as const) : undefined
    }
    github.onRequest = note('before', 1)
    github.onEffect = note('after', 2)
    const answers = [await attempt(list), await attempt(create, { body: 'x' }), await attempt(create, { body: 'x' }), await attempt(list)]
    expect(answers).toEqual(['200', 'no answer', 'no answer', '200'])
    expect(github.state.comments).toHaveLength(1)
    const expected = ['before 0 GET: 0', 'after 0 GET: 0', 'before 1 POST: 0', 'before 2 POST: 0', 'after 2 POST: 1', 'before 3 GET: 1']
    expect(seen).toEqual([...expected, 'after 3 GET: 1'])
  })
})
