import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { createClient } from '../../src/github/client.ts'
import { baseFiles, type Review, type ReviewedFiles } from '../../src/trust/base.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { State } from '../github/state.ts'
import { addCommit } from '../github/story.ts'
import { workspace } from '../read/workspace.ts'

const FILE = 'rules/policy.yaml'
const wanted = { kind: 'policy', file: FILE, largest: 1 << 20, isNamed: true } as const

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

/** The file on the base, where the head started, in the head, and in the workspace; null: none. Where left out, the version before. */
interface Versions {
  readonly start: string | null
  readonly base?: string | null
  readonly head?: string | null
  readonly own?: string | null
}

/** A pull request with these versions of the file. */
async function open(versions: Versions, overrides: Partial<Review> = {}): Promise<ReviewedFiles & { readonly baseSha: string }> {
  const { start, base = start, head = start, own = head } = versions
  const startSha = addCommit(state, { branch: 'main', files: { [FILE]: start } })
  const headSha = addCommit(state, { branch: 'topic', parents: [startSha], files: { [FILE]: head } })
  const baseSha = addCommit(state, { branch: 'main', files: { [FILE]: base } })
  const folder = workspace(own === null ? {} : { [FILE]: own })
  const client = createClient({ token: state.token, apiUrl: github.apiUrl })
  const files = baseFiles({
    client: () => client,
    repository: { owner: state.owner, repo: state.repo, id: state.repoId },
    base: { ref: 'main', sha: baseSha },
    headSha,
    mergeBase: async () => startSha,
    folders: { workspace: folder, cwd: folder },
    isCheckedOut: true,
    mayAdopt: true,
    ...overrides,
  })
  return { ...files, baseSha }
}

describe('a file that decides a verdict', () => {
  const base = { origin: 'base', commit: expect.stringMatching(/^[0-9a-f]{40}$/) }
  it.each<[string, Versions, string | null, object | null, string | null | undefined]>([
    ['that nobody touched is the base', { start: 'a' }, 'a', { ...base, change: 'unchanged' }, undefined],
    ['that the pull request edits is the base', { start: 'a', head: 'b' }, 'a', { ...base, change: 'changed' }, 'b'],
    ['that it removes is the base', { start: 'a', head: null }, 'a', { ...base, change: 'removed' }, null],
    ['that both edited is the base', { start: 'a', base: 'c', head: 'b' }, 'c', { ...base, change: 'changed' }, 'b'],
    ['that both edited alike is the base', { start: 'a', base: 'b', head: 'b' }, 'b', { ...base, change: 'unchanged' }, undefined],
    ['that only the base edited since is no edit', { start: 'a', base: 'c' }, 'c', { ...base, change: 'unchanged' }, undefined],
    ['that only the base got since is no removal', { start: null, base: 'c' }, 'c', { ...base, change: 'unchanged' }, undefined],
    [
      'that the workspace has merged already is the base',
      { start: 'a', base: 'c', own: 'c' },
      'c',
      { ...base, change: 'unchanged' },
      undefined,
    ],
    ['that a step changed is the base', { start: 'a', own: 'x' }, 'a', { ...base, change: 'unchanged' }, undefined],
    ['that a step took away is the base', { start: 'a', own: null }, 'a', { ...base, change: 'unchanged' }, undefined],
    [
      'that the pull request adds is its own',
      { start: null, head: 'b' },
      'b',
      { origin: 'pull-request', commit: null, change: 'added' },
      undefined,
    ],
    [
      'that it adds and a step changed is as it was committed',
      { start: null, head: 'b', own: 'x' },
      'b',
      { origin: 'pull-request', commit: null, change: 'added' },
      undefined,
    ],
    [
      'that the base took away since and the head still has counts as added',
      { start: 'a', base: null, head: 'a' },
      'a',
      { origin: 'pull-request', commit: null, change: 'added' },
      undefined,
    ],
    ['that a step wrote is labelled so', { start: null, own: 'x' }, 'x', { origin: 'workspace', commit: null, change: 'added' }, undefined],
    ['that is nowhere is none', { start: null }, null, null, undefined],
  ])('%s', async (_, versions, text, used, proposed) => {
    const files = await open(versions)
    expect(await files.read(wanted)).toBe(text)
    expect(files.used).toEqual(used === null ? [] : [{ kind: 'policy', path: FILE, ...used }])
    expect(await files.proposed()?.read(wanted)).toBe(proposed)
  })

  it('that a fork adds does not count, and is shown', async () => {
    const files = await open({ start: null, head: 'b' }, { mayAdopt: false })
    expect(await files.read(wanted)).toBeNull()
    expect(files.used).toMatchObject([{ origin: 'base', change: 'added' }])
    expect(await files.proposed()?.read(wanted)).toBe('b')
  })

  it("that a step wrote for a fork does not count: the fork's code may have", async () => {
    const files = await open({ start: null, own: 'x' }, { mayAdopt: false })
    expect(await files.read(wanted)).toBeNull()
    expect(files.used).toEqual([])
  })

  it('that a step wrote where nobody named it does not count: code of the pull request may have', async () => {
    const files = await open({ start: null, own: 'x' })
    expect(await files.read({ ...wanted, isNamed: false })).toBeNull()
    expect(files.used).toEqual([])
  })

  it.each<[string, Versions, string, string]>([
    ['edited', { start: 'a', head: 'b', own: 'evil' }, 'changed', 'b'],
    ['unchanged', { start: 'a', own: 'evil' }, 'unchanged', ''],
  ])('of a head that is not checked out is read from GitHub, and nothing from the workspace: %s', async (_, versions, change, proposed) => {
    const files = await open(versions, { isCheckedOut: false })
    expect(await files.read(wanted)).toBe('a')
    expect(files.used).toMatchObject([{ origin: 'base', change }])
    expect((await files.proposed()?.read(wanted)) ?? '').toBe(proposed)
  })

  it('outside of the workspace is read as it is', async () => {
    const outside = workspace({ 'prices.yaml': 'mine' })
    const files = await open({ start: 'a' })
    const file = join(outside, 'prices.yaml')
    expect(await files.read({ ...wanted, file })).toBe('mine')
    expect(files.used).toEqual([{ kind: 'policy', path: file, origin: 'workspace', commit: null, change: 'unchanged' }])
    expect(github.requests).toEqual([])
  })

  it('is that of the base although the pull request put a link where its folder was', async () => {
    const evil = workspace({ 'policy.yaml': 'evil' })
    const folder = workspace()
    symlinkSync(evil, join(folder, 'rules'))
    const files = await open({ start: 'a' }, { folders: { workspace: folder, cwd: folder } })
    expect(await files.read(wanted)).toBe('a')
  })

  it('is named from the root of the repository, wherever the inputs start from', async () => {
    const folder = workspace({ [FILE]: 'b' })
    const files = await open({ start: 'a', head: 'b' }, { folders: { workspace: folder, cwd: join(folder, 'rules') } })
    expect(await files.read({ ...wanted, file: 'policy.yaml' })).toBe('a')
    expect(await files.read({ ...wanted, file: '../rules/policy.yaml' })).toBe('a')
  })

  it('over 1 MiB comes in raw form, whole', async () => {
    const large = 'x'.repeat((1 << 20) + 1)
    const files = await open({ start: large, head: 'b' })
    expect(await files.read({ ...wanted, largest: 2 << 20 })).toBe(large)
  })
})

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
