// A step that does with artifacts what a test orders, so that the real client meets a runner's environment in a process of its own.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'

const orders: readonly (readonly [string, ...string[]])[] = JSON.parse(process.env.ORDERS ?? '')
const client = new DefaultArtifactClient()
const folder = process.env.GITHUB_WORKSPACE ?? ''
const results: unknown[] = []
for (const [verb, name = '', ...files] of orders) {
  try {
    results.push(await carryOut(verb, name, files))
  } catch (error) {
    results.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}
console.log(`\nRESULTS ${JSON.stringify(results)}`)

async function carryOut(verb: string, name: string, files: readonly string[]): Promise<unknown> {
  if (verb === 'upload') {
    const paths = files.map((file) => join(folder, file))
    return client.uploadArtifact(name, paths, folder)
  }
  if (verb === 'list') return (await client.listArtifacts()).artifacts.map((artifact) => artifact.name)
  if (verb === 'delete') return (await client.deleteArtifact(name)).id
  const { artifact } = await client.getArtifact(name)
  const path = join(folder, `down-${artifact.id}`)
  const { digestMismatch } = await client.downloadArtifact(artifact.id, { path, expectedHash: artifact.digest })
  return [digestMismatch, ...(await Promise.all(files.map((file) => readFile(join(path, file), 'utf8'))))]
}
