import { describe, expect, it } from 'vitest'
import type { Fault } from '../../support/github/server.ts'
import { CREATE, explain, github, HEAD, LIST, MARKER, stageComment, upsert } from '../../support/github/stage/upserts.ts'
import { addComment, jobToken } from '../../support/github/state.ts'

stageComment()

describe('a fault of GitHub', () => {
  const refuse = (status: number, message: string): Fault => ({ kind: 'answer', status, message })
  const html: Fault = { kind: 'text', status: 200, type: 'text/html', text: '<html>Unicorn!</html>' }

  it.each<[string, Fault, RegExp]>([
    [
      CREATE,
      refuse(403, 'Resource not accessible by integration'),
      /may not \(403 Resource not accessible by integration\).*`permissions: pull-requests: write`/,
    ],
    [CREATE, refuse(403, 'You have exceeded a secondary rate limit'), /no more requests for now \(403 You have/],
    [CREATE, refuse(403, 'Unable to create comment because issue is locked.'), /the conversation is locked/],
    [CREATE, refuse(429, 'Too many requests'), /no more requests for now \(429/],
    [CREATE, refuse(404, 'Not Found'), /does not show it to this token \(404 Not Found\)/],
    [CREATE, refuse(500, 'Server Error'), /GitHub failed \(500 Server Error\)/],
    [CREATE, html, /did not arrive whole/],
    [LIST, refuse(401, 'Bad credentials'), /does not accept the token \(401 Bad credentials\)/],
    [LIST, { kind: 'text', status: 502, type: 'text/html', text: `<html>${'x'.repeat(9000)}</html>` }, /^.{100,330}$/],
    [LIST, { kind: 'half' }, /did not arrive whole/],
    [LIST, { kind: 'text', status: 200, type: 'application/json', text: '{}' }, /did not arrive whole/],
    [LIST, { kind: 'text', status: 200, type: 'application/json', text: '[{}]' }, /did not arrive whole/],
    [LIST, html, /did not arrive whole/],
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
    github.faults.set(CREATE, fault)
    const { url } = await upsert()
    expect(github.state.comments.map(({ id, body }) => [url?.endsWith(`-${id}`), body])).toEqual([[true, `${HEAD}\nCosts went up.`]])
  })

  it.each<Fault>([
    { kind: 'half' },
    { kind: 'cut' },
    html,
    refuse(500, 'Server Error'),
  ])('in the answer about our name (%o) never makes a second comment', async (fault) => {
    addComment(github.state, jobToken, `${MARKER}\nold`)
    github.faults.set('POST /graphql', fault)
    await expect(upsert()).rejects.toThrow()
    expect(github.state.comments).toHaveLength(1)
  })

  it('that is silence ends at the deadline', async () => {
    github.faults.set(LIST, { kind: 'silent' })
    expect(await explain({}, 5000)).toMatch(/no answer in time/)
  })

  it('that is a closed port is told as such', async () => {
    await github.close()
    expect(await explain()).toMatch(/^could not comment on the pull request: .*ECONNREFUSED.*\. The job summary has the full report\.$/)
  })
})
