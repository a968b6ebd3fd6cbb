import { createHash } from 'node:crypto'
import { type ArchiveEntry, type ArchiveLimits, readArchive } from '../../files/archive/read.ts'
import type { Client } from '../api/client.ts'
import { failureOf, statusOf } from '../api/failure.ts'
import { Silence } from '../api/silence.ts'
import type { Repository } from '../facts/event.ts'
import type { Artifact } from './artifacts.ts'

/** Bytes of an archive. */
const LARGEST = 64 << 20
const TRIES = 3
const TIMED_OUT_TRIES = 2
const PAUSE_MS = 1000

/** The artifact is gone: older than the repository keeps them. */
export class ExpiredArtifact extends Error {}

/** The blob store did not give it. */
class DownloadFailure extends Error {
  readonly timedOut: boolean

  constructor(message: string, timedOut: boolean) {
    super(message)
    this.timedOut = timedOut
  }
}

/**
 * Downloads and unpacks an artifact in memory. The archive is held against the hash that GitHub gave for it, and every entry against its own.
 * Rejects where anything about it is wrong: with ExpiredArtifact where it is gone, else with an error that says what.
 */
export async function downloadArtifact(
  client: Client,
  repository: Repository,
  artifact: Artifact,
  limits: ArchiveLimits,
): Promise<readonly ArchiveEntry[]> {
  if (artifact.sizeBytes > LARGEST) throw new Error(`the artifact is larger than ${LARGEST >> 20} MiB`)
  if (artifact.digest === null) throw new Error('GitHub gives no digest for the artifact, so it cannot be checked')
  return readArchive(await download(client, repository, artifact.id, artifact.digest), limits)
}

async function download(client: Client, repository: Repository, artifactId: number, digest: string): Promise<Buffer> {
  const operation = client.budget.begin()
  for (let number = 1; ; number++) {
    // A signed address lives for a minute: every try asks for a new one.
    const address = await locate(client, repository, artifactId)
    try {
      const bytes = await operation.run((silentMs, roomMs) => fetchBytes(client, address, silentMs, roomMs))
      if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` === digest) return bytes
      throw new Error('the artifact is not what was uploaded: its digest differs. Upload it again')
    } catch (error) {
      const tries = error instanceof DownloadFailure && error.timedOut ? TIMED_OUT_TRIES : TRIES
      if (number === tries || !(await operation.wait(PAUSE_MS * number))) throw error
    }
  }
}

async function locate(client: Client, { owner, repo }: Repository, artifactId: number): Promise<string> {
  try {
    const { status, headers } = await client.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
      owner,
      repo,
      artifact_id: artifactId,
      archive_format: 'zip',
      request: { redirect: 'manual' },
    })
    if (status !== 302 || !headers.location) throw new Error('GitHub gave no address for the artifact')
    return headers.location
  } catch (error) {
    if (statusOf(error) === 410) throw new ExpiredArtifact('the artifact has expired')
    throw error
  }
}

/** Fetches from the blob store, which gets no token: the address itself is the permission, so no message may show it. */
async function fetchBytes(client: Client, address: string, silentMs: number, roomMs: number): Promise<Buffer> {
  const { fetch: viaProxy } = client.request.endpoint.DEFAULTS.request ?? {}
  const load: typeof fetch = typeof viaProxy === 'function' ? viaProxy : fetch
  const silence = new Silence(silentMs)
  try {
    const signal = AbortSignal.any([silence.signal, AbortSignal.timeout(roomMs)])
    const response = await load(address, { signal, redirect: 'error' })
    if (!response.ok) throw new Error(`the store of artifacts answered ${response.status}`)
    return await readBody(response, silence)
  } catch (error) {
    const { message, timedOut } = failureOf(error instanceof Error && error.cause instanceof Error ? error.cause : error)
    const reason = message.replaceAll(/https?:\/\/\S+/g, 'its address')
    throw new DownloadFailure(`the artifact could not be downloaded: ${reason}. Run the job again`, timedOut)
  } finally {
    silence.end()
  }
}

async function readBody(response: Response, silence: Silence): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    silence.end()
    size += chunk.length
    if (size > LARGEST) throw new Error(`it is larger than ${LARGEST >> 20} MiB`)
    chunks.push(chunk)
    silence.begin()
  }
  return Buffer.concat(chunks)
}
