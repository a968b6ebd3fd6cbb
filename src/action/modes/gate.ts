import type { Report } from '../../generated/types.ts'
import type { Job } from '../job.ts'
import { linksOf } from './links.ts'
import { measuredStart } from './measured.ts'
import { approvalFinder, baselineFinder, mergeBaseOf, openFiles } from './review.ts'
import { runReviewedGate } from './reviewed-gate.ts'

/** Judges what is checked out: a pull request, a merge group, or a branch against the default branch. */
export async function gate(job: Job): Promise<Report> {
  const { occasion, clock, settings } = job
  const { base, headSha, pull, defaultBranch, event } = occasion
  // Without a pull request the default branch is what everything starts from.
  const start = mergeBaseOf(job, [base?.sha ?? defaultBranch ?? 'HEAD'], headSha ?? 'HEAD')
  const branches = [...new Set([base?.ref, defaultBranch].filter((name) => typeof name === 'string'))]
  const measured = measuredStart(job, start)
  const files = await openFiles(job, { headSha, base, isCheckedOut: true, fromFork: pull?.fromFork ?? false }, start, measured)
  // The base of a merge, of which a merge group is one, is its newest commit by then; what a head started from need not be.
  const isNewest = measured !== start || event === 'merge_group'
  const context = {
    mode: 'gate' as const,
    now: clock.now,
    commit: headSha,
    onProgress: () => {},
    findBaseline: baselineFinder(job, branches, measured, isNewest),
    findApproval: approvalFinder(job, pull),
    links: linksOf(job),
    warn: job.warn,
  }
  return runReviewedGate(settings, context, files)
}
