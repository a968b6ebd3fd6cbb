import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findStored } from '../../src/baseline/records/stored.ts'
import { InputError } from '../../src/errors.ts'
import { type Client, createClient } from '../../src/github/api/client.ts'
import { makeZip } from '../support/archive/zip.ts'
import { buildPoint } from '../support/baseline/points.ts'
import { addRecord, growMain, type NewRecord, zipRecord, zipText } from '../support/baseline/stored.ts'
import { type Fault, type GitHubServer, startGitHub } from '../support/github/server.ts'
import type { State } from '../support/github/state.ts'
import { buildSummary } from '../support/render/summary.ts'

// Waits are shorter by this factor.
vi.hoisted(() => {
  process.env.QUICK = '50'
})
await import('../support/e2e/quick.ts')

const list = 'GET /repos/{owner}/{repo}/actions/artifacts'
const zip = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'

const failing: Fault = { kind: 'answer', status: 500, message: 'Server Error' }

let github: GitHubServer
let state: State
let client: Client
let commit: string
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  client = await createClient({ token: state.token, apiUrl: github.apiUrl, tryMs: 500_000, requestMs: 600_000, totalMs: 900_000 })
  commit = growMain(state, 2).at(-1) ?? ''
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

async function findBaseline(ownRun = 1, records = 1) {
  const repository = { owner: state.owner, repo: state.repo, id: state.repoId }
  const within = await findStored(client, { repository, branches: ['main'], commit, artifact: 'llm-cost-baseline', ownRun })
  return within({ records, level: { percent: 20, minUsd: 0 } })
}

