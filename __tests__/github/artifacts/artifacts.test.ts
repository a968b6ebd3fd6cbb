import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import { type Artifact, listRunArtifacts, readArtifacts } from '../../../src/github/artifacts/artifacts.ts'
import { addRecord } from '../../support/baseline/stored.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import type { State } from '../../support/github/state.ts'
import { hashBytes } from '../../support/github/story/story.ts'

const acme = { owner: 'acme', repo: 'agents', id: 1001 }
const list = 'GET /repos/{owner}/{repo}/actions/artifacts'
const sha = 'b'.repeat(40)

let github: GitHubServer
let state: State
let client: Client
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  client = await createClient({ token: state.token, apiUrl: github.apiUrl })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

/** Every page, and whether the last of them was the end. */
async function readAll(): Promise<{ artifacts: Artifact[]; isWhole: boolean }> {
  const artifacts: Artifact[] = []
  let isWhole = false
  for await (const page of readArtifacts(client, acme, 'llm-cost-baseline')) {
    artifacts.push(...page.artifacts)
    isWhole = page.isLast
  }
  return { artifacts, isWhole }
}

const find = async () => (await readAll()).artifacts
const text = (body: unknown) => ({ kind: 'text', status: 200, type: 'application/json', text: JSON.stringify(body) }) as const

describe('a list of artifacts', () => {
  it('has what GitHub vouches for', async () => {
    const { id, runId, bytes, createdAt } = addRecord(state, { sha, expired: true })
    expect(await find()).toEqual([
      {
        id,
        name: 'llm-cost-baseline',
        sizeBytes: bytes.length,
        expired: true,
        createdAt,
        expiresAt: '2027-02-01T10:00:02Z',
        digest: hashBytes(bytes),
        runId,
        headSha: sha,
        headBranch: 'main',
        repositoryId: 1001,
        headRepositoryId: 1001,
      },
    ])
  })

  it('has those of the name alone, whatever GitHub takes for the same', async () => {
    const one = { id: 1, size_in_bytes: 1, expired: false }
    const names = ['llm-cost-baseline', 'LLM-Cost-Baseline', 'llm-cost-baseline-evals']
    github.faults.set(list, text({ total_count: 3, artifacts: names.map((name) => ({ ...one, name })) }))
    expect((await find()).map(({ name }) => name)).toEqual(['llm-cost-baseline'])
  })

  it('holds what does not say that it is still there for expired, and whose run is not told for nobody’s', async () => {
    github.faults.set(list, text({ artifacts: [{ id: 1, name: 'llm-cost-baseline', size_in_bytes: 1 }] }))
    expect(await find()).toMatchObject([{ expired: true, digest: null, repositoryId: null, headRepositoryId: null, headSha: '' }])
  })

  it('is read page by page, the newest first', async () => {
    const ids = Array.from({ length: 310 }, () => addRecord(state, { sha, bytes: Buffer.from('zip') }).id)
    const pages = readArtifacts(client, acme, 'llm-cost-baseline')
    await pages.next()
    expect(github.requests).toHaveLength(1)
    const { artifacts, isWhole } = await readAll()
    expect(artifacts.map(({ id }) => id)).toEqual(ids.reverse())
    expect(isWhole).toBe(true)
    expect(github.requests).toHaveLength(1 + 4)
  })

  it('is read up to 3,000, and does not pass for whole then', async () => {
    for (let index = 0; index < 3001; index++) addRecord(state, { sha, bytes: Buffer.from('zip') })
    const { artifacts, isWhole } = await readAll()
    expect([artifacts.length, isWhole, github.requests.length]).toEqual([3000, false, 30])
  })

  it('does not end where a page of it is gone', async () => {
    for (let index = 0; index < 101; index++) addRecord(state, { sha, bytes: Buffer.from('zip') })
    github.faults.set(list, [null, { kind: 'answer', status: 404, message: 'Not Found' }])
    await expect(find()).rejects.toThrow(/Not Found/)
  })

  it('is empty where the repository has none, or knows of none', async () => {
    expect(await find()).toEqual([])
    github.faults.set(list, { kind: 'answer', status: 404, message: 'Not Found' })
    expect(await find()).toEqual([])
  })

  it.each([
    [{ artifacts: [{ id: 1, name: 'llm-cost-baseline' }] }],
    [{ artifacts: 'none' }],
    [{}],
    [[]],
  ])('is not read from %j', async (body) => {
    github.faults.set(list, text(body))
    await expect(find()).rejects.toThrow(/did not arrive whole/)
  })

  it('of a run has all of its artifacts, those of other runs not', async () => {
    const own = addRecord(state, { sha, name: 'llm-cost-usage' })
    addRecord(state, { sha, name: 'llm-cost-usage' })
    expect((await listRunArtifacts(client, acme, own.runId)).map(({ id }) => id)).toEqual([own.id])
  })
})
