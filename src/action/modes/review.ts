import { type Baseline, missingBaseline } from '../../baseline/document.ts'
import type { Asked } from '../../baseline/records/asked.ts'
import { findStored, type WithinLimits } from '../../baseline/records/stored.ts'
import { InputError } from '../../errors.ts'
import { localFiles } from '../../files/source.ts'
import type { ApprovalState } from '../../generated/types.ts'
import { explainRefusal } from '../../github/api/refusal.ts'
import { isEnterpriseServer } from '../../github/artifacts/upload.ts'
import { findApproval } from '../../github/facts/approval.ts'
import { type Relation, relate } from '../../github/facts/commits.ts'
import type { Branch, PullRequest } from '../../github/facts/event.ts'
import { readPull } from '../../github/facts/pulls.ts'
import { once } from '../../once.ts'
import { baseFiles, type ReviewedFiles } from '../../trust/base.ts'
import type { Job } from '../job.ts'
import { artifactName } from './artifact-name.ts'

/** What is judged: a head that is to become part of a base. */
export interface Subject {
  readonly headSha: string | null
  /** Null: no pull request and no merge group, so nobody's change is under review. */
  readonly base: Branch | null
  /** Whether the head is checked out in the workspace. */
  readonly isCheckedOut: boolean
  readonly fromFork: boolean
}

/**
 * The commit that the head started from.
 * @param bases names or commits of the base: the first that GitHub knows counts.
 * @param choose takes another commit of how the head stands to the base.
 */
export function mergeBaseOf(
  job: Job,
  bases: readonly string[],
  headSha: string,
  choose = ({ mergeBase }: Relation) => mergeBase,
): () => Promise<string> {
  return once(async () => {
    try {
      const client = await job.client()
      for (const base of bases) {
        const relation = await relate(client, job.occasion.repository, base, headSha)
        if (relation !== null) return choose(relation)
      }
      throw new Error('GitHub does not know one of the two commits, or does not show it to this token')
    } catch (error) {
      const what = `the commit that ${headSha.slice(0, 7)} started from cannot be found`
      throw new InputError(`${what}: ${explainRefusal(error)}`)
    }
  })
}

/**
 * The files that judge: those of the base commit, or as they are where nothing is under review, or where the workflow wants that.
 * @param mergeBase the commit that the head started from.
 * @param measuredBase the commit of the base that what was measured has in it.
 */
export async function openFiles(
  job: Job,
  subject: Subject,
  mergeBase: () => Promise<string>,
  measuredBase: () => Promise<string>,
): Promise<ReviewedFiles> {
  const { occasion, settings, folders } = job
  const { base, headSha, isCheckedOut, fromFork } = subject
  const isReview = base !== null || occasion.problem !== null
  if (!isReview || settings['policy-ref'] === 'head') {
    if (!isCheckedOut) throw new InputError('policy-ref must be base with mode: comment: what it judges does not choose its rules')
    return { ...localFiles(folders.cwd, isReview ? 'pull-request' : 'workspace'), proposed: () => null, mended: () => null }
  }
  if (base === null || headSha === null)
    throw new InputError(`${occasion.problem ?? 'the base commit is not known'}, so the policy of the base cannot be read`)
  return baseFiles({
    client: job.client,
    repository: occasion.repository,
    base,
    headSha,
    mergeBase,
    measuredBase,
    folders,
    isCheckedOut,
    mayAdopt: !fromFork,
  })
}

/** The same for what is checked out, where nothing is compared. */
export function checkedOutFiles(job: Job): Promise<ReviewedFiles> {
  const { base, headSha, pull } = job.occasion
  const subject = { headSha, base, isCheckedOut: true, fromFork: pull?.fromFork ?? false }
  const start = mergeBaseOf(job, [base?.sha ?? 'HEAD'], headSha ?? 'HEAD')
  return openFiles(job, subject, start, start)
}

/**
 * Finds the stored baseline of what is judged.
 * @param isNewest whether the commit is likely to be the newest of its branch.
 */
export function baselineFinder(job: Job, branches: readonly string[], commit: () => Promise<string>, isNewest: boolean): WithinLimits {
  const { settings, occasion, env } = job
  const artifact = artifactName(settings['baseline-artifact'], settings['comment-key'])
  // Two policies may mean two limits; the record behind them is the same.
  const found = new Map<string, Promise<Baseline>>()
  const find = once(async (): Promise<WithinLimits> => {
    if (isEnterpriseServer(env)) {
      const reason =
        'GitHub Enterprise Server keeps no artifacts for actions like this one; keep the baseline in a file and name it in baseline-path'
      return async () => missingBaseline('artifact', artifact, reason)
    }
    const { repository, run } = occasion
    const asked: Asked = { repository, branches, commit: await commit(), isNewest, artifact, ownRun: run.id }
    return findStored(await job.client(), asked)
  })
  return (limits) => {
    const key = JSON.stringify(limits)
    const known = found.get(key) ?? find().then((within) => within(limits))
    found.set(key, known)
    return known
  }
}

/** Asks who accepted the errors; null where there is no pull request to accept them on. */
export function approvalFinder(job: Job, pull: PullRequest | null): (() => Promise<ApprovalState>) | null {
  const { occasion, settings } = job
  const number = occasion.mergeGroupPull
  if (pull === null && number === null) return null
  return once(async () => {
    try {
      const client = await job.client()
      const asked = pull ?? (number === null ? null : await readPull(client, occasion.repository, number))
      if (asked === null) return { given: null, notes: [] }
      return await findApproval(client, { repository: occasion.repository, pull: asked, label: settings['approval-label'] })
    } catch (error) {
      return { given: null, notes: [`approvals could not be read: ${explainRefusal(error)}`] }
    }
  })
}
