import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { OURS, type Workflow, type WorkflowStep } from '../../docs/workflow.ts'
import type { GitHubServer } from '../../github/server.ts'
import type { Occasion } from '../occasions.ts'
import type { Product } from '../product.ts'
import { type Contexts, fill } from './expressions.ts'
import { runStep, type StepResult } from './runner.ts'
import { plays } from './uses.ts'

/** A workflow at work. */
export interface Started {
  readonly github: GitHubServer
  readonly product: Product
  /** Folder of the runner; its programs come first in PATH. */
  readonly root: string
  readonly workflow: Workflow
  readonly occasion: Occasion
  readonly env: Readonly<Record<string, string>>
}

/** Where a job works. */
interface Room {
  /** Name of the job. */
  readonly name: string
  readonly folder: string
}

type Done = { readonly succeeded: boolean; readonly gate: StepResult | null }

/** Runs a step: a command, an action of GitHub's, or this one. */
export async function runOne(started: Started, step: WorkflowStep, contexts: Contexts, room: Room): Promise<Done> {
  const filled = (values: Readonly<Record<string, unknown>> = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(String(value), contexts)]))
  const work = join(room.folder, 'work')
  if (step.run !== undefined) {
    const cwd = join(work, fill(step['working-directory'] ?? '.', contexts))
    const env = { PATH: `${started.root}:/usr/bin:/bin`, ...filled(step.env) }
    return { succeeded: await succeeds(promisify(execFile)('bash', ['-e', '-c', step.run], { cwd, env })), gate: null }
  }
  const inputs = filled(step.with)
  if (OURS.test(step.uses ?? '')) {
    const gate = await runGate(started, inputs, room)
    return { succeeded: gate.exitCode === 0, gate }
  }
  const known = plays.get(step.uses?.split('@')[0] ?? '')
  if (known === undefined) throw new Error(`nobody plays ${step.uses}`)
  expect(known.inputs).toEqual(expect.arrayContaining(Object.keys(inputs)))
  const { github, occasion, env } = started
  const place = { state: github.state, run: occasion.run, folder: work, temp: join(room.folder, 'temp'), sha: env.GITHUB_SHA ?? '' }
  return { succeeded: await succeeds(known.play(inputs, place)), gate: null }
}

async function runGate(
  { github, product, workflow, occasion, env }: Started,
  inputs: Record<string, string>,
  room: Room,
): Promise<StepResult> {
  const { run, event } = occasion
  const result = await runStep({
    main: product.action,
    workspace: join(room.folder, 'work'),
    apiUrl: github.apiUrl,
    token: github.state.token,
    event,
    inputs,
    runtime: { resultsUrl: github.resultsUrl, token: github.runtimeToken(run.id, room.name) },
    env: {
      GITHUB_JOB: room.name,
      GITHUB_RUN_ATTEMPT: String(run.attempt),
      GITHUB_WORKFLOW: workflow.name,
      RUNNER_TEMP: join(room.folder, 'temp'),
      ...env,
    },
  })
  expect(result.unexpectedCommands).toEqual([])
  return result
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
