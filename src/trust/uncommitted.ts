import { FaultyFile, InputError } from '../errors.ts'
import { statusOf } from '../github/api/failure.ts'
import { explainRefusal } from '../github/api/refusal.ts'
import { readFileAt } from '../github/facts/contents.ts'
import { type InRepository, readAt } from './committed.ts'
import { isInCheckout } from './repository.ts'
import type { Content, Review, Version } from './review.ts'

/** A pull request can bring every file of a checkout, so one that no commit is known to have is nobody's rule. */
export const ADVICE = 'Commit it, or have a step write it outside of every checkout, for example to $RUNNER_TEMP, and name it'

/** What the workspace has and neither commit: the base got it since, a step wrote it, or the root of the repository is another than it seems. */
export async function judgeUncommitted(review: Review, wanted: InRepository, own: Content): Promise<Version> {
  const { base, headSha, folders, mayAdopt } = review
  const { file, path, isNamed } = wanted
  const as = path === file ? '' : ` as ${path}`
  const commits = `the base commit ${base.sha.slice(0, 7)} nor in the head commit ${headSha.slice(0, 7)}`
  if (await isOnBranch(review, wanted)) {
    throw new InputError(`${file}: is new on ${base.ref}, but neither in ${commits} of this event. Update the branch of the pull request`)
  }
  if (isInCheckout(folders, file)) {
    throw new InputError(`${file}: is in the workspace${as}, but neither in ${commits}. ${ADVICE}`)
  }
  const committed = await findElsewhere(review, wanted)
  if (committed !== null) {
    const folder = path.slice(0, -committed.length - 1)
    const fix = `Let actions/checkout put the repository into ${folder}, so that its .git says so`
    throw new InputError(`${file}: is in the workspace${as}, but in the repository as ${committed}. ${fix}`)
  }
  return isNamed && mayAdopt ? { content: own, origin: 'workspace', commit: null, change: 'added', proposed: own } : outside(null)
}

/** What is no part of the repository, or not there at all. What no commit has and nobody named, code of the pull request may have written. */
export function outside(content: Content): Version {
  return { content, origin: 'workspace', commit: null, change: 'unchanged', proposed: content }
}

/** Whether the base branch has the file by now. It may be gone itself. */
async function isOnBranch({ client, repository, base }: Review, { file, path }: InRepository): Promise<boolean> {
  try {
    return (await readFileAt(await client(), repository, path, base.ref)) !== null
  } catch (error) {
    if (error instanceof FaultyFile) return true
    if ([404, 422].includes(statusOf(error) ?? 0)) return false
    throw new InputError(`${file}: cannot be looked for on ${base.ref}: ${explainRefusal(error)}`)
  }
}

/** The path that a commit has the file by, if a folder of the workspace is the root of the repository and nothing says so. */
async function findElsewhere(review: Review, wanted: InRepository): Promise<string | null> {
  const names = wanted.path.split('/')
  for (const [index] of names.entries()) {
    const path = names.slice(index + 1).join('/')
    for (const commit of path === '' ? [] : [review.base.sha, review.headSha]) {
      if ((await readAt(review, { ...wanted, path }, commit)) !== null) return path
    }
  }
  return null
}
