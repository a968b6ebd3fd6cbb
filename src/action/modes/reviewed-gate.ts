import { FaultyFile, InputError } from '../../errors.ts'
import type { FileSource } from '../../files/source.ts'
import { type FileReview, type GateContext, runGate } from '../../gate.ts'
import type { Proposed, Report } from '../../generated/types.ts'
import { findBrokenBase, findBrokenProposal } from '../../judge/deciding-files.ts'
import type { Settings } from '../../settings.ts'
import type { ReviewedFiles } from '../../trust/base.ts'

type Context = Omit<GateContext, 'files' | 'reviewFiles'>

/**
 * The gate by the files of the base; where the pull request has others, also what the verdict would be by its own. In place of those of the base that are
 * broken, and of these alone, it judges by those that mend them, which a person has to accept: else nobody could mend them.
 */
export function runReviewedGate(settings: Settings, context: Context, files: ReviewedFiles): Promise<Report> {
  return runMended(settings, context, files, { source: files, faults: [] })
}

/** Files to judge by, and what is wrong with those of the base that they mend. */
interface Mending {
  readonly source: FileSource
  readonly faults: readonly FaultyFile[]
}

async function runMended(settings: Settings, context: Context, files: ReviewedFiles, { source, faults }: Mending): Promise<Report> {
  const reviewFiles = async (): Promise<FileReview> => {
    const { proposed, findings } = await review(settings, context, files)
    return { proposed, findings: [...faults.map(({ message }) => findBrokenBase(message)), ...findings] }
  }
  try {
    return await runGate(settings, { ...context, files: source, reviewFiles })
  } catch (error) {
    if (!(error instanceof FaultyFile)) throw error
    const known = faults.flatMap((fault) => fault.files)
    const isMended = files.mended(error.files.filter((file) => !known.includes(file))) !== null
    const mended = isMended ? files.mended([...known, ...error.files]) : null
    if (mended === null) throw error
    return runMended(settings, context, files, { source: mended, faults: [...faults, error] })
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
