import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { demandPull } from '../github/graph.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import { pullPayload } from '../github/stage/events.ts'
import { startRun } from '../github/story/story.ts'
import type { Product } from './product.ts'
import { runStep, type Step, type StepResult } from './runner/runner.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

/** A pull request with a workspace and a GitHub of its own. */
export interface Lab extends Workspace {
  readonly github: GitHubServer
  /** Runs the step and checks what holds for every run. */
  run(inputs?: Record<string, string>, step?: Partial<Step>): Promise<StepResult>
  /** Bodies of the comments without the hidden lines before them. */
  comments(): readonly string[]
  close(): Promise<void>
}

/** Opens pull request 7 of acme/agents, for which this product judges the workspace. */
export async function openLab(product: Product): Promise<Lab> {
  const workspace = await createWorkspace()
  const github = await startGitHub()
  const temp = join(workspace.folder, 'temp')
  await mkdir(temp)

  const { state } = github
  const pull = demandPull(state)
  // Run 9001, which a step belongs to where a test says nothing else.
  startRun(state, { event: 'pull_request', headSha: pull.head.sha, headBranch: pull.head.ref })

  async function run(inputs: Record<string, string> = {}, step: Partial<Step> = {}): Promise<StepResult> {
    const before = github.violations.length
    const runId = Number(step.env?.GITHUB_RUN_ID ?? 9001)
    const runtime = { resultsUrl: github.resultsUrl, token: github.runtimeToken(runId) }
    const result = await runStep({
      main: product.action,
      workspace: workspace.folder,
      apiUrl: github.apiUrl,
      token: state.token,
      event: { name: 'pull_request', payload: pullPayload(state, pull) },
      inputs: { 'baseline-path': 'baseline.json', ...inputs },
      runtime,
      ...step,
      // A runner empties this folder later; here the reports in it are read after the step.
      env: { RUNNER_TEMP: temp, GITHUB_RUN_ATTEMPT: String(state.runs.get(runId)?.attempt), ...step.env },
    })
    expect(github.violations.slice(before)).toEqual([])
    expect(result.unexpectedCommands).toEqual([])
    await expectSecrecy(result, github, temp)
    return result
  }

  return {
    ...workspace,
    github,
    run,
    comments: () => state.comments.map(({ body }) => body.replace(/^(<!-- [^\n]* -->\n)+/, '')),
    close: async () => {
      await github.close()
      await workspace.remove()
    },
  }
}

// The token for the API; the signature of an address in the blob store; the signature of the token for artifacts.
const canaries = ['ghs_CANARY', 'SIG_CANARY', Buffer.from('JWT_CANARY').toString('base64url')]

/** Tokens and signatures are told to the runner, so that it hides them, and to nobody else. */
async function expectSecrecy(result: StepResult, { state }: GitHubServer, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'))
  const texts = [
    ...[result.stdout.replaceAll(/^::add-mask::.*\n/gm, ''), result.stderr, result.summary, ...result.outputs.values()],
    ...[...state.comments, ...state.tickets.values()].map(({ body }) => body),
    ...state.statuses.map((status) => JSON.stringify(status)),
    ...state.artifacts.map(({ bytes }) => bytes.toString('latin1')),
    ...(await Promise.all(files)),
  ]
  expect(texts.filter((text) => canaries.some((canary) => text.includes(canary)))).toEqual([])
}

/** A document that an output of the step names. */
export async function readOutput(result: StepResult, name: 'report-path' | 'summary-path') {
  return JSON.parse(await readFile(result.outputs.get(name) ?? '', 'utf8'))
}

/** Annotations, and the lines of the log. */
export function annotationsOf({ commands }: StepResult): readonly string[] {
  return commands
    .filter(({ command }) => ['error', 'warning', 'notice'].includes(command))
    .map(({ command, properties, message }) => {
      const file = properties.get('file')
      return `${command}${file === undefined ? '' : ` ${file}:${properties.get('line')}`}: ${message}`
    })
}
