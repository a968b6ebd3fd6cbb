import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { readArchive } from '../../../../src/files/archive/read.ts'
import { matchesWildcard } from '../../../../src/text/wildcard.ts'
import { makeZip } from '../../archive/zip.ts'
import { demandCommit } from '../../github/graph.ts'
import type { Run } from '../../github/stage/records.ts'
import type { State } from '../../github/state.ts'
import { storeArtifact } from '../../github/story/story.ts'

/** Where a step works. */
export interface Place {
  readonly state: State
  readonly run: Run
  /** The job's workspace. */
  readonly folder: string
  /** RUNNER_TEMP. */
  readonly temp: string
  /** GITHUB_SHA. */
  readonly sha: string
}

type Inputs = Readonly<Record<string, string>>
type Play = (inputs: Inputs, place: Place) => Promise<void>

/** What a tool measures in a commit that is checked out, under a name that tells no tool anything. */
export const MEASURED = 'measured.txt'

/** The actions of others that our workflows use, as far as they use them: the inputs they may have, and what they do. */
export const plays: ReadonlyMap<string, { readonly inputs: readonly string[]; readonly play: Play }> = new Map([
  ['actions/checkout', { inputs: ['persist-credentials', 'ref', 'path'], play: checkOut }],
  ['actions/upload-artifact', { inputs: ['name', 'path', 'include-hidden-files', 'if-no-files-found'], play: upload }],
  ['actions/download-artifact', { inputs: ['pattern', 'path'], play: download }],
  ['anthropics/claude-code-action', { inputs: ['anthropic_api_key', 'github_token', 'prompt', 'claude_args'], play: keepSession }],
])

async function checkOut({ ref = '', path = '' }: Inputs, { state, folder, sha }: Place): Promise<void> {
  if (state.scopes.get('contents') === 'none') throw new Error('the token may not read contents')
  const commit = demandCommit(state, ref || sha)
  const root = resolve(folder, path)
  for (const [name, content] of commit.files) await write(join(root, name), content)
  // Whatever was asked for, the head is detached.
  await write(join(root, '.git/HEAD'), `${commit.sha}\n`)
}

async function upload({ name = '', path = '', ...inputs }: Inputs, { state, run, folder }: Place): Promise<void> {
  const top = resolve(folder, path)
  const isFolder = (await stat(top)).isDirectory()
  const found = isFolder ? (await readdir(top, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()) : []
  const files = isFolder ? found.map((entry) => join(entry.parentPath, entry.name)) : [top]
  const isHidden = (file: string) =>
    relative(folder, file)
      .split('/')
      .some((part) => /^\.[^.]/.test(part))
  const kept = inputs['include-hidden-files'] === 'true' ? files : files.filter((file) => !isHidden(file))
  if (kept.length === 0) throw new Error(`no files were found with the path ${path}`)
  const isTaken = state.artifacts.some((one) => one.runId === run.id && one.attempt === run.attempt && one.name === name)
  if (isTaken) throw new Error(`an artifact with the name ${name} already exists`)
  const named = kept.map(async (file) => ({ name: isFolder ? relative(top, file) : basename(file), content: await readFile(file) }))
  storeArtifact(state, { runId: run.id, name, bytes: makeZip(await Promise.all(named)) })
}

// Since version 5, a single artifact that matches is unpacked without a folder of its own.
async function download({ pattern = '', path = '' }: Inputs, { state, run, folder }: Place): Promise<void> {
  const named = state.artifacts.filter(({ runId, name, finalized }) => runId === run.id && finalized && matchesWildcard(pattern, name))
  for (const { name, bytes } of named) {
    const target = named.length === 1 ? resolve(folder, path) : resolve(folder, path, name)
    const entries = readArchive(bytes, { entries: 1000, entryBytes: 1 << 26, totalBytes: 1 << 26, ratio: 1000 })
    for (const entry of entries) await write(join(target, entry.name), entry.bytes)
  }
}

/** Claude Code itself is not asked: its session is a file of the commit. */
async function keepSession({ prompt = '' }: Inputs, { folder, temp, run }: Place): Promise<void> {
  if (run.event === 'push') throw new Error('Unsupported event type: push')
  if (prompt === '') throw new Error('there is nothing to do')
  await copyFile(join(folder, MEASURED), join(temp, 'claude-execution-output.json'))
}

async function write(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
