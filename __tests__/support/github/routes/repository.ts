import { type Answer, type Call, notFound, type Operations, read, refuse } from '../answer.ts'
import { hashBlob, resolveCommit } from '../graph.ts'
import { showLogin } from '../shapes/account.ts'
import { showWholeRepository } from '../shapes/repository.ts'
import type { Role, State } from '../state.ts'

/** The repository, its files, and who may do what in it. */
export const repository: Operations = new Map([
  ['GET /repos/{owner}/{repo}', read((state, { origin }) => ({ status: 200, body: showWholeRepository(state, origin) }))],
  ['GET /repos/{owner}/{repo}/contents/{path}', read(readContents, 'contents')],
  ['GET /repos/{owner}/{repo}/collaborators/{username}/permission', read(readPermission)],
  ['GET /rate_limit', read(readLimits)],
])

/** Larger files are given in raw form alone (docs.github.com/rest/repos/contents#get-repository-content). */
const MOST_ENCODED_BYTES = 1024 * 1024

function readContents(state: State, call: Call): Answer {
  const path = call.params.get('path') ?? ''
  const ref = call.query.get('ref') ?? state.defaultBranch
  const commit = resolveCommit(state, ref)
  if (commit === null) return refuse(404, `No commit found for the ref ${ref}`)
  const content = commit.files.get(path)
  const link = showPath(state, call, ref)
  if (content === undefined) return listFolder(commit.files, path, link)
  const bytes = Buffer.from(content)
  if (call.headers.accept?.includes('raw')) {
    return { status: 200, bytes, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' } }
  }
  if (bytes.length > MOST_ENCODED_BYTES) return { status: 200, body: { ...link(path, 'file', bytes), content: '', encoding: 'none' } }
  const encoded = bytes.toString('base64').replace(/.{1,60}/g, '$&\n')
  return { status: 200, body: { ...link(path, 'file', bytes), content: encoded, encoding: 'base64' } }
}

function listFolder(files: ReadonlyMap<string, string | Buffer>, path: string, link: ReturnType<typeof showPath>): Answer {
  const inside = [...files].filter(([name]) => name.startsWith(`${path}/`))
  const names = new Set(inside.map(([name]) => `${path}/${name.slice(path.length + 1).split('/')[0]}`))
  if (names.size === 0) return notFound()
  const items = [...names].sort().map((name) => {
    const content = files.get(name)
    return content === undefined ? link(name, 'dir', Buffer.alloc(0)) : link(name, 'file', Buffer.from(content))
  })
  return { status: 200, body: items }
}

function showPath({ owner, repo }: State, { origin }: Call, ref: string) {
  return (path: string, type: 'file' | 'dir', bytes: Buffer) => {
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    const url = `${origin}/repos/${owner}/${repo}/contents/${encoded}?ref=${encodeURIComponent(ref)}`
    const sha = hashBlob(bytes)
    const git_url = `${origin}/repos/${owner}/${repo}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`
    const html_url = `https://github.com/${owner}/${repo}/${type === 'file' ? 'blob' : 'tree'}/${encodeURIComponent(ref)}/${encoded}`
    const download_url = type === 'file' ? `https://raw.githubusercontent.com/${owner}/${repo}/${encodeURIComponent(ref)}/${encoded}` : null
    const links = { self: url, git: git_url, html: html_url }
    const name = path.split('/').at(-1) ?? ''
    return { type, size: bytes.length, name, path, sha, url, git_url, html_url, download_url, _links: links }
  }
}

const permissions: Readonly<Record<Role, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
}

function readPermission(state: State, { params, origin }: Call): Answer {
  const login = params.get('username') ?? ''
  const role = state.permissions.get(login)
  if (role === undefined) return refuse(404, `${login} is not a user`)
  return { status: 200, body: { permission: permissions[role], role_name: role, user: { ...showLogin(origin, login), role_name: role } } }
}

function readLimits(): Answer {
  const limit = { limit: 1000, remaining: 999, reset: 1_900_000_000, used: 1 }
  return { status: 200, body: { resources: { core: limit, search: limit }, rate: limit } }
}
