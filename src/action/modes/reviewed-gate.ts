import { FaultyFile, InputError } from '../../errors.ts'
import { type FileReview, type GateContext, runGate } from '../../gate.ts'
import type { Proposed, Report } from '../../generated/types.ts'
import { findBrokenBase, findBrokenProposal } from '../../judge/deciding-files.ts'
import type { Settings } from '../../settings.ts'
import type { ReviewedFiles } from '../../trust/base.ts'

type Context = Omit<GateContext, 'files' | 'reviewFiles'>

/**
 * The gate by the files of the base; where the pull request has others, also what the verdict would be by its own. Where those of the base are broken, it
 * judges by those that mend them, which a person has to accept: else nobody could mend them.
 */
export async function runReviewedGate(settings: Settings, context: Context, files: ReviewedFiles): Promise<Report> {
  try {
    return await runGate(settings, { ...context, files, reviewFiles: () => review(settings, context, files) })
  } catch (error) {
    const mended = error instanceof FaultyFile ? files.mended() : null
    if (mended === null || !(error instanceof FaultyFile)) throw error
    const found: FileReview = { proposed: null, findings: [findBrokenBase(error.message)] }
    return runGate(settings, { ...context, files: mended, reviewFiles: async () => found })
  }
}

async function review(settings: Settings, context: Context, files: ReviewedFiles): Promise<FileReview> {
  const own = files.proposed()
  if (own === null) return { proposed: null, findings: [] }
  const proposed = await propose(settings, { ...context, files: own, reviewFiles: null })
  return { proposed, findings: proposed.problem === null ? [] : [findBrokenProposal(proposed.problem)] }
}

async function propose(settings: Settings, context: GateContext): Promise<Proposed> {
  try {
    return { verdict: (await runGate({ ...settings, savings: false }, context)).verdict, problem: null }
  } catch (error) {
    if (error instanceof InputError) return { verdict: null, problem: error.message }
    throw error
  }
}
