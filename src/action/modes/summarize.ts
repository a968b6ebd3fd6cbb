import type { CostSummary } from '../../generated/types.ts'
import { summarizeWorkspace } from '../../measure/summary.ts'
import type { Job } from '../job.ts'
import { checkedOutFiles } from './review.ts'

/** Sums up what is checked out: one leg of a matrix, which another job judges together with the others. Prices come from where the gate takes them. */
export async function summarize(job: Job): Promise<CostSummary> {
  const { settings, occasion, clock } = job
  const files = await checkedOutFiles(job)
  return (await summarizeWorkspace(settings, { nowMs: clock.now(), commit: occasion.headSha, onProgress: () => {}, files })).summary
}
