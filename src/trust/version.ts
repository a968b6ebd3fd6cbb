import { FaultyFile, InputError } from '../errors.ts'
import { readLocal, type Sought } from '../files/source.ts'
import { type InRepository, readAt } from './committed.ts'
import { isInCheckout, pathInRepository } from './repository.ts'
import type { Content, Review, Version } from './review.ts'
import { ADVICE, judgeUncommitted, outside } from './uncommitted.ts'

/** Kinds of files that can only loosen or settle, and so have no force before they are merged: of a policy the limits may count. */
const SETTLING: readonly Sought['kind'][] = ['baseline', 'prices']

/** Finds the version that judges: that of the base. Where the base has none, only what tightens may be the pull request's own, and nothing that of a fork. */
export async function findVersion(review: Review, wanted: Sought): Promise<Version> {
  const path = pathInRepository(review.folders, wanted.file)
  if (path !== null) return findInRepository(review, { ...wanted, path })
  if (isInCheckout(review.folders, wanted.file)) {
    const where = 'lies in another checkout than the one that the working directory is in, so it is in neither the base nor the head commit'
    throw new InputError(`${wanted.file}: ${where}. ${ADVICE}`)
  }
  return outside(readLocal(review.folders.cwd, wanted.file, wanted.largest))
}

/** The base's version of a file. A baseline is what the measured base cost; one that came later is better than none. */
async function readBase(review: Review, wanted: InRepository): Promise<Pick<Version, 'content' | 'commit'>> {
  const { base, measuredBase } = review
  for (const commit of wanted.kind === 'baseline' ? new Set([await measuredBase(), base.sha]) : [base.sha]) {
    const content = await readAt(review, wanted, commit)
    if (content !== null) return { content, commit }
  }
  return { content: null, commit: base.sha }
}

async function findInRepository(review: Review, wanted: InRepository): Promise<Version> {
  const { headSha, isCheckedOut, mayAdopt } = review
  const { content: atBase, commit } = await readBase(review, wanted)
  const base = { content: atBase, origin: 'base', commit } as const
  const own = isCheckedOut ? readOwn(review, wanted) : await readAt(review, wanted, headSha)
  // Where nothing is checked out, or not all of it, the head may have what the workflow names.
  if (own === atBase && (own !== null || !wanted.isNamed)) return { ...base, change: 'unchanged', proposed: own }
  const atHead = isCheckedOut ? await readAt(review, wanted, headSha) : own
  if (atBase === null) {
    if (atHead === null) return own === null ? { ...base, change: 'unchanged', proposed: null } : judgeUncommitted(review, wanted, own)
    // What the base took away since, and the head still has, nobody brings: the merge is without it.
    if (isSame(atHead, await readAtStart(review, wanted))) return { ...base, change: 'unchanged', proposed: null }
    if (!mayAdopt) return { ...base, change: 'added', proposed: atHead }
    const content = SETTLING.includes(wanted.kind) ? null : atHead
    return { content, origin: 'pull-request', commit: null, change: 'added', proposed: atHead }
  }
  // A head that is behind its base has older files without having edited them.
  if (isSame(atHead, await readAtStart(review, wanted))) return { ...base, change: 'unchanged', proposed: atBase }
  return { ...base, change: atHead === null ? 'removed' : 'changed', proposed: atHead }
}

/** The file where the head started. */
async function readAtStart(review: Review, wanted: InRepository): Promise<Content> {
  return readAt(review, wanted, await review.mergeBase())
}

/** Two versions that cannot be read are as good as one: nobody has broken what was broken. */
function isSame(one: Content, other: Content): boolean {
  return one === other || (one instanceof FaultyFile && other instanceof FaultyFile)
}

/** The file in the workspace; only ever held against those of the commits, so what is wrong with it is told where it counts. */
function readOwn({ folders }: Review, { file, largest }: Sought): Content {
  try {
    return readLocal(folders.cwd, file, largest)
  } catch (error) {
    if (error instanceof InputError) return new FaultyFile(error.message, [file])
    throw error
  }
}
