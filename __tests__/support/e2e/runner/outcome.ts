import { toLines } from '../workspace.ts'
import type { JobRun, Runner, WorkflowRun } from './actions.ts'
import type { StepResult } from './runner.ts'

/** Job by job: its result, and the verdict of its last step of ours. */
export function outline({ jobs }: WorkflowRun): Record<string, string> {
  const verdict = ({ gates }: JobRun) => gates.at(-1)?.outputs.get('verdict') || 'none'
  return Object.fromEntries(jobs.map((job) => [job.name, `${job.result}: ${verdict(job)}`]))
}

/** Headlines of the comments on a pull request. */
export function headlines({ github }: Runner, number: number): readonly string[] {
  const bodies = github.state.comments.filter(({ issue }) => issue === number).map(({ body }) => body)
  return bodies.map((body) => body.split('\n').find((line) => line.startsWith('###')) ?? body)
}

/** The last step of ours. */
export function gateOf({ jobs }: WorkflowRun): StepResult {
  const gate = jobs.at(-1)?.gates.at(-1)
  if (gate === undefined) throw new Error('no step of ours was run')
  return gate
}

/** Files of a commit whose evals cost this much. */
export function costing(cost_usd: number, suite = 'evals'): Record<string, string> {
  return { [`${suite}.jsonl`]: toLines([{ cost_usd, run_id: `run-${suite}` }]) }
}
