import { Socket } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ArtifactClient, DefaultArtifactClient } from '@actions/artifact'
import { messageOf } from '../api/failure.ts'
import type { Upload } from './upload.ts'

const RETRIES = 2
const PAUSE_MS = 1000

/** The process that uploads: reads what to upload from its standard input, and answers on file 3. Returns the exit code. */
export async function runUploader(): Promise<number> {
  const asker = new Socket({ fd: 3 })
  // The step was killed: what goes on without it could delete what the next attempt uploads.
  const leave = () => process.exit(1)
  asker.on('close', leave).resume()
  const upload = (await json(process.stdin)) as Upload
  const answer = await put(new DefaultArtifactClient(), upload).catch((error: unknown) => ({ problem: messageOf(error) }))
  asker.off('close', leave)
  await new Promise<void>((resolve) => asker.end(JSON.stringify(answer), resolve))
  return 'name' in answer ? 0 : 1
}

async function put(client: ArtifactClient, upload: Upload): Promise<{ readonly name: string }> {
  for (const name of [upload.name, ...upload.otherNames]) {
    if (await putAs(client, upload, name)) return { name }
    if (upload.replaces && (await remove(client, name)) && (await putAs(client, upload, name))) return { name }
  }
  throw new Error(`this run has artifacts with the names ${[upload.name, ...upload.otherNames].join(' and ')} already`)
}

/** Whether it was uploaded; false: the name is taken. */
async function putAs(client: ArtifactClient, { folder, files }: Upload, name: string): Promise<boolean> {
  for (let number = 0; ; number++) {
    try {
      await client.uploadArtifact(name, [...files], folder)
      return true
    } catch (error) {
      const message = messageOf(error)
      if (/\(409\)|already exists/i.test(message)) return false
      // What the official client gives up on at once: a connection that broke.
      const isBroken = /ECONN|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|socket|network/i.test(message)
      if (!isBroken || number === RETRIES) throw error
      await sleep(PAUSE_MS)
    }
  }
}

/** Whether it could be deleted. Half of an upload that was broken off holds its name and cannot. */
async function remove(client: ArtifactClient, name: string): Promise<boolean> {
  return client.deleteArtifact(name).then(
    () => true,
    () => false,
  )
}
