import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Node 24, as a runner has it. */
const node24 = join(import.meta.dirname, '../../../node_modules/.bin/node')

/** How a command line is called. */
export interface Call {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Another Node than 24. */
  readonly node?: string
  /** The reader of the output goes away at once, as `head` does. */
  readonly deaf?: boolean
}

export interface Answer {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line with pipes in place of a terminal and nothing of this process's environment but PATH. */
export function runTerminal(cli: string, words: readonly string[], { cwd, env = {}, node = node24, deaf = false }: Call): Promise<Answer> {
  const child = spawn(node, [cli, ...words], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  const read = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      read[name] += text
    })
  }
  if (deaf) child.stdout.destroy()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, ...read }))
  })
}
