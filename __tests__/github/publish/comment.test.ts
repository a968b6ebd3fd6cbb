import { describe, expect, it } from 'vitest'
import type { GitHubServer } from '../../support/github/server.ts'
import { CREATE, explain, github, HEAD, LIST, MARKER, stageComment, upsert } from '../../support/github/stage/upserts.ts'
import { addComment, jobToken } from '../../support/github/state.ts'

const update = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
const stranger = { login: 'mallory', type: 'User' } as const

stageComment()

function routesOf(server: GitHubServer): string[] {
  return server.requests.map(({ route }) => route)
}

describe('the sticky comment', () => {
  it('is created once and brought up to date by the next run', async () => {
    const first = await upsert()
    const second = await upsert({ body: 'Costs went down.', stamp: { run: 9002, attempt: 1 } })
    const { comments } = github.state
    expect(comments.map(({ body }) => body)).toEqual([`${MARKER}\n<!-- run 9002 attempt 1 -->\nCosts went down.`])
    expect(first).toEqual({ action: 'created', url: `https://github.com/acme/agents/pull/7#issuecomment-${comments[0]?.id}` })
    expect(second).toEqual({ action: 'updated', url: first.url })
  })

  it('costs no write where nothing changed', async () => {
    const { url } = await upsert()
    github.requests.length = 0
    expect(await upsert()).toEqual({ action: 'unchanged', url })
    expect(routesOf(github)).toEqual([LIST, 'POST /graphql'])
  })

  it('is not told apart by line ends and white space at the end', async () => {
    addComment(github.state, jobToken, `${HEAD.replace('\n', '\r\n')}\r\nCosts went up.`)
    expect((await upsert({ body: 'Costs went up.\n' })).action).toBe('unchanged')
  })

  it('is found on the third page of 250 comments', async () => {
    for (let index = 0; index < 249; index++) addComment(github.state, stranger, `remark ${index}`)
    const own = addComment(github.state, jobToken, `${MARKER}\nold`)
    expect((await upsert()).action).toBe('updated')
    expect(own.body).toBe(`${HEAD}\nCosts went up.`)
    expect(github.state.comments).toHaveLength(250)
    expect(routesOf(github).slice(0, 5)).toEqual([LIST, LIST, LIST, 'POST /graphql', update])
  })

  it('asks who we are only where a comment could be ours', async () => {
    addComment(github.state, stranger, 'a remark')
    await upsert()
    expect(routesOf(github).slice(0, 2)).toEqual([LIST, CREATE])
  })

  it('is the oldest of several of ours, and the others go', async () => {
    const oldest = addComment(github.state, jobToken, `${MARKER}\n1`)
    addComment(github.state, jobToken, `${MARKER}\n2`)
    await upsert()
    expect(github.state.comments).toEqual([oldest])
    expect(oldest.body).toBe(`${HEAD}\nCosts went up.`)
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
    ['a run that there is not', '<!-- run 999999999999999 attempt 1 -->'],
    ['an attempt that there is not', '<!-- run 9001 attempt 3 -->'],
  ])('does not believe that it shows the result of %s', async (_, line) => {
    const forged = addComment(github.state, jobToken, `${MARKER}\n${line}\nAll is well.`)
    expect((await upsert()).action).toBe('updated')
    expect(forged.body).toBe(`${HEAD}\nCosts went up.`)
  })

  it('is left alone, and that is told, where nobody says whether a newer run is one', async () => {
    const comment = addComment(github.state, jobToken, `${MARKER}\n<!-- run 9002 attempt 1 -->\nnewer`)
    github.state.scopes.set('actions', 'none')
    expect(await explain()).toMatch(/may not \(403 .*`permissions: actions: read`/)
    expect(comment.body).toMatch(/newer$/)
  })

  it.each([
    ["a stranger's comment with our marker", stranger, `${MARKER}\nPaid by mallory.`],
    ["another bot's comment with our marker", { login: 'echo[bot]', type: 'Bot' } as const, `${MARKER}\nAll is well.`],
    ["another bot's comment of a newer run", { login: 'echo[bot]', type: 'Bot' } as const, `${MARKER}\n<!-- run 9002 attempt 1 -->`],
    ['a comment of an account that is gone', null, `${MARKER}\nold`],
    ['a comment of another gate', jobToken, '<!-- llm-cost-gate:default2 -->\nold'],
    ['a comment that quotes the marker', jobToken, `> ${MARKER}\nold`],
  ])('leaves %s alone', async (_, author, body) => {
    const other = addComment(github.state, author, body)
    expect((await upsert()).action).toBe('created')
    expect(other.body).toBe(body)
    expect(github.state.comments).toHaveLength(2)
  })

  it("with a person's token is that person's, and nobody else's", async () => {
    github.state.holder = { login: 'octocat', type: 'User', isInstallation: false }
    const bot = addComment(github.state, jobToken, `${MARKER}\nof a bot`)
    const own = addComment(github.state, github.state.holder, `${MARKER}\nold`)
    expect((await upsert()).action).toBe('updated')
    expect([bot.body, own.body]).toEqual([`${MARKER}\nof a bot`, `${HEAD}\nCosts went up.`])
  })

  it("with an app's token is that of the app, and no other bot's", async () => {
    github.state.holder = { login: 'cost-app[bot]', type: 'Bot', isInstallation: true }
    const other = addComment(github.state, jobToken, `${MARKER}\nof a job`)
    await upsert()
    expect((await upsert({ body: 'again', stamp: { run: 9002, attempt: 1 } })).action).toBe('updated')
    expect(github.state.comments.map(({ body }) => body.split('\n').at(-1))).toEqual(['of a job', 'again'])
    expect(other.body).toBe(`${MARKER}\nof a job`)
  })

  it('is that of the job where nobody says whose the token is', async () => {
    github.faults.set('POST /graphql', { kind: 'answer', status: 403, message: 'Resource not accessible by integration' })
    addComment(github.state, { login: 'echo[bot]', type: 'Bot' }, `${MARKER}\nAll is well.`)
    const own = addComment(github.state, jobToken, `${MARKER}\nold`)
    expect((await upsert()).action).toBe('updated')
    expect(own.body).toBe(`${HEAD}\nCosts went up.`)
    expect(github.state.comments).toHaveLength(2)
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
