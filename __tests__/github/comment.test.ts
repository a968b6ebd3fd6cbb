import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../src/github/client.ts'
import { type CommentOutcome, type StickyComment, upsertComment } from '../../src/github/comment.ts'
import { describeMissingComment } from '../../src/github/refusal.ts'
import { type Fault, type GitHubServer, startGitHub } from './server.ts'
import { addComment, jobToken } from './state.ts'

// Waits and deadlines are shorter by this factor.
vi.hoisted(() => {
  process.env.QUICK = '100'
})
await import('../e2e/quick.ts')

const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const update = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
const marker = '<!-- llm-cost-gate:default -->'
const head = `${marker}\n<!-- run 9001 attempt 1 -->`
const stranger = { login: 'mallory', type: 'User' } as const
const target = { owner: 'acme', repo: 'agents', number: 7 }

let github: GitHubServer
beforeEach(async () => {
  github = await startGitHub()
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

type Wanted = Partial<StickyComment> & { readonly body?: string }

async function upsert({ body = 'Costs went up.', ...overrides }: Wanted = {}, tryMs = 500_000): Promise<CommentOutcome> {
  const client = await createClient({ token: github.state.token, apiUrl: github.apiUrl, tryMs, requestMs: 600_000 })
  const stamp = { run: 9001, attempt: 1 }
  return upsertComment(client, target, { key: 'default', render: () => body, create: true, isOptional: false, stamp, ...overrides })
}

/** The one line that a run gets to see where the comment cannot be written. */
async function explain(wanted: Wanted = {}, tryMs?: number): Promise<string> {
  return upsert(wanted, tryMs).then(
    () => '',
    (error: unknown) => describeMissingComment(error),
  )
}

function routesOf(server: GitHubServer): string[] {
  return server.requests.map(({ route }) => route)
}

describe('the sticky comment', () => {
  it('is created once and brought up to date by the next run', async () => {
    const first = await upsert()
    const second = await upsert({ body: 'Costs went down.', stamp: { run: 9002, attempt: 1 } })
    const { comments } = github.state
    expect(comments.map(({ body }) => body)).toEqual([`${marker}\n<!-- run 9002 attempt 1 -->\nCosts went down.`])
    expect(first).toEqual({ action: 'created', url: `https://github.com/acme/agents/pull/7#issuecomment-${comments[0]?.id}` })
    expect(second).toEqual({ action: 'updated', url: first.url })
  })

  it('costs no write where nothing changed', async () => {
    const { url } = await upsert()
    github.requests.length = 0
    expect(await upsert()).toEqual({ action: 'unchanged', url })
    expect(routesOf(github)).toEqual([list, 'GET /user'])
  })

  it('is not told apart by line ends and white space at the end', async () => {
    addComment(github.state, jobToken, `${head.replace('\n', '\r\n')}\r\nCosts went up.`)
    expect((await upsert({ body: 'Costs went up.\n' })).action).toBe('unchanged')
  })

  it('is found on the third page of 250 comments', async () => {
    for (let index = 0; index < 249; index++) addComment(github.state, stranger, `remark ${index}`)
    const own = addComment(github.state, jobToken, `${marker}\nold`)
    expect((await upsert()).action).toBe('updated')
    expect(own.body).toBe(`${head}\nCosts went up.`)
    expect(github.state.comments).toHaveLength(250)
    expect(routesOf(github).slice(0, 5)).toEqual([list, list, list, 'GET /user', update])
  })

  it('asks who we are only where a comment could be ours', async () => {
    addComment(github.state, stranger, 'a remark')
    await upsert()
    expect(routesOf(github).slice(0, 2)).toEqual([list, create])
  })

  it('is the oldest of several of ours, and the others go', async () => {
    const oldest = addComment(github.state, jobToken, `${marker}\n1`)
    addComment(github.state, jobToken, `${marker}\n2`)
    await upsert()
    expect(github.state.comments).toEqual([oldest])
    expect(oldest.body).toBe(`${head}\nCosts went up.`)
  })

  it.each([
    ['an older run', { run: 9000, attempt: 3 }],
    ['an older attempt of the same run', { run: 9001, attempt: 1 }],
  ])('keeps the result of a newer one where %s comes late', async (_, stamp) => {
    const { url } = await upsert({ stamp: { run: 9001, attempt: 2 }, body: 'newer' })
    expect(await upsert({ stamp, body: 'older' })).toEqual({ url, action: 'superseded' })
    expect(github.state.comments.map(({ body }) => body.split('\n').at(-1))).toEqual(['newer'])
  })

  it.each([
    ["a stranger's comment with our marker", stranger, `${marker}\nPaid by mallory.`],
    ['a comment of an account that is gone', null, `${marker}\nold`],
    ['a comment of another gate', jobToken, '<!-- llm-cost-gate:default2 -->\nold'],
    ['a comment that quotes the marker', jobToken, `> ${marker}\nold`],
  ])('leaves %s alone', async (_, author, body) => {
    const other = addComment(github.state, author, body)
    expect((await upsert()).action).toBe('created')
    expect(other.body).toBe(body)
    expect(github.state.comments).toHaveLength(2)
  })

  it("with a person's token is that person's, and nobody else's", async () => {
    github.state.holder = { login: 'octocat', type: 'User', isInstallation: false }
    const bot = addComment(github.state, jobToken, `${marker}\nof a bot`)
    const own = addComment(github.state, github.state.holder, `${marker}\nold`)
    expect((await upsert()).action).toBe('updated')
    expect([bot.body, own.body]).toEqual([`${marker}\nof a bot`, `${head}\nCosts went up.`])
  })

  it("with an app's token is that of the app", async () => {
    github.state.holder = { login: 'cost-app[bot]', type: 'Bot', isInstallation: true }
    await upsert()
    expect((await upsert({ body: 'again', stamp: { run: 9002, attempt: 1 } })).action).toBe('updated')
  })

  it('is not created where it need not be, and brought up to date all the same', async () => {
    expect(await upsert({ create: false })).toEqual({ action: 'skipped', url: null })
    expect(github.state.comments).toEqual([])
    await upsert()
    expect((await upsert({ create: false, body: 'new', stamp: { run: 9002, attempt: 1 } })).action).toBe('updated')
  })

  it('may fill all of the 65,536 characters that GitHub takes', async () => {
    expect((await upsert({ render: (length) => 'x'.repeat(length) })).action).toBe('created')
    expect(github.state.comments[0]?.body).toHaveLength(65_536)
  })

  it('is made shorter where GitHub finds it too long all the same', async () => {
    expect((await upsert({ render: (length) => 'x'.repeat(length + 1) })).action).toBe('created')
    expect(github.state.comments[0]?.body).toHaveLength(65_536 / 2 + 1)
    expect(await explain({ body: 'x'.repeat(65_536), key: 'another' })).toMatch(/GitHub refused \(422 .*too long/)
  })

  it('names the product to GitHub', async () => {
    await upsert()
    expect(github.requests[0]?.headers['user-agent']).toMatch(/^llm-cost-gate\/\d/)
  })
})

describe('a fault of GitHub', () => {
  const refuse = (status: number, message: string): Fault => ({ kind: 'answer', status, message })
  const html: Fault = { kind: 'text', status: 200, type: 'text/html', text: '<html>Unicorn!</html>' }

  it.each<[string, Fault, RegExp]>([
    [
      create,
      refuse(403, 'Resource not accessible by integration'),
      /may not \(403 Resource not accessible by integration\).*`permissions: pull-requests: write`/,
    ],
    [create, refuse(403, 'You have exceeded a secondary rate limit'), /no more requests for now \(403 You have/],
    [create, refuse(403, 'Unable to create comment because issue is locked.'), /the conversation is locked/],
    [create, refuse(429, 'Too many requests'), /no more requests for now \(429/],
    [create, refuse(404, 'Not Found'), /does not show it to this token \(404 Not Found\)/],
    [create, refuse(500, 'Server Error'), /GitHub failed \(500 Server Error\)/],
    [create, html, /did not arrive whole/],
    [list, refuse(401, 'Bad credentials'), /does not accept the token \(401 Bad credentials\)/],
    [list, { kind: 'text', status: 502, type: 'text/html', text: `<html>${'x'.repeat(9000)}</html>` }, /^.{100,330}$/],
    [list, { kind: 'half' }, /did not arrive whole/],
    [list, { kind: 'text', status: 200, type: 'application/json', text: '{}' }, /did not arrive whole/],
    [list, { kind: 'text', status: 200, type: 'application/json', text: '[{}]' }, /did not arrive whole/],
    [list, html, /did not arrive whole/],
  ])('%s: %o becomes one line', async (route, fault, expected) => {
    github.faults.set(route, fault)
    const message = await explain()
    expect(message).toMatch(/^could not comment on the pull request: .*The job summary has the full report\.$/)
    expect(message).toMatch(expected)
    expect(message).not.toContain('docs.github.com')
    expect(github.state.comments).toEqual([])
  })

  it.each<Fault>([
    { kind: 'half' },
    { kind: 'cut' },
  ])('that loses the answer after the comment was written (%o) makes no second one', async (fault) => {
    github.faults.set(create, fault)
    const { url } = await upsert()
    expect(github.state.comments.map(({ id, body }) => [url?.endsWith(`-${id}`), body])).toEqual([[true, `${head}\nCosts went up.`]])
  })

  it.each<Fault>([
    { kind: 'half' },
    { kind: 'cut' },
    html,
    refuse(500, 'Server Error'),
  ])('in the answer about our name (%o) never makes a second comment', async (fault) => {
    addComment(github.state, jobToken, `${marker}\nold`)
    github.faults.set('GET /user', fault)
    if (fault.kind === 'half' || fault.kind === 'cut') github.state.holder = { login: 'octocat', type: 'User', isInstallation: false }
    await expect(upsert()).rejects.toThrow()
    expect(github.state.comments).toHaveLength(1)
  })

  it('that is silence ends at the deadline', async () => {
    github.faults.set(list, { kind: 'silent' })
    expect(await explain({}, 5000)).toMatch(/no answer in time/)
  })

  it('that is a closed port is told as such', async () => {
    await github.close()
    expect(await explain()).toMatch(/^could not comment on the pull request: .*ECONNREFUSED.*\. The job summary has the full report\.$/)
  })
})
