import { describe, expect, it } from 'vitest'
import { explainRefusal } from '../../../src/github/api/refusal.ts'
import { CREATE_ISSUE, keep, LIST_ISSUES, later, shown, UPDATE_ISSUE } from '../../support/github/stage/tickets.ts'
import { github, stageComment } from '../../support/github/stage/upserts.ts'
import { jobToken } from '../../support/github/state.ts'

stageComment()

describe('the sticky issue', () => {
  it('is opened once, brought up to date, closed when all is well, and opened again', async () => {
    const opened = await keep()
    expect(opened).toEqual({ action: 'opened', url: 'https://github.com/acme/agents/issues/8' })
    expect((await keep({ body: 'Dearer.', ...later(9002) })).action).toBe('updated')
    expect((await keep({ body: 'Fine.', state: 'closed', ...later(9003) })).action).toBe('closed')
    expect((await keep({ body: 'Still fine.', state: 'closed', ...later(9004) })).action).toBe('none')
    expect(shown()).toEqual(['closed: Fine.'])
    expect(await keep({ body: 'Too dear again.', ...later(9005) })).toEqual({ action: 'reopened', url: opened.url })
    expect(shown()).toEqual(['open: Too dear again.'])
    expect([...github.state.tickets.values()][0]).toMatchObject({ title: 'LLM cost alert', stateReason: 'reopened' })
  })

  it('costs no write where nothing changed, and where none is needed', async () => {
    expect(await keep({ state: 'closed' })).toEqual({ action: 'none', url: null })
    await keep()
    github.requests.length = 0
    expect((await keep()).action).toBe('unchanged')
    expect(github.requests.map(({ route }) => route)).toEqual(['POST /graphql', LIST_ISSUES])
  })

  it('is one per key', async () => {
    await keep()
    await keep({ key: 'search', title: 'LLM cost alert: search' })
    expect(github.state.tickets.size).toBe(2)
    await keep({ key: 'search', state: 'closed', ...later(9002) })
    expect([...github.state.tickets.values()].map(({ state }) => state)).toEqual(['open', 'closed'])
  })

  it('is never one that somebody else opened, nor a pull request', async () => {
    github.state.holder = { login: 'mallory', type: 'User', isInstallation: false }
    await keep({ body: 'a lie' })
    github.state.holder = jobToken
    github.state.pulls.get(7)?.labels.add('llm-cost')
    expect((await keep()).action).toBe('opened')
    expect(shown()).toEqual(['open: a lie', 'open: Too dear.'])
  })

  it('keeps the result of a newer run', async () => {
    await keep({ body: 'newer', ...later(9002) })
    expect((await keep({ body: 'older', state: 'closed' })).action).toBe('superseded')
    expect(shown()).toEqual(['open: newer'])
  })

  it.each([
    ['of no run', 'run 999999999999 attempt 1'],
    ['of no attempt', 'run 9002 attempt 2'],
  ])('goes by no stamp %s, which somebody wrote into it', async (_, stamp) => {
    await keep({ state: 'open', body: 'old' })
    const [ticket] = github.state.tickets.values()
    if (ticket === undefined) throw new Error('there is no issue')
    Object.assign(ticket, { body: ticket.body.replace('run 9001 attempt 1', stamp), state: 'closed' })
    expect((await keep({ body: 'Too dear again.' })).action).toBe('reopened')
    expect(shown()).toEqual(['open: Too dear again.'])
  })

  it('leaves one open where two runs opened one each', async () => {
    await Promise.all([keep({ body: 'one' }), keep({ body: 'one' }), keep({ body: 'one' })])
    await keep({ body: 'two', ...later(9002) })
    expect(shown().filter((line) => line.startsWith('open'))).toEqual(['open: two'])
  })

  it('is not opened twice where the answer to the first request was lost', async () => {
    github.faults.set(CREATE_ISSUE, [{ kind: 'after', loss: { kind: 'reset' } }])
    expect((await keep()).action).toMatch(/opened|unchanged/)
    expect(github.state.tickets.size).toBe(1)
  })

  it('holds as much as GitHub takes', async () => {
    await keep({ body: 'x'.repeat(70_000) })
    expect([...github.state.tickets.values()][0]?.body.length).toBe(65_536)
  })

  it.each([
    ['a token without issues: write', () => github.state.scopes.set('issues', 'read'), /permissions: issues: write/],
    ['a token without issues: read', () => github.state.scopes.set('issues', 'none'), /permissions: issues: read/],
    [
      'a repository without issues',
      () => {
        github.state.hasIssues = false
      },
      /410 Issues are disabled for this repo/,
    ],
  ])('says what is missing: %s', async (_, arrange, message) => {
    arrange()
    const reason = await keep().then(() => '', explainRefusal)
    expect(reason).toMatch(message)
    expect(github.requests.filter(({ route }) => route === UPDATE_ISSUE)).toEqual([])
  })
})
