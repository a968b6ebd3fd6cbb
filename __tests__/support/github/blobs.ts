import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Reply } from './faults.ts'
import type { Asked, Incoming, Service } from './host.ts'
import type { Artifact } from './stage/records.ts'
import type { State } from './state.ts'

/** The blob store, where the bytes of artifacts are: addresses with a signature open it, and nothing else. */
export interface BlobStore extends Service {
  /** Where the bytes of an artifact may be put, and where they may be read, each for some minutes. */
  readonly signUpload: (artifact: Artifact) => string
  readonly signDownload: (artifact: Artifact) => string
}

const secret = 'of the blob store'

/** Plays as much of Azure's blob storage as the artifact client uses: Put Block, Put Block List, Get and Head. */
export function createBlobStore(state: State, origin: string, violations: string[]): BlobStore {
  const blocks = new Map<string, Buffer>()

  function sign(permissions: string) {
    return ({ id }: Artifact): string => {
      const path = `/actions-results/${id}/artifact.zip`
      const expiry = new Date(Date.now() + 600_000).toISOString()
      const query = { rscd: 'attachment', rsct: 'application/zip', se: expiry, sp: permissions, spr: 'https', sr: 'b', sv: '2025-11-05' }
      return `${origin}${path}?${new URLSearchParams({ ...query, sig: computeSignature(path, permissions, expiry) })}`
    }
  }

  function read({ method, url, headers, bytes }: Incoming): Asked | null {
    const route = nameRoute(method, url.searchParams.get('comp'))
    if (route === null) return null
    if (headers.authorization !== undefined) violations.push(`${route}: a token was sent to the blob store`)
    if (method === 'PUT' && headers['x-ms-version'] === undefined) violations.push(`${route}: header x-ms-version is missing`)
    return { route, body: bytes, act: () => act(route, url, bytes) }
  }

  function act(route: string, url: URL, bytes: Buffer): Reply {
    const artifact = state.artifacts.find(({ id }) => url.pathname === `/actions-results/${id}/artifact.zip`)
    if (!isSigned(url, route.startsWith('BLOB PUT') ? 'cw' : 'r')) return refuse(403, 'Server failed to authenticate the request.')
    if (artifact === undefined) return refuse(404, 'The specified blob does not exist.')
    if (route === 'BLOB PUT') {
      blocks.set(`${artifact.id} ${url.searchParams.get('blockid')}`, bytes)
      return created()
    }
    if (route === 'BLOB PUT LIST') return commit(artifact, bytes.toString('utf8'))
    const etag = `"0x${artifact.digest.slice(7, 22).toUpperCase()}"`
    const headers = { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${artifact.name}.zip"`, etag }
    return { status: 200, headers: { ...headers, ...stamp() }, bytes: artifact.bytes }
  }

  function commit(artifact: Artifact, list: string): Reply {
    const named = [...list.matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id]) => blocks.get(`${artifact.id} ${id}`))
    const found = named.filter((block) => block !== undefined)
    if (named.length === 0 || found.length < named.length) {
      violations.push('BLOB PUT LIST: names a block that was never put')
      return refuse(400, 'The specified block list is invalid.')
    }
    artifact.bytes = Buffer.concat(found)
    return created()
  }

  return { read, refuse, signUpload: sign('cw'), signDownload: sign('r') }
}

function nameRoute(method: string, part: string | null): string | null {
  if (method === 'GET' && part === null) return 'BLOB GET'
  if (method === 'HEAD' && part === null) return 'BLOB HEAD'
  if (method === 'PUT' && part === 'block') return 'BLOB PUT'
  return method === 'PUT' && part === 'blocklist' ? 'BLOB PUT LIST' : null
}

function computeSignature(path: string, permissions: string, expiry: string): string {
  return `SIG_CANARY${createHmac('sha256', secret).update(`${path} ${permissions} ${expiry}`).digest('base64')}`
}

function isSigned({ pathname, searchParams }: URL, needed: string): boolean {
  const [permissions, expiry] = [searchParams.get('sp') ?? '', searchParams.get('se') ?? '']
  const [given, right] = [Buffer.from(searchParams.get('sig') ?? ''), Buffer.from(computeSignature(pathname, permissions, expiry))]
  return permissions === needed && Date.parse(expiry) > Date.now() && given.length === right.length && timingSafeEqual(given, right)
}

function created(): Reply {
  return { status: 201, headers: { etag: '"0x8DC0FFEE"', 'last-modified': new Date().toUTCString(), ...stamp() }, bytes: Buffer.alloc(0) }
}

function stamp(): Record<string, string> {
  return { 'x-ms-request-id': '00000000-0000-4000-8000-000000000000', 'x-ms-version': '2025-11-05' }
}

function refuse(status: number, message: string): Reply {
  const codes = new Map([
    [400, 'InvalidBlockList'],
    [403, 'AuthenticationFailed'],
    [404, 'BlobNotFound'],
    [500, 'InternalError'],
    [503, 'ServerBusy'],
  ])
  const code = codes.get(status) ?? 'Error'
  const text = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code, ...stamp() }, bytes: Buffer.from(text) }
}