async function refusal(): Promise<string> {
  const error = await findBaseline().then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${error}`)
  expect(error.message).not.toContain('\n')
  return error.message
}

const good = zipRecord(0.5)

describe('a stored baseline that is there and cannot be read fails closed', () => {
  it.each<[string, Partial<NewRecord>, RegExp]>([
    ['is no archive', { bytes: Buffer.from('<html>Unicorn!</html>') }, /is not a zip|no zip|archive/],
    ['is empty', { bytes: Buffer.alloc(0) }, /archive|empty/],
    ['is cut', { bytes: good.subarray(0, good.length / 2) }, /archive/],
    ['has another digest', { digest: `sha256:${'0'.repeat(64)}` }, /is not what was uploaded: its digest differs/],
    ['has a digest of another kind', { digest: `md5:${createHash('md5').update(good).digest('hex')}` }, /its digest differs/],
    ['has no summary in it', { bytes: makeZip([{ name: 'other.json', content: '{}' }]) }, /has no cost-summary\.json/],
    ['has it in a folder', { bytes: makeZip([{ name: 'a/cost-summary.json', content: '{}' }]) }, /has no cost-summary\.json/],
    ['is no JSON', { bytes: zipText('total: 1') }, /is no JSON, it begins with "total: 1"/],
    ['is no UTF-8', { bytes: makeZip([{ name: 'cost-summary.json', content: new Uint8Array([0x7b, 0xff]) }]) }, /is not UTF-8/],
    [
      'is of a newer version',
      { bytes: zipText(JSON.stringify({ ...buildSummary(), schema_version: 2 })) },
      /was written by a newer version/,
    ],
    ['breaks its schema', { bytes: zipText(JSON.stringify({ schema_version: 1, total_cost_usd: -1 })) }, /\$\./],
    ['is a bare total', { bytes: zipText('{"total_cost_usd":1}') }, /holds no cost summary/],
    ['contradicts itself', { bytes: zipRecord(0.5, { total_cost_usd: 99 }) }, /total_cost_usd/],
    [
      'unpacks to a bomb',
      { bytes: makeZip([{ name: 'cost-summary.json', content: Buffer.alloc(20 << 20) }]) },
      /200 times its packed size/,
    ],
    [
      'has many files',
      { bytes: makeZip(Array.from({ length: 9 }, (_, index) => ({ name: `${index}.json`, content: '{}' }))) },
      /has 9 entries; at most 8 are allowed/,
    ],
    ['has a name that leads elsewhere', { bytes: makeZip([{ name: '../cost-summary.json', content: '{}' }]) }, /name/],
  ])('where it %s', async (_, record, expected) => {
    const { runId } = addRecord(state, { sha: commit, ...record })
    const message = await refusal()
    expect(message).toMatch(expected)
    expect(message).toContain(`llm-cost-baseline of run ${runId}`)
  })

  it('where GitHub gives no digest', async () => {
    const artifact = addRecord(state, { sha: commit })
    Object.assign(artifact, { digest: null })
    expect(await refusal()).toMatch(/gives no digest for the artifact/)
  })

  it('where it is larger than 64 MiB', async () => {
    addRecord(state, { sha: commit, bytes: Buffer.alloc((64 << 20) + 1) })
    expect(await refusal()).toMatch(/larger than 64 MiB/)
    expect(github.requests.filter(({ route }) => route.startsWith('BLOB'))).toEqual([])
  })

  it('although an older one could be read', async () => {
    addRecord(state, { sha: commit })
    addRecord(state, { sha: commit, bytes: Buffer.from('rubbish') })
    expect(await refusal()).toMatch(/archive/)
  })

  it.each<[string, string, Fault, RegExp]>([
    [
      'the token may not',
      list,
      { kind: 'answer', status: 403, message: 'Resource not accessible by integration' },
      /`permissions: actions: read`/,
    ],
    ['the token is not accepted', list, { kind: 'answer', status: 401, message: 'Bad credentials' }, /`github-token`/],
    ['the list is half', list, { kind: 'half' }, /did not arrive whole/],
    ['the list is a page', list, { kind: 'text', status: 200, type: 'text/html', text: '<html>' }, /did not arrive whole/],
    ['the address is not given', zip, { kind: 'answer', status: 404, message: 'Not Found' }, /`permissions: actions: read`/],
    [
      'the store refuses',
      'BLOB GET',
      { kind: 'answer', status: 403, message: 'AuthenticationFailed' },
      /the store of artifacts answered 403/,
    ],
    ['the store breaks off', 'BLOB GET', { kind: 'cut' }, /could not be downloaded/],
  ])('where %s', async (_, route, fault, expected) => {
    addRecord(state, { sha: commit })
    github.faults.set(route, fault)
    const message = await refusal()
    expect(message).toMatch(expected)
    expect(message).toContain('llm-cost-baseline')
    expect(message).not.toMatch(/sig=|SIG_CANARY|127\.0\.0\.1/)
  })
})

describe('no baseline yet', () => {
  it('is where nobody recorded any', async () => {
    expect((await findBaseline()).used).toMatchObject({ state: 'missing', source: 'artifact', path: 'llm-cost-baseline', reason: null })
  })

  it('is where the repository knows no artifacts', async () => {
    github.faults.set(list, { kind: 'answer', status: 404, message: 'Not Found' })
    expect((await findBaseline()).used.state).toBe('missing')
  })

  it('is where the run that asks recorded the only one', async () => {
    const { runId } = addRecord(state, { sha: commit })
    expect((await findBaseline(runId)).used.state).toBe('missing')
    expect((await findBaseline()).used).toMatchObject({ state: 'found', run_id: runId })
  })
})

describe('records that expired are no baseline any more', () => {
  const gone: Fault = { kind: 'answer', status: 410, message: 'Artifact has expired' }
  const advice = 'record on a schedule as well, or keep artifacts longer (Settings, Actions, General)'
  const old = { expiresAt: '2026-10-01T08:00:00Z' }

  it.each([1, 4, 5, 6, 20])('where %i of them are gone at the download', async (count) => {
    for (let index = 0; index < count; index++) addRecord(state, { sha: commit, ...old })
    github.faults.set(zip, gone)
    expect((await findBaseline()).used).toMatchObject({
      state: 'missing',
      source: 'artifact',
      reason: `the newest record expired on 2026-10-01 and none followed; ${advice}`,
    })
    expect(github.requests.filter(({ route }) => route === zip)).toHaveLength(Math.min(count, 5))
  })

  it('where the list says so, and the newest of them is named', async () => {
    addRecord(state, { sha: commit, expired: true, expiresAt: '2026-09-20T08:00:00Z' })
    addRecord(state, { sha: commit, expired: true, ...old })
    const { used, side } = await findBaseline()
    expect(used).toMatchObject({ state: 'missing', reason: `the newest record expired on 2026-10-01 and none followed; ${advice}` })
    expect(side).toBeNull()
    expect(github.requests.filter(({ route }) => route !== list)).toEqual([])
  })

  it('where the nearest is named, and not one of a newer run on an older commit', async () => {
    const [older = '', near = '', base = ''] = growMain(state, 3)
    commit = base
    addRecord(state, { sha: near, expired: true, ...old })
    addRecord(state, { sha: older, expired: true, expiresAt: '2026-09-20T08:00:00Z' })
    expect((await findBaseline()).used.reason).toMatch(/^the newest record expired on 2026-10-01 /)
    github.faults.set('GET /repos/{owner}/{repo}/compare/{basehead}', failing)
    expect((await findBaseline()).used.state).toBe('missing')
  })

  it('where they are gone before their day', async () => {
    addRecord(state, { sha: commit, expired: true, expiresAt: '2999-01-01T00:00:00Z' })
    expect((await findBaseline()).used.reason).toBe(`the newest record has expired and none followed; ${advice}`)
  })

  it('and those of forks and other branches never were', async () => {
    state.forks.set(2002, 'mallory')
    addRecord(state, { sha: commit, expired: true, repoId: 2002 })
    addRecord(state, { sha: commit, expired: true, branch: 'other' })
    expect((await findBaseline()).used).toMatchObject({ state: 'missing', reason: null })
  })

  it('and the sixth is not looked at, although it is there', async () => {
    for (let index = 0; index < 6; index++) addRecord(state, { sha: commit, ...old })
    github.faults.set(zip, Array(5).fill(gone))
    expect((await findBaseline()).used.state).toBe('missing')
  })
})

describe('a stored baseline', () => {
  it('that expires between the list and the download is passed over', async () => {
    const older = addRecord(state, { sha: commit })
    for (let index = 0; index < 3; index++) addRecord(state, { sha: commit, cost: 99 })
    github.faults.set(zip, Array(3).fill({ kind: 'answer', status: 410, message: 'Artifact has expired' }))
    expect((await findBaseline()).used).toMatchObject({ run_id: older.runId, total_cost_usd: 0.5 })
  })

  it.each<[string, string, Fault[]]>([
    ['whose run is not shown', 'GET /repos/{owner}/{repo}/actions/runs/{run_id}', Array(9).fill(failing)],
    ['that is not handed out', zip, Array(9).fill(failing)],
    ['that is broken', 'BLOB GET', [{ kind: 'half' }, { kind: 'half' }, { kind: 'half' }]],
  ])('that is the median and %s is known from the history of the newest', async (_, route, faults) => {
    const shas = [commit, ...growMain(state, 2)]
    const points = [0.5, 0.49, 0.52].map((cost, index) => buildPoint(cost, index, { commit: shas[index] ?? null }))
    for (const [index, point] of points.entries()) {
      const { commit: sha, created_at, total_cost_usd: cost } = point
      addRecord(state, { sha: sha ?? '', bytes: zipRecord(cost, { commit: sha, created_at, history: points.slice(0, index + 1) }) })
    }
    commit = shas[2] ?? ''
    const whole = await findBaseline(1, 3)
    expect([whole.used.format, whole.used.total_cost_usd]).toEqual(['cost-summary', 0.5])
    // The newest record comes; what is asked next does not.
    github.faults.set(route, [null, ...faults])
    const { used, side } = await findBaseline(1, 3)
    expect(used).toMatchObject({ format: 'history', total_cost_usd: 0.5, window: { records: 3, newest_cost_usd: 0.52 } })
    expect(side?.totalUsd).toBe(0.5)
  })

  it('that arrives broken once is asked for again', async () => {
    const { runId } = addRecord(state, { sha: commit })
    github.faults.set('BLOB GET', [{ kind: 'half' }, { kind: 'reset' }])
    expect((await findBaseline()).used).toMatchObject({ run_id: runId, commits_behind: 0, commit })
    expect(github.requests.filter(({ route }) => route === zip)).toHaveLength(3)
  })

  it('is found under the name that a repeated run takes', async () => {
    const { runId } = addRecord(state, { sha: commit, name: 'llm-cost-baseline (retry)' })
    expect((await findBaseline()).used).toMatchObject({ run_id: runId, path: 'llm-cost-baseline (retry)' })
  })
})
