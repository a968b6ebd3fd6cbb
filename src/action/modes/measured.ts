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
  return mergeBaseOf(job, [pull.base.ref, pull.base.sha], merge)
}
