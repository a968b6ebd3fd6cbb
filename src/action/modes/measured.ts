import type { Relation } from '../../github/facts/commits.ts'
import { readCheckedOut } from '../../trust/checkout.ts'
import { rootOf } from '../../trust/repository.ts'
import type { Job } from '../job.ts'
import { mergeBaseOf } from './review.ts'

/**
 * The commit of the base that what was measured has in it, and so the one to compare with. The usual checkout of a pull request is its merge with the
 * newest base: compared with the commit that the head started from, every change of the base since would be blamed on the pull request, or
 * hide one of its own.
 * @param start the commit that the head started from.
 */
export function measuredStart(job: Job, start: () => Promise<string>): () => Promise<string> {
  const { occasion, env, folders } = job
  const { pull, event, headSha } = occasion
  const merge = env.GITHUB_SHA
  // On pull_request_target it is no merge, but a commit of the default branch.
  if (pull === null || event === 'pull_request_target' || !merge) return start
  if (readCheckedOut(rootOf(folders)) === headSha) return start
  // The event is older than the merge, which GitHub makes anew whenever the base moves; but its commit stays when the branch is deleted.
  return mergeBaseOf(job, [pull.base.ref, pull.base.sha], merge, (relation) => findMerged(relation, merge, headSha))
}

/**
 * The commit of the base in a merge that GitHub tries out: its first parent, where that is still in the base. The newest commit that both have may be
 * another one, of the head: where a pull request that this one was built on was merged meanwhile.
 */
function findMerged({ mergeBase, ahead, aheadBy }: Relation, merge: string, headSha: string | null): string {
  const [base, head] = ahead.find(({ sha }) => sha === merge)?.parents ?? []
  const isInBase = ahead.length === aheadBy && !ahead.some(({ sha }) => sha === base)
  return base !== undefined && head === headSha && isInBase ? base : mergeBase
}
