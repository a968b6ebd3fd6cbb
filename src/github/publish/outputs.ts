import { InputError } from '../../errors.ts'

/** Names of the step's outputs, as in action.yml. Fixed: a name taken from data could forge another output. */
export const outputNames = [
  'verdict',
  'total-cost-usd',
  'baseline-cost-usd',
  'increase-usd',
  'increase-percent',
  'conclusive',
  'findings',
  'report-path',
  'summary-path',
  'html-path',
  'comment-url',
  'issue-url',
] as const

/** Name of an output of the step. */
export type OutputName = (typeof outputNames)[number]

/** Sets outputs of the step. Rejects with an InputError where they cannot be written: a verdict that nobody can read must not look like a pass. */
export async function writeOutputs(outputs: ReadonlyMap<OutputName, string>): Promise<void> {
  // Without the file the toolkit prints a command that runners no longer obey.
  if (!process.env.GITHUB_OUTPUT)
    throw new InputError('could not set the outputs of the step: GITHUB_OUTPUT is not set. Run this as a step of a workflow.')
  const { setOutput } = await import('@actions/core')
  try {
    for (const [name, value] of outputs) setOutput(name, value)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(`could not set the outputs of the step: ${reason}. Is the runner's disk full?`)
  }
}
