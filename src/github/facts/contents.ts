import { createHash } from 'node:crypto'
import { FaultyFile } from '../../errors.ts'
import { IncompleteAnswer, isObject } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { statusOf } from '../api/failure.ts'
import type { Repository } from './event.ts'

/** A file of a repository; `blob` is git's name for its content. */
interface FileAt {
  readonly bytes: Buffer
  readonly blob: string
}

/**
 * Reads a file of the repository at a commit; null where that commit does not have it. Content is held against git's own hash of it.
 * Rejects where GitHub refuses, also where the token may not see the repository: that is no missing file.
 */
export async function readFileAt(client: Client, { owner, repo }: Repository, path: string, commit: string): Promise<Buffer | null> {
  try {
    return (await request(client, { owner, repo, path, ref: commit })).bytes
  } catch (error) {
    if (statusOf(error) !== 404) throw error
    // Without `contents: read` all of a private repository is "not found".
    await client.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref: commit, per_page: 1 })
    return null
  }
}

async function request(client: Client, parameters: { owner: string; repo: string; path: string; ref: string }): Promise<FileAt> {
  const route = 'GET /repos/{owner}/{repo}/contents/{path}'
  const { data }: { data: unknown } = await client.request(route, parameters)
  if (Array.isArray(data)) throw new FaultyFile(`${parameters.path} is a folder`, [parameters.path])
  if (!isObject(data) || typeof data.sha !== 'string') throw new IncompleteAnswer(parameters.path)
  if (data.type !== 'file') throw new FaultyFile(`${parameters.path} is no regular file`, [parameters.path])
  if (data.encoding === 'base64' && typeof data.content === 'string')
    return verify(parameters.path, { bytes: Buffer.from(data.content, 'base64'), blob: data.sha })
  // Over 1 MiB GitHub gives the content in raw form alone.
  const raw: { data: unknown } = await client.request(route, { ...parameters, headers: { accept: 'application/vnd.github.raw+json' } })
  const bytes = raw.data instanceof ArrayBuffer ? Buffer.from(raw.data) : Buffer.from(String(raw.data))
  return verify(parameters.path, { bytes, blob: data.sha })
}

function verify(path: string, file: FileAt): FileAt {
  const hash = createHash('sha1').update(`blob ${file.bytes.length}\0`).update(file.bytes).digest('hex')
  if (hash !== file.blob) throw new IncompleteAnswer(path)
  return file
}
