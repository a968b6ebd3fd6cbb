import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { pullRequestPayload } from '../github/events.ts'
import { type GitHubServer, startGitHub } from '../github/server.ts'
import type { Product } from './product.ts'
import { runStep, type Step, type StepResult } from './runner.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

/** A pull request with a workspace and a GitHub of its own. */
export interface Lab extends Workspace {
  readonly github: GitHubServer
  /** Runs the step and checks what holds for every run. */
  run(inputs?: Record<string, string>, step?: Partial<Step>): Promise<StepResult>
  /** Bodies of the comments without their marker. */
  comments(): readonly string[]
  close(): Promise<void>
}

/** Opens pull request 7 of acme/agents, for which this product judges the workspace. */
export async function openLab(product: Product): Promise<Lab> {
  const workspace = await createWorkspace()
  const github = await startGitHub()
  await mkdir(join(workspace.folder, 'temp'))

  async function run(inputs: Record<string, string> = {}, step: Partial<Step> = {}): Promise<StepResult> {
    const before = github.violations.length
    const result = await runStep({
      main: product.action,
      workspace: workspace.folder,
      apiUrl: github.apiUrl,
      token: github.state.token,
      event: { name: 'pull_request', payload: pullRequestPayload() },
      inputs: { 'baseline-path': 'baseline.json', ...inputs },
      ...step,
      // A runner empties this folder later; here the reports in it are read after the step.
      env: { RUNNER_TEMP: join(workspace.folder, 'temp'), ...step.env },
    })
    expect(github.violations.slice(before)).toEqual([])
    expect(result.unexpectedCommands).toEqual([])
    await expectSecrecy(result, github)
    return result
  }

  return {
    ...workspace,
    github,
    run,
    comments: () => github.state.comments.map(({ body }) => body.replace(/^<!-- [^\n]* -->\n/, '')),
    close: async () => {
      await github.close()
      await workspace.remove()
    },
  }
}

/** The token is told to the runner, so that it hides it, and to nobody else. */
async function expectSecrecy(result: StepResult, { state }: GitHubServer): Promise<void> {
  const files = ['report-path', 'summary-path'].map((name) => result.outputs.get(name) || null)
  const read = await Promise.all(files.map((file) => (file === null ? '' : readFile(file, 'utf8'))))
  const log = result.stdout.replaceAll(`::add-mask::${state.token}\n`, '')
  const texts = [log, result.stderr, result.summary, ...result.outputs.values(), ...state.comments.map(({ body }) => body), ...read]
  expect(texts.filter((text) => text.includes('ghs_CANARY'))).toEqual([])
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
