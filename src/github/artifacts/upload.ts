import { spawn } from 'node:child_process'
import { bundled } from '../../files/bundled.ts'
import { textAt } from '../api/answer.ts'
import type { Environment } from '../facts/event.ts'

/** Files to keep with the run. */
export interface Upload {
  readonly name: string
  /** Names to take where the run has an artifact of the name that cannot be replaced. */
  readonly otherNames: readonly string[]
  /** Whether an artifact of the name, from an earlier attempt of the run, is replaced; else another name is taken. */
  readonly replaces: boolean
  /** Absolute; written by this product alone. */
  readonly folder: string
  readonly files: readonly string[]
}

/** What became of it; `skipped`: this job has nowhere to keep artifacts. */
export type UploadOutcome = { readonly name: string } | { readonly skipped: string }

const DEADLINE_MS = 60_000

/** Why this job cannot keep artifacts; null where it can. */
export function whyNoArtifacts(env: Environment): string | null {
  if (isEnterpriseServer(env)) return 'GitHub Enterprise Server keeps no artifacts for actions like this one'
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL) return 'this job offers no artifacts (ACTIONS_RUNTIME_TOKEN is not set)'
  return null
}

/** As the official client decides it. */
export function isEnterpriseServer({ GITHUB_SERVER_URL: url = 'https://github.com' }: Environment): boolean {
  const host = URL.parse(url)?.hostname.toLowerCase() ?? ''
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')
}

/**
 * Uploads files as an artifact of this run. Rejects where that fails. The official client works in a process of its own: it waits for a silent server for a
 * quarter of an hour, and what it prints for debugging holds signed addresses.
 */
export async function uploadArtifact(env: Environment, upload: Upload): Promise<UploadOutcome> {
  const skipped = whyNoArtifacts(env)
  if (skipped !== null) return { skipped }
  const child = spawn(process.execPath, [bundled('dist/upload.js')], { env, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] })
  const [, , , answer] = child.stdio
  let said = ''
  answer?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  // A child that cannot be told anything ends, and that is told below.
  child.stdin?.on('error', () => {})
  child.stdin?.end(JSON.stringify(upload))
  const ended = await new Promise<string>((resolve) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(`no answer in ${DEADLINE_MS / 1000} seconds`)
    }, DEADLINE_MS)
    const end = (how: string) => {
      clearTimeout(timer)
      resolve(how)
    }
    child.on('error', (error) => end(error.message))
    child.on('close', (code, signal) => end(`the client ended with ${code ?? signal}`))
  })
  const result: unknown = said === '' ? null : JSON.parse(said)
  const name = textAt(result, 'name')
  if (name === null) throw new Error(textAt(result, 'problem') ?? ended)
  return { name }
}
