import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../src/github/api/client.ts'
import { readFileAt } from '../../../src/github/facts/contents.ts'
import { type GitHubServer, startGitHub } from '../../support/github/server.ts'
import { addCommit } from '../../support/github/story/story.ts'

const acme = { owner: 'acme', repo: 'agents', id: 1001 }
const contents = 'GET /repos/{owner}/{repo}/contents/{path}'

let github: GitHubServer
let client: Client
beforeEach(async () => {
  github = await startGitHub()
  client = await createClient({ token: github.state.token, apiUrl: github.apiUrl })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

function commit(path: string, content: string | Buffer): string {
  return addCommit(github.state, { branch: 'main', files: { [path]: content } })
}

const answer = (body: object) => ({ kind: 'text', status: 200, type: 'application/json', text: JSON.stringify(body) }) as const

describe('a file at a commit', () => {
  it.each<[string, string, string | Buffer]>([
    ['text', 'a.yaml', 'x: 1\n'],
    ['an empty file', 'a.yaml', ''],
    ['bytes', 'a.json', Buffer.from([0, 255, 254, 10])],
    ['a file of exactly 1 MiB', 'a.json', 'x'.repeat(1 << 20)],
    ['a file of a byte more, which comes raw', 'a.json', 'x'.repeat((1 << 20) + 1)],
    ['a file with an odd name', 'über uns/100 %/#1?&.yaml', 'x'],
  ])('is read byte for byte: %s', async (_, path, content) => {
    const sha = commit(path, content)
    expect((await readFileAt(client, acme, path, sha))?.equals(Buffer.from(content))).toBe(true)
  })

  it('is that of the commit, not of what came later', async () => {
    const sha = commit('a.yaml', 'then')
    commit('a.yaml', 'now')
    expect((await readFileAt(client, acme, 'a.yaml', sha))?.toString()).toBe('then')
  })

  it('is none where the commit does not have it', async () => {
    expect(await readFileAt(client, acme, 'gone.yaml', commit('a.yaml', 'x'))).toBeNull()
  })

  it.each([404, 403, 401])('is refused, not missing, where nothing of the repository may be seen (%d)', async (status) => {
    const sha = commit('a.yaml', 'x')
    github.faults.set(contents, { kind: 'answer', status: 404, message: 'Not Found' })
    github.faults.set('GET /repos/{owner}/{repo}/commits/{ref}', { kind: 'answer', status, message: 'No' })
    await expect(readFileAt(client, acme, 'a.yaml', sha)).rejects.toMatchObject({ status })
  })

  it.each<[string, object, RegExp]>([
    ['a folder', [{ type: 'file' }], /is a folder/],
    ['a link', { type: 'symlink', sha: 'x', target: '/etc/passwd' }, /is no regular file/],
    ['a submodule', { type: 'submodule', sha: 'x' }, /is no regular file/],
    ['other bytes than its hash says', { type: 'file', sha: 'x', encoding: 'base64', content: 'eA==' }, /did not arrive whole/],
    ['no hash', { type: 'file', encoding: 'base64', content: 'eA==' }, /did not arrive whole/],
    ['a cut one', { type: 'file', sha: '0'.repeat(40), encoding: 'base64', content: '' }, /did not arrive whole/],
  ])('is refused where GitHub gives %s', async (_, body, expected) => {
    const sha = commit('a.yaml', 'x')
    github.faults.set(contents, answer(body))
    await expect(readFileAt(client, acme, 'a.yaml', sha)).rejects.toThrow(expected)
  })

  it('is refused where it is over 1 MiB and no text: the client cannot give it byte for byte', async () => {
    const sha = commit('a.json', Buffer.alloc((1 << 20) + 1, 0xff))
    await expect(readFileAt(client, acme, 'a.json', sha)).rejects.toThrow(/did not arrive whole/)
  })

  it('is refused where its raw form is cut', async () => {
    const sha = commit('a.json', 'x'.repeat((1 << 20) + 1))
    github.faults.set(contents, [null, { kind: 'half' }])
    await expect(readFileAt(client, acme, 'a.json', sha)).rejects.toThrow(/did not arrive whole/)
  })
})
