import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArchive } from '../../../../src/files/archive/read.ts'
import type { GitHubServer } from '../../github/server.ts'
import { hashBytes } from '../../github/story/story.ts'
import { annotationsOf, type Lab, openLab } from '../lab.ts'
import type { Product } from '../product.ts'
import { quickly } from '../quickly.ts'
import type { StepResult } from '../runner/runner.ts'
import type { Planned } from './faults.ts'
import { type RouteName, routes } from './routes.ts'
import { enter, inputsOf, type Situation } from './situation.ts'

/** How a step is to end. */
export interface End {
  readonly verdict: 'pass' | 'warn' | 'fail'
  readonly exitCode: 0 | 1 | 2
  /** What the one error line says, where there is no verdict. */
  readonly error?: RegExp
  /** What a warning says where something was lost; without it no warning speaks of what could not be done. */
  readonly warning?: RegExp
  /** What the comment says, besides. */
  readonly note?: RegExp
  /** `new`: one comment, of this run. `old`: as it was. */
  readonly comment: 'new' | 'old' | 'none'
  /** Requests of the route at the most. */
  readonly most: number
}

export interface Trial {
  readonly name: string
  readonly situation: Situation
  readonly route: RouteName
  readonly fault: Planned | null
  readonly end: End
}

/** Whether a deadline decides how a trial ends: somebody is silent. */
export function isTimed({ name }: Pick<Trial, 'name'>): boolean {
  return name.includes('silence')
}

/** Variables of a process whose waits are shorter, and its deadlines where they matter: elsewhere a busy machine could miss them. Less so where it starts another one, which needs its time. */
export function hasten({ uploads, mode }: Situation, isTimed: boolean): Record<string, string> {
  const factor = uploads || mode === 'record' ? 4 : 6
  // Compiled once for all trials: that is a fifth of what a step costs.
  return { ...quickly(factor, isTimed ? factor : 1), NODE_COMPILE_CACHE: join(tmpdir(), 'quick') }
}

/** Runs a trial, and says what was not as it has to be. */
export async function runTrial(product: Product, record: Buffer, trial: Trial): Promise<readonly string[]> {
  const lab = await openLab(product)
  try {
    const { event, env, shownRun } = await enter(lab, trial.situation, record)
    if (trial.fault !== null) lab.github.faults.set(routes[trial.route], trial.fault)
    const result = await lab.run(inputsOf(trial.situation), { event, env: { ...env, ...hasten(trial.situation, isTimed(trial)) } })
    const problems = [...checkEnd(result, trial.end), ...checkGitHub(lab, shownRun, trial)]
    return problems.map((problem) => `${trial.name}: ${problem}`)
  } catch (error) {
    return [`${trial.name}: ${String(error)}`]
  } finally {
    await lab.close()
  }
}

function checkEnd(result: StepResult, { verdict, exitCode, error, warning, note }: End): string[] {
  const problems: string[] = []
  const { outputs, stdout, stderr, summary } = result
  if (result.exitCode !== exitCode) problems.push(`ends with ${result.exitCode}, not ${exitCode}`)
  if (outputs.get('verdict') !== verdict) problems.push(`the verdict is ${outputs.get('verdict')}, not ${verdict}`)
  if (/unhandled|uncaught|a bug in|\n\s+at .+:\d+:\d+/i.test(stdout + stderr)) problems.push(`a stack in the log: ${stdout}${stderr}`)
  if (stderr !== '') problems.push(`on standard error: ${stderr}`)
  if (summary === '') problems.push('no job summary')
  if (note !== undefined && !note.test(summary)) problems.push(`the job summary does not say ${note}`)
  const told = annotationsOf(result)
  const errors = told.filter((line) => line.startsWith('error'))
  if (error !== undefined && (errors.length !== 1 || !error.test(errors[0] ?? '')))
    problems.push(`the error is ${JSON.stringify(errors)}, not ${error}`)
  const warnings = told.filter((line) => line.startsWith('warning') && /could not/.test(line))
  if (warning === undefined ? warnings.length > 0 : warnings.length !== 1 || !warning.test(warnings[0] ?? ''))
    problems.push(`the warnings are ${JSON.stringify(warnings)}, not ${warning}`)
  return problems
}

function checkGitHub(lab: Lab, shownRun: number, { route, end, situation }: Trial): string[] {
  const { state, requests } = lab.github
  const problems: string[] = []
  const count = requests.filter((request) => request.route === routes[route]).length
  if (count === 0) problems.push('the route was never asked')
  if (count > end.most) problems.push(`${count} requests, not ${end.most}`)
  const bodies = state.comments.map(({ body }) => body)
  const isNew = (body: string) => body.includes(`<!-- run ${shownRun} attempt `)
  const found = bodies.some(isNew) ? 'new' : bodies.length > 0 ? 'old' : 'none'
  if (found !== end.comment) problems.push(`the comment is ${found}, not ${end.comment}`)
  if (bodies.length > 1 && !(route === 'remove' || end.comment === 'old')) problems.push(`${bodies.length} comments`)
  if (situation.corrupt === undefined) problems.push(...checkArtifacts(lab.github))
  return problems
}

/** Whatever went wrong, what is shown as whole is whole. */
export function checkArtifacts({ state }: GitHubServer): string[] {
  const limits = { entries: 8, entryBytes: 1 << 20, totalBytes: 1 << 20, ratio: 200 }
  return state.artifacts
    .filter(({ finalized }) => finalized)
    .flatMap(({ name, bytes, digest }) => {
      if (hashBytes(bytes) !== digest) return [`${name} is finalized with other bytes`]
      try {
        readArchive(bytes, limits)
        return []
      } catch (error) {
        return [`${name} is no archive: ${String(error)}`]
      }
    })
}
