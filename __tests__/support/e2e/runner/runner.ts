import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { expectedCommands, parseCommands, type WorkflowCommand } from './commands.ts'
import { parseOutputs } from './outputs.ts'

const root = join(import.meta.dirname, '../../../..')

/** A step that uses this action. */
export interface Step {
  /** The file to run, for example `dist/action.js`. */
  readonly main: string
  /** GITHUB_WORKSPACE, the folder that the step runs in. */
  readonly workspace: string
  readonly apiUrl: string
  /** What `github.token` is. */
  readonly token: string
  readonly event: { readonly name: string; readonly payload: unknown }
  /** `with:` of the step. All other inputs have the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Variables that differ from a runner's; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Where the run keeps its artifacts, and the token for that. */
  readonly runtime?: { readonly resultsUrl: string; readonly token: string }
  /** Gets the process, for example to kill it. */
  readonly onSpawn?: (child: ChildProcess) => void
  /** The process is killed after this many milliseconds; the default is 60,000. */
  readonly killAfterMs?: number
}

/** What a runner knows after the step. */
export interface StepResult {
  /** Null: ended by a signal. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: ReadonlyMap<string, string>
  /** The job summary; empty where it is over 1 MiB, which a runner drops. */
  readonly summary: string
  readonly commands: readonly WorkflowCommand[]
  /** Commands that this product has no reason to send: data that was obeyed. */
  readonly unexpectedCommands: readonly WorkflowCommand[]
}

/** Runs a step as a runner does: a process of its own with Node 24 and nothing of this process's environment. */
export async function runStep(step: Step): Promise<StepResult> {
  const temp = await mkdtemp(join(tmpdir(), 'runner-'))
  const files = {
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
  }
  try {
    await mkdir(join(temp, 'temp'))
    await writeFile(files.GITHUB_OUTPUT, '')
    await writeFile(files.GITHUB_STEP_SUMMARY, '')
    await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(step.event.payload))
    const env = {
      ...createEnvironment(step),
      ...files,
      HOME: temp,
      RUNNER_TEMP: join(temp, 'temp'),
      ...(await readInputs(step)),
      ...step.env,
    }
    const ended = await run(step, env)
    const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8')
    const commands = parseCommands(`${ended.stdout}\n${ended.stderr}`)
    return {
      ...ended,
      outputs: parseOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8')),
      summary: Buffer.byteLength(summary) > 1024 * 1024 ? '' : summary,
      commands,
      unexpectedCommands: commands.filter(({ command }) => !expectedCommands.has(command)),
    }
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

function createEnvironment({ workspace, apiUrl, event, runtime }: Step): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'dev',
    GITHUB_API_URL: apiUrl,
    GITHUB_BASE_REF: 'main',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_HEAD_REF: 'feature',
    GITHUB_JOB: 'cost',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_REPOSITORY: 'acme/agents',
    GITHUB_REPOSITORY_ID: '1001',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '9001',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_WORKFLOW: 'pull request',
    GITHUB_WORKSPACE: workspace,
    PATH: '/usr/bin:/bin',
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    ...(runtime !== undefined && { ACTIONS_RESULTS_URL: runtime.resultsUrl, ACTIONS_RUNTIME_TOKEN: runtime.token }),
  }
}

async function readInputs({ inputs = {}, token }: Step): Promise<Record<string, string>> {
  const action: { inputs: Record<string, { default?: unknown }> } = parse(await readFile(join(root, 'action.yml'), 'utf8'))
  for (const name of Object.keys(inputs)) {
    if (action.inputs[name] === undefined) throw new Error(`action.yml has no input ${name}`)
  }
  const values = Object.entries(action.inputs).map(([name, input]) => {
    const value = inputs[name] ?? String(input.default ?? '').replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, token)
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]
  })
  return Object.fromEntries(values)
}

type Ended = Pick<StepResult, 'exitCode' | 'stdout' | 'stderr'>

function run({ main, workspace, onSpawn, killAfterMs = 60_000 }: Step, env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(join(root, 'node_modules/.bin/node'), [main], {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: killAfterMs,
    killSignal: 'SIGKILL',
  })
  onSpawn?.(child)
  const read = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      read[name] += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, ...read }))
  })
}
