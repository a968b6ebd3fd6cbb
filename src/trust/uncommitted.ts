import { InputError } from '../errors.ts'
import { type InRepository, readAt } from './committed.ts'
import { isInCheckout } from './repository.ts'
import { baseCommitOf, type Content, type Review, type Version } from './version.ts'

/** A pull request can bring every file of a checkout, so one that no commit is known to have is nobody's rule. */
export const ADVICE = 'Commit it, or have a step write it outside of every checkout, for example to $RUNNER_TEMP, and name it'

/** What the workspace has and no commit: a step wrote it, or the root of the repository is another than it seems. */
export async function judgeUncommitted(review: Review, wanted: InRepository, own: Content): Promise<Version> {
  const { headSha, folders, mayAdopt } = review
  const { file, path, isNamed } = wanted
  const as = path === file ? '' : ` as ${path}`
  if (isInCheckout(folders, file)) {
    const base = await baseCommitOf(review, wanted)
    const commits = `the base commit ${base.slice(0, 7)} nor in the head commit ${headSha.slice(0, 7)}`
    throw new InputError(`${file}: is in the workspace${as}, but neither in ${commits}. ${ADVICE}`)
  }
  const committed = await findElsewhere(review, wanted)
  if (committed !== null) {
    const folder = path.slice(0, -committed.length - 1)
    const fix = `Let actions/checkout put the repository into ${folder}, so that its .git says so`
    throw new InputError(`${file}: is in the workspace${as}, but in the repository as ${committed}. ${fix}`)
  }
  return isNamed && mayAdopt ? { content: own, origin: 'workspace', change: 'added', proposed: own } : outside(null)
}

/** What is no part of the repository, or not there at all. What no commit has and nobody named, code of the pull request may have written. */
export function outside(content: Content): Version {
  return { content, origin: 'workspace', change: 'unchanged', proposed: content }
}

/** The path that a commit has the file by, if a folder of the workspace is the root of the repository and nothing says so. */
async function findElsewhere(review: Review, wanted: InRepository): Promise<string | null> {
  const names = wanted.path.split('/')
  for (const [index] of names.entries()) {
    const path = names.slice(index + 1).join('/')
    for (const commit of path === '' ? [] : [await baseCommitOf(review, wanted), review.headSha]) {
      if ((await readAt(review, { ...wanted, path }, commit)) !== null) return path
    }
  }
  return null
}
