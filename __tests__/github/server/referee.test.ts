import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import { addComment } from '../../support/github/state.ts'

let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(() => github.close())

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${github.apiUrl}${path}`, { ...init, headers: { authorization: `token ${github.state.token}` } })
}

const comments = '/repos/acme/agents/issues/7/comments'

describe('the local GitHub', () => {
  it.each<[string, string, RequestInit, RegExp]>([
    ['a path that GitHub does not have', '/repos/acme/agents/costs', {}, /describes no such operation/],
    ['an operation that it does not play', '/repos/acme/agents/commits/main/check-runs', {}, /does not play it/],
    ['a filter that it does not play', '/repos/acme/agents/actions/runs?created=2026-11-03', {}, /does not filter by created/],
    ['a number that is none', '/repos/acme/agents/issues/seven/comments', {}, /issue_number must be integer/],
    ['a query that GitHub does not know', `${comments}?size=100`, {}, /query size is not known/],
    ['a query of the wrong type', `${comments}?page=two`, {}, /page must be integer/],
    ['a body without a comment', comments, { method: 'POST', body: '{}' }, /must have required property 'body'/],
    ['a body that is not JSON', comments, { method: 'POST', body: 'hello' }, /must be object/],
    ['a body that nobody reads', '/repos/acme/agents/issues/comments/1', { method: 'DELETE', body: '{}' }, /where none is read/],
  ])('records %s', async (_, path, init, expected) => {
    await call(path, init)
    expect(github.violations).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })

  it('records an answer of its own that GitHub would not give', async () => {
    addComment(github.state, { login: 'dev', type: 'User' }, 'hello')
    Object.assign(github.state.comments[0] ?? {}, { createdAt: 'yesterday' })
    await call(comments)
    expect(github.violations).toEqual(
      expect.arrayContaining([expect.stringMatching(/answer 200: \/0\/created_at must match format "date-time"/)]),
    )
  })

  it('gives pages with links to the others', async () => {
    for (let index = 0; index < 25; index++) addComment(github.state, null, `${index}`)
    const response = await call(`${comments}?per_page=10&page=2`)
    expect(await response.json()).toHaveLength(10)
    expect(
      [...(response.headers.get('link') ?? '').matchAll(/page=(\d+)>; rel="(\w+)"/g)].map(([, page, rel]) => `${rel} ${page}`),
    ).toEqual(['prev 1', 'next 3', 'last 3', 'first 1'])
    expect(github.violations).toEqual([])
  })

  it.each([
    ['another token', 401, comments, { authorization: 'token ghs_other' }],
    ['another repository', 404, '/repos/acme/other/issues/7/comments', {}],
    ['another pull request', 404, '/repos/acme/agents/issues/8/comments', {}],
  ])('refuses %s', async (_, status, path, headers) => {
    const response = await fetch(`${github.apiUrl}${path}`, { headers: { authorization: `token ${github.state.token}`, ...headers } })
    expect(response.status).toBe(status)
    expect(github.violations).toEqual([])
  })

  it('says by GraphQL whose the token is, and knows no other query', async () => {
    const ask = (query: string) => call('/graphql', { method: 'POST', body: JSON.stringify({ query }) })
    expect(await (await ask('{ viewer { login } }')).json()).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } })
    expect(github.violations).toEqual([])
    await ask('{ viewer { id } }')
    expect(github.violations).toEqual([expect.stringContaining('does not play')])
  })
})
