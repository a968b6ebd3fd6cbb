import { InputError } from '../errors.ts'
import { type GateContext, runGate } from '../gate.ts'
import type { Proposed, Report } from '../generated/types.ts'
import type { Settings } from '../settings.ts'
import type { ReviewedFiles } from './base.ts'

/** The gate by the files of the base; where the pull request has others, also what the verdict would be by its own. */
export async function runReviewedGate(settings: Settings, context: Omit<GateContext, 'files'>, files: ReviewedFiles): Promise<Report> {
  const report = await runGate(settings, { ...context, files })
  const proposedFiles = files.proposed()
  if (proposedFiles === null) return report
  return { ...report, proposed: await propose(settings, { ...context, files: proposedFiles }) }
}

async function propose(settings: Settings, context: GateContext): Promise<Proposed> {
  try {
    return { verdict: (await runGate({ ...settings, savings: false }, context)).verdict, problem: null }
  } catch (error) {
    if (error instanceof InputError) return { verdict: null, problem: error.message }
    throw error
  }
}
