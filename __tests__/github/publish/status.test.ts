import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../src/github/api/client.ts'
import { type CommitStatus, markCommit } from '../../../src/github/publish/status.ts'
import { type Fault, type GitHubServer, type Loss, startGitHub } from '../../support/github/server.ts'
import * as story from '../../support/github/story/story.ts'

// Waits and deadlines are shorter by this factor.
process.env.QUICK = '100'
await import('../../support/e2e/quick.ts')

const READ = 'GET /repos/{owner}/{repo}/commits/{ref}/status'
const POST = 'POST /repos/{owner}/{repo}/statuses/{sha}'
const RUN = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}'
const sha = 'a'.repeat(40)
const page = 'https://github.com/acme/agents/actions/runs'

let github: GitHubServer
let older: number
let newer: number
beforeEach(async () => {
  github = await startGitHub()
  const run = () => story.startRun(github.state, { event: 'pull_request', headSha: sha, headBranch: 'feature' }).id
  ;[older, newer] = [run(), run()]
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

async function mark(run: number, state: CommitStatus['state'], { attempt = 1, context = 'llm-cost', isLate = false } = {}) {
  const client = await createClient({ token: github.state.token, apiUrl: github.apiUrl, tryMs: 500_000, requestMs: 600_000 })
  const status = { state, context, description: `of ${run}`, url: `${page}/1`, stamp: { run, attempt } }
  return markCommit(client, { owner: 'acme', repo: 'agents', sha }, status, isLate)
}

/** The marks of the commit, the last one counts. */
function marks(): readonly string[] {
  return github.state.statuses.map(({ state, description }) => `${state} ${description}`)
}

const refuse = (status: number): Loss => ({ kind: 'answer', status, message: 'x' })

describe('the mark on a commit', () => {
  it('leads to the page, and says in its address which run it is of', async () => {
    expect(await mark(older, 'success')).toBe(true)
    expect(github.state.statuses.map(({ targetUrl }) => targetUrl)).toEqual([`${page}/1#run-${older}-attempt-1`])
  })

  it.each([
    'success',
    'failure',
    'error',
  ] as const)('of a newer run is left alone by an older one that comes late and says %s', async (state) => {
    await mark(newer, 'failure')
    expect(await mark(older, state)).toBe(true)
    expect(marks()).toEqual([`failure of ${newer}`])
  })

  it('of a newer attempt is left alone by an older one', async () => {
    const run = github.state.runs.get(older)
    if (run !== undefined) story.rerun(github.state, run)
    await mark(older, 'failure', { attempt: 2 })
    expect(await mark(older, 'success')).toBe(true)
    expect(marks()).toEqual([`failure of ${older}`])
  })

  it('is replaced by a newer run, and by the same run when it is judged again', async () => {
    await mark(older, 'success')
    await mark(newer, 'failure')
    await mark(newer, 'success')
    expect(marks()).toEqual([`success of ${older}`, `failure of ${newer}`, `success of ${newer}`])
  })

  it('of another name does not count', async () => {
    await mark(newer, 'failure', { context: 'llm-cost/evals' })
    await mark(older, 'success')
    expect(marks().at(-1)).toBe(`success of ${older}`)
  })

  it('is found among those of 150 names', async () => {
    await mark(newer, 'failure')
    const [found] = github.state.statuses
    if (found === undefined) throw new Error('no status')
    for (let index = 0; index < 150; index++) github.state.statuses.unshift({ ...found, context: `other ${index}` })
    expect(await mark(older, 'success')).toBe(true)
    expect(github.state.statuses).toHaveLength(151)
  })

  it.each<[string, string]>([
    ['a run that there is not', '#run-999999999999999-attempt-1'],
    ['an attempt that there is not', '#run-9001-attempt-2'],
    ['no run', ''],
  ])('is not taken for that of %s', async (_, stamp) => {
    await mark(older, 'failure')
    Object.assign(github.state.statuses[0] ?? {}, { targetUrl: `${page}/1${stamp}` })
    await mark(older, 'success')
    expect(marks().at(-1)).toBe(`success of ${older}`)
  })

  it('is not taken for that of a newer run of another commit', async () => {
    const other = story.startRun(github.state, { event: 'push', headSha: 'b'.repeat(40), headBranch: 'main' })
    await mark(other.id, 'success')
    await mark(older, 'failure')
    expect(marks().at(-1)).toBe(`failure of ${older}`)
  })

  it('that an older run wrote over is set again', async () => {
    github.onEffect = async (route) => {
      if (route !== POST || github.state.statuses.length !== 1) return undefined
      const [own] = github.state.statuses
      if (own !== undefined) github.state.statuses.push({ ...own, state: 'success', targetUrl: `${page}/1#run-${older}-attempt-1` })
      return undefined
    }
    expect(await mark(newer, 'failure')).toBe(true)
    expect(github.state.statuses.map(({ state }) => state)).toEqual(['failure', 'success', 'failure'])
  })

  it('is not set in green where a newer run was here whose mark is not there yet', async () => {
    expect(await mark(older, 'success', { isLate: true })).toBe(false)
    expect(marks()).toEqual([])
    expect(await mark(older, 'failure', { isLate: true })).toBe(true)
    expect(marks()).toEqual([`failure of ${older}`])
  })
})

describe('a fault of GitHub', () => {
  it.each([READ, RUN])('in %s keeps green out and lets red in', async (route) => {
    await mark(newer, 'success')
    github.faults.set(route, refuse(403))
    await expect(mark(older, 'success')).rejects.toThrow()
    expect(await mark(older, 'failure')).toBe(true)
    expect(marks()).toEqual([`success of ${newer}`, `failure of ${older}`])
  })

  it.each<[string, Fault, number]>([
    ['that refuses', refuse(403), 1],
    ['that lasts', refuse(500), 3],
    ['that is silence', { kind: 'reset' }, 3],
  ])('%s is told after %d requests', async (_, fault, most) => {
    github.faults.set(POST, fault)
    await expect(mark(older, 'failure')).rejects.toThrow()
    expect(github.requests.filter(({ route }) => route === POST)).toHaveLength(most)
  })

  it.each<[string, Fault]>([
    ['before it took effect', refuse(502)],
    ['after it took effect', { kind: 'after', loss: refuse(502) }],
    ['in the answer', { kind: 'half' }],
  ])('that passes, %s, leaves the mark', async (_, fault) => {
    github.faults.set(POST, [fault])
    expect(await mark(older, 'failure')).toBe(true)
    expect(marks().at(-1)).toBe(`failure of ${older}`)
  })

  it('that keeps a mark from being sent lets a newer one stay that came meanwhile', async () => {
    github.faults.set(POST, [refuse(502)])
    github.onRequest = async (route) => {
      if (route === POST && github.state.statuses.length === 0) {
        github.onRequest = undefined
        await new Promise((done) => setTimeout(done, 1))
        github.state.statuses.push({
          ...{ id: 1, sha, state: 'failure', context: 'llm-cost', description: `of ${newer}` },
          ...{ targetUrl: `${page}/1#run-${newer}-attempt-1`, createdAt: '2026-11-03T10:00:00Z' },
        })
      }
      return undefined
    }
    expect(await mark(older, 'success')).toBe(true)
    expect(marks()).toEqual([`failure of ${newer}`])
  })
})
