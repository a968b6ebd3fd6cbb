import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runStep } from '../../support/e2e/runner/runner.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import type { State } from '../../support/github/state.ts'
import * as story from '../../support/github/story/story.ts'

const acme = { owner: 'acme', repo: 'agents' }
let github: GitHubServer
let state: State
let octokit: ReturnType<typeof getOctokit>
let workspace: string
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  octokit = getOctokit(state.token, { baseUrl: github.apiUrl })
  workspace = await mkdtemp(join(tmpdir(), 'artifacts-'))
  story.startRun(state, { event: 'push', headSha: 'b'.repeat(40), headBranch: 'main' })
})
afterEach(async () => {
  await github.close()
  await rm(workspace, { recursive: true })
})

/** What the real client of @actions/artifact says to each order, as a step of a run. */
async function order(
  orders: readonly (readonly string[])[],
  { runId = 9001, token = github.runtimeToken(runId) } = {},
): Promise<unknown[]> {
  const { stdout, stderr, exitCode } = await runStep({
    main: join(import.meta.dirname, '../../support/github/stage/artifact-step.ts'),
    workspace,
    apiUrl: github.apiUrl,
    token: state.token,
    event: { name: 'push', payload: {} },
    runtime: { resultsUrl: github.resultsUrl, token },
    env: { ORDERS: JSON.stringify(orders) },
  })
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  return JSON.parse(/(?<=^RESULTS ).*$/m.exec(stdout)?.[0] ?? '')
}

describe('the real artifact client', () => {
  it('uploads, lists, downloads and deletes, and no name twice', async () => {
    await writeFile(join(workspace, 'summary.json'), '{"total_cost_usd":1}')
    const results = await order([
      ['upload', 'costs', 'summary.json'],
      ['upload', 'costs', 'summary.json'],
      ['list'],
      ['download', 'costs', 'summary.json'],
      ['delete', 'costs'],
      ['download', 'costs', 'summary.json'],
    ])
    const [uploaded, again, names, content, deleted, gone] = results
    const bytes = Number(Object(uploaded).size)
    expect(uploaded).toEqual({ id: 4_000_000_001, size: expect.any(Number), digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(bytes).toBeGreaterThan(100)
    expect(again).toMatch(/409.*already exists/)
    expect(names).toEqual(['costs'])
    expect(content).toEqual([false, '{"total_cost_usd":1}'])
    expect(deleted).toBe(4_000_000_001)
    expect(gone).toMatch(/^ArtifactNotFoundError/)
    expect(state.artifacts).toEqual([])
    expect(github.violations).toEqual([])
  })

  it('puts a large file in blocks, which come together again', async () => {
    const bytes = randomBytes(20 * 1024 * 1024)
    await writeFile(join(workspace, 'large.bin'), bytes)
    const [uploaded] = await order([['upload', 'large', 'large.bin']])
    const blocks = github.requests.filter(({ route }) => route === 'BLOB PUT')
    expect(blocks.length).toBeGreaterThan(2)
    const [artifact] = state.artifacts
    const stored = artifact?.bytes ?? Buffer.alloc(0)
    expect(artifact?.digest).toBe(`sha256:${createHash('sha256').update(stored).digest('hex')}`)
    expect(uploaded).toMatchObject({ size: stored.length })
    expect(github.violations).toEqual([])
  })

  it('sees the artifacts of its own run, and what an earlier attempt left', async () => {
    await writeFile(join(workspace, 'a.txt'), 'first')
    const other = story.startRun(state, { event: 'push', headSha: 'b'.repeat(40), headBranch: 'main' })
    await order([['upload', 'same', 'a.txt']])
    expect(await order([['list']], { runId: other.id })).toEqual([[]])
    const [run] = state.runs.values()
    if (run !== undefined) story.rerun(state, run)
    await writeFile(join(workspace, 'a.txt'), 'second')
    const [uploaded, content] = await order([
      ['upload', 'same', 'a.txt'],
      ['download', 'same', 'a.txt'],
    ])
    expect(uploaded).toMatchObject({ id: 4_000_000_002 })
    expect(content).toEqual([false, 'second'])
    expect(github.violations).toEqual([])
  })

  it('is refused with a token that nobody was given', async () => {
    const token = github.runtimeToken(9001).replace(/\.[^.]+$/, '.forged')
    expect(await order([['list']], { token })).toEqual([expect.stringMatching(/401/)])
  })
})

describe('artifacts in the REST API', () => {
  const store = (name: string, rest = {}) => story.storeArtifact(state, { runId: 9001, name, bytes: Buffer.from('zip'), ...rest })

  it('are listed by name, the newest first, without those that never arrived', async () => {
    const [first, , last] = [store('costs'), store('other'), store('costs')]
    store('costs', { finalized: false })
    const { data } = await octokit.rest.actions.listArtifactsForRepo({ ...acme, name: 'costs' })
    expect([data.total_count, ...data.artifacts.map(({ id }) => id)]).toEqual([2, last.id, first.id])
    expect(data.artifacts[0]).toMatchObject({
      digest: `sha256:${createHash('sha256').update('zip').digest('hex')}`,
      workflow_run: { id: 9001, repository_id: 1001, head_repository_id: 1001, head_branch: 'main', head_sha: 'b'.repeat(40) },
    })
    const ofRun = await octokit.rest.actions.listWorkflowRunArtifacts({ ...acme, run_id: 9001, per_page: 2 })
    expect([ofRun.data.total_count, ofRun.data.artifacts.length]).toEqual([3, 2])
    expect(github.violations).toEqual([])
  })

  it('are downloaded from the blob store by an address with a signature', async () => {
    const { id } = store('costs')
    const archive = { ...acme, artifact_id: id, archive_format: 'zip' }
    const answer = await octokit.rest.actions.downloadArtifact({ ...archive, request: { redirect: 'manual' } })
    const url = new URL(answer.headers.location ?? '')
    expect([answer.status, url.origin]).toEqual([302, github.blobUrl])
    expect(await (await fetch(url)).text()).toBe('zip')
    expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe('3')
    for (const change of [{ sig: 'x' }, { se: '2030-01-01T00:00:00Z' }, { sp: 'cw' }, { sig: '' }]) {
      const forged = new URL(url)
      for (const [name, value] of Object.entries(change)) forged.searchParams.set(name, value)
      expect((await fetch(forged)).status).toBe(403)
    }
    expect(github.violations).toEqual([])
    await fetch(url, { headers: { authorization: `token ${state.token}` } })
    expect(github.violations).toEqual(['BLOB GET: a token was sent to the blob store'])
  })

  it('are gone once they expired', async () => {
    const { id } = store('costs', { expired: true })
    expect((await octokit.rest.actions.getArtifact({ ...acme, artifact_id: id })).data.expired).toBe(true)
    const download = octokit.rest.actions.downloadArtifact({ ...acme, artifact_id: id, archive_format: 'zip' })
    await expect(download).rejects.toMatchObject({ status: 410 })
    expect(github.violations).toEqual([])
  })
})
