import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import type { ReviewedFiles } from '../../src/trust/base.ts'
import { github, open, stageGitHub, wanted } from '../support/trust/reviewed.ts'

stageGitHub()

describe('a file of the base that cannot be read fails closed', () => {
  async function refusal(files: ReviewedFiles, largest?: number): Promise<string> {
    const error = await files.read({ ...wanted, ...(largest !== undefined && { largest }) }).then(
      () => null,
      (reason: unknown) => reason,
    )
    if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${error}`)
    return error.message
  }

  it('where the token may not read contents, which GitHub shows as "not found"', async () => {
    const files = await open({ start: null, head: 'b' })
    github.state.scopes.set('contents', 'none')
    for (const route of ['contents/{path}', 'commits/{ref}'])
      github.faults.set(`GET /repos/{owner}/{repo}/${route}`, { kind: 'answer', status: 404, message: 'Not Found' })
    const message = await refusal(files)
    expect(message).toMatch(/^the policy file rules\/policy\.yaml cannot be read from commit [0-9a-f]{7}: /)
    expect(message).toMatch(/\(404 Not Found\)\. Give the job `permissions: contents: read`$/)
  })

  it('where the token may not, and GitHub says so', async () => {
    const files = await open({ start: 'a' })
    github.state.scopes.set('contents', 'none')
    expect(await refusal(files)).toMatch(/\(403 Resource not accessible by integration\)\. Give the job `permissions: contents: read`$/)
  })

  it('where it is too large', async () => {
    expect(await refusal(await open({ start: 'x'.repeat(1025), own: 'a' }), 1024)).toBe('rules/policy.yaml: is larger than 1 KiB')
  })

  it('where it is a folder', async () => {
    const files = await open({ start: 'a' })
    expect(await files.read({ ...wanted, file: 'rules/policy.yaml' })).toBe('a')
    await expect(files.read({ ...wanted, file: 'rules' })).rejects.toThrow(/rules is a folder/)
  })

  it('where its content is not what its hash says', async () => {
    const files = await open({ start: 'a' })
    const answer = { type: 'file', encoding: 'base64', content: Buffer.from('evil').toString('base64'), sha: '0'.repeat(40) }
    const text = JSON.stringify(answer)
    github.faults.set('GET /repos/{owner}/{repo}/contents/{path}', { kind: 'text', status: 200, type: 'application/json', text })
    expect(await refusal(files)).toMatch(/did not arrive whole/)
  })

  it.each(['symlink', 'submodule'])('where it is a %s', async (type) => {
    const files = await open({ start: 'a' })
    const text = JSON.stringify({ type, target: '../evil.yaml', sha: '0'.repeat(40) })
    github.faults.set('GET /repos/{owner}/{repo}/contents/{path}', { kind: 'text', status: 200, type: 'application/json', text })
    expect(await refusal(files)).toMatch(/is no regular file/)
  })
})
