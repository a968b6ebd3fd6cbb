import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../src/github/api/client.ts'
import { listRunArtifacts } from '../../../src/github/artifacts/artifacts.ts'
import { downloadArtifact } from '../../../src/github/artifacts/download.ts'
import { addRecord } from '../../support/baseline/stored.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import type { State } from '../../support/github/state.ts'

const acme = { owner: 'acme', repo: 'agents', id: 1001 }
const zip = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'
const limits = { entries: 8, entryBytes: 1 << 20, totalBytes: 1 << 20, ratio: 200 }
const ample = { tryMs: 5000, requestMs: 20_000, totalMs: 40_000 }

let github: GitHubServer
let state: State
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

/** A download of a record, with a client that has these deadlines. */
async function prepare(deadlines: Partial<typeof ample>) {
  const client = await createClient({ token: state.token, apiUrl: github.apiUrl, ...ample, ...deadlines })
  const stored = addRecord(state, { sha: 'b'.repeat(40) })
  const [artifact] = await listRunArtifacts(client, acme, stored.runId)
  if (artifact === undefined) throw new Error('there is an artifact')
  return { client, stored, download: () => downloadArtifact(client, acme, artifact, limits) }
}

const blobs = () => github.requests.filter(({ route }) => route === 'BLOB GET').length

describe('a download', () => {
  it('from a store that is silent is tried twice, as any request is', async () => {
    const { download } = await prepare({ tryMs: 1000 })
    github.faults.set('BLOB GET', { kind: 'silent' })
    await expect(download()).rejects.toThrow(/^the artifact could not be downloaded: no answer in time\. Run the job again$/)
    expect(blobs()).toBe(2)
  })

  it('has no more time than one operation', async () => {
    const { download } = await prepare({ tryMs: 1000, requestMs: 1500 })
    github.faults.set('BLOB GET', { kind: 'silent' })
    await expect(download()).rejects.toThrow(/no answer in time/)
    // There was no time to wait for another.
    expect(blobs()).toBe(1)
  })

  it('takes its time from that of all requests together', async () => {
    const { client, download } = await prepare({ tryMs: 2000, totalMs: 3000 })
    client.budget.leftMs = 3000
    github.faults.set('BLOB GET', { kind: 'silent' })
    await expect(download()).rejects.toThrow(/no answer in time/)
    await expect(download()).rejects.toThrow(/no answer in time|took too long/)
    await expect(download()).rejects.toThrow(/took too long to answer this run/)
    expect(blobs()).toBeLessThanOrEqual(2)
  })

  it('that is slow, but goes on, is not silent', async () => {
    const { download, stored } = await prepare({ tryMs: 1000 })
    const server = createServer(async (_, response) => {
      for (let place = 0; place < stored.bytes.length; place += Math.ceil(stored.bytes.length / 5)) {
        response.write(stored.bytes.subarray(place, place + Math.ceil(stored.bytes.length / 5)))
        await sleep(400)
      }
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const location = `http://127.0.0.1:${(server.address() as AddressInfo).port}/artifact.zip`
    github.faults.set(zip, { kind: 'answer', status: 302, message: 'Found', headers: { location } })
    const entries = await download()
    expect(entries.map(({ name }) => name)).toEqual(['cost-summary.json'])
    server.close()
  })
})
