import type { CostSummary } from '../generated/types.ts'
import type { Job } from '../job.ts'
import { summarizeWorkspace } from '../summary.ts'
import { mergeBaseOf, openFiles } from './review.ts'

/** Sums up what is checked out: one leg of a matrix, which another job judges together with the others. Prices come from where the gate takes them. */
export async function summarize(job: Job): Promise<CostSummary> {
  const { settings, occasion, nowMs } = job
  const { base, headSha, pull } = occasion
  const subject = { headSha, base, isCheckedOut: true, fromFork: pull?.fromFork ?? false }
  const files = await openFiles(job, subject, mergeBaseOf(job, base?.sha ?? 'HEAD', headSha ?? 'HEAD'))
  return (await summarizeWorkspace(settings, { nowMs, commit: headSha, onProgress: () => {}, files })).summary
}
