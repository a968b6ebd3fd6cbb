import { expect } from 'vitest'
import { pullPayload, pushPayload } from '../github/stage/events.ts'
import type { Pull } from '../github/stage/records.ts'
import { rerun, startRun } from '../github/story/story.ts'
import type { Lab } from './lab.ts'
import type { Step, StepResult } from './runner/runner.ts'

/** Inputs of a workflow that keeps its baseline in artifacts. */
export const STORED = { 'baseline-path': '' }

/** What a run of a workflow did, and which run it was. */
export interface Ran extends StepResult {
  readonly runId: number
}

/** Runs the step for a push to a branch, whose tip is checked out. */
export async function push(lab: Lab, inputs: Record<string, string> = {}, branch = 'main', step: Partial<Step> = {}): Promise<Ran> {
  const { state } = lab.github
  const headSha = state.branches.get(branch) ?? ''
  const run = startRun(state, { event: 'push', headSha, headBranch: branch })
  return runAs(lab, run.id, inputs, {
    event: { name: 'push', payload: pushPayload(state, { branch }) },
    ...step,
    env: { GITHUB_SHA: headSha, GITHUB_REF: `refs/heads/${branch}`, GITHUB_REF_NAME: branch, ...step.env },
  })
}

/** Runs the step for the last push to a pull request. */
export async function judge(lab: Lab, pull: Pull, inputs: Record<string, string> = {}, step: Partial<Step> = {}): Promise<Ran> {
  const { state } = lab.github
  const { sha, ref, repoId } = pull.head
  const run = startRun(state, { event: 'pull_request', headSha: sha, headBranch: ref, headRepoId: repoId })
  return runAs(lab, run.id, inputs, {
    event: { name: 'pull_request', payload: pullPayload(state, pull) },
    ...step,
    env: { GITHUB_SHA: pull.mergeSha, ...step.env },
  })
}

/** Runs a step of a run once more, as somebody does who presses the button. */
export async function again(lab: Lab, pull: Pull, { runId }: Ran, inputs: Record<string, string> = {}): Promise<Ran> {
  const { state } = lab.github
  const run = state.runs.get(runId)
  if (run === undefined) throw new Error(`no run ${runId}`)
  rerun(state, run)
  return runAs(lab, runId, inputs, {
    event: { name: 'pull_request', payload: pullPayload(state, pull) },
    env: { GITHUB_SHA: pull.mergeSha },
  })
}

async function runAs(lab: Lab, runId: number, inputs: Record<string, string>, step: Partial<Step>): Promise<Ran> {
  const result = await lab.run({ ...STORED, ...inputs }, { ...step, env: { GITHUB_RUN_ID: String(runId), ...step.env } })
  return { ...result, runId }
}

/** Says that a run ended with a verdict, and shows its log where it did not. */
export function expectVerdict({ outputs, exitCode, stdout }: StepResult, verdict: string, code: number): void {
  expect({ verdict: outputs.get('verdict'), exitCode, log: outputs.get('verdict') === verdict ? '' : stdout }).toEqual({
    verdict,
    exitCode: code,
    log: '',
  })
}
