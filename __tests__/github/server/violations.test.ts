import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import type { State } from '../../support/github/state.ts'
import * as story from '../../support/github/story/story.ts'

let github: GitHubServer
let state: State
beforeEach(async () => {
  github = await startGitHub()
  state = github.state
  story.startRun(state, { event: 'push', headSha: 'b'.repeat(40), headBranch: 'main' })
})
afterEach(() => github.close())

describe('what no client of GitHub would send', () => {
  async function call(method: string, body: object, type = 'application/json'): Promise<{ signed_upload_url?: string }> {
    const url = `${github.resultsUrl}/twirp/github.actions.results.api.v1.ArtifactService/${method}`
    const headers = { authorization: `Bearer ${github.runtimeToken(9001)}`, 'content-type': type }
    return Object(await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json())
  }
  const claimed = () => {
    const payload = JSON.parse(Buffer.from(github.runtimeToken(9001).split('.')[1] ?? '', 'base64url').toString())
    const [, run, job] = /Actions\.Results:([^:]+):(.+)$/.exec(payload.scp) ?? []
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
  }
  const sha = `sha256:${'0'.repeat(64)}`

  it.each<[string, string, object, RegExp]>([
    ['an unknown method', 'ListAll', {}, /describes no such operation/],
    ['a missing field', 'CreateArtifact', { name: 'x', mime_type: 'application/zip' }, /must have required property 'version'/],
    ['another version', 'CreateArtifact', { name: 'x', version: 4, mime_type: 'application/zip' }, /version must be equal to constant/],
    ['an unknown field', 'ListArtifacts', { filter: 'x' }, /must NOT have additional properties/],
    ['a size that is a number', 'FinalizeArtifact', { name: 'x', size: 3, hash: sha }, /size must be string/],
    ['ids of another run', 'ListArtifacts', { workflow_run_backend_id: 'x' }, /ids are not those of the token/],
    ['a size and a hash of other bytes', 'FinalizeArtifact', { name: 'half', size: '3', hash: sha }, /size 3 of 0 bytes/],
  ])('is recorded: %s', async (_, method, body, expected) => {
    story.storeArtifact(state, { runId: 9001, name: 'half', bytes: Buffer.alloc(0), finalized: false })
    await call(method, { ...claimed(), ...body })
    expect(github.violations).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })

  it('is recorded: a body that does not say that it is JSON', async () => {
    await call('ListArtifacts', claimed(), 'text/plain')
    expect(github.violations).toEqual(['TWIRP ListArtifacts: content-type is not application/json'])
  })

  it('is recorded: blocks without a version, and a list of blocks that names one that is not there', async () => {
    const created = await call('CreateArtifact', { ...claimed(), name: 'x', version: 7, mime_type: 'application/zip' })
    const put = async (query: string, body: string, headers = {}) =>
      (await fetch(`${created.signed_upload_url}&${query}`, { method: 'PUT', body, headers })).status
    expect(await put('comp=block&blockid=MQ==', 'zip')).toBe(201)
    const version = { 'x-ms-version': '2025-11-05' }
    expect(await put('comp=blocklist', '<BlockList><Latest>Mg==</Latest></BlockList>', version)).toBe(400)
    expect(await put('comp=blocklist', '<BlockList><Latest>MQ==</Latest></BlockList>', version)).toBe(201)
    expect(state.artifacts[0]).toMatchObject({ finalized: false, bytes: Buffer.from('zip') })
    expect(github.violations).toEqual(['BLOB PUT: header x-ms-version is missing', 'BLOB PUT LIST: names a block that was never put'])
  })

  it('is recorded: an upload to the blob store where there is no such operation', async () => {
    await fetch(`${github.blobUrl}/x`, { method: 'POST' })
    expect(github.violations).toEqual(['POST /x: GitHub describes no such operation'])
  })
})
