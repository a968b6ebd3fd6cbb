import type { Files } from '../github/story/story-commits.ts'
import { openEdit } from './checkout.ts'
import { readOutput } from './lab.ts'
import { onPull } from './occasions.ts'
import type { StepResult } from './runner/runner.ts'
import { lab } from './stage.ts'

export const POLICY = 'catalog/policies/cost_governance.yaml'
export const QUIET = { 'upload-report': 'false' }

/** Text of a policy that allows so much more than the baseline. */
export function policy(percent: number): string {
  return `regression: { max_increase_percent: ${percent} }\n`
}

/** Text of a baseline. */
export function baseline(cost: number): string {
  return JSON.stringify({ total_cost_usd: cost })
}

/** Judges a pull request that changes these files; what it spent is 40 % more than the baseline of $0.50. */
export async function judgeEdit(onMain: Files, inPull: Files, inputs: Record<string, string> = {}): Promise<StepResult> {
  const pull = await openEdit(lab, onMain, inPull)
  await lab.spend({ cost_usd: 0.7 })
  return lab.run({ ...QUIET, ...inputs }, onPull(lab.github.state, pull))
}

/** Which files judged, and what those of the pull request would say. */
export async function reviewOf(result: StepResult) {
  const { files, proposed } = await readOutput(result, 'report-path')
  return { files, proposed }
}
