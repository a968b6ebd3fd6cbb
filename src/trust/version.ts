import { FaultyFile, InputError } from '../errors.ts'
import type { DecidingFile } from '../generated/types.ts'
import type { Client } from '../github/client.ts'
import { readFileAt } from '../github/contents.ts'
import type { Branch, Repository } from '../github/event.ts'
import { explainRefusal } from '../github/refusal.ts'
import { decode, showSize } from '../read/text.ts'
import { type Folders, isInCheckout, pathInRepository } from './repository.ts'
import { readLocal, type Wanted } from './source.ts'

/** What is under review: a head that is to be merged into a base. */
export interface Review {
  readonly client: () => Promise<Client>
  readonly repository: Repository
  readonly base: Branch
  readonly headSha: string
  /** The commit that the head started from. */
  readonly mergeBase: () => Promise<string>
  readonly folders: Folders
  /** Whether the head is checked out in the workspace; else its files are read from GitHub, too. */
  readonly isCheckedOut: boolean
  /** Whether a file that the base does not have yet may come from the head: not where a stranger wrote it. */
  readonly mayAdopt: boolean
}

/** Text of a file; null where it does not exist, a fault where it is none that can be read. */
export type Content = string | null | FaultyFile

/** Which version of a file judges, and the one that the pull request would have. */
export interface Version {
  readonly content: Content
  readonly origin: DecidingFile['origin']
  readonly change: DecidingFile['change']
  readonly proposed: Content
}

/** A pull request can bring every file of a checkout, so one that no commit is known to have is nobody's rule. */
const ADVICE = 'Commit it, or have a step write it outside of every checkout, for example to $RUNNER_TEMP, or set policy-ref: head'

/** Finds the version that judges: that of the base; the pull request's own where the base has none, but not that of a fork. */
export async function findVersion(review: Review, wanted: Wanted): Promise<Version> {
  const path = pathInRepository(review.folders, wanted.file)
  if (path !== null) return findInRepository(review, { ...wanted, path })
  if (isInCheckout(review.folders, wanted.file)) {
    const where = 'lies in another checkout than the one that the working directory is in, so it is in neither the base nor the head commit'
    throw new InputError(`${wanted.file}: ${where}. ${ADVICE}`)
  }
  return outside(readLocal(review.folders.cwd, wanted.file, wanted.largest))
}

interface InRepository extends Wanted {
  /** From the root of the repository. */
  readonly path: string
}

async function findInRepository(review: Review, wanted: InRepository): Promise<Version> {
  const { base, headSha, isCheckedOut, mayAdopt } = review
  const atBase = await readAt(review, wanted, base.sha)
  const own = isCheckedOut ? readOwn(review, wanted) : await readAt(review, wanted, headSha)
  if (own === atBase) return { content: atBase, origin: 'base', change: 'unchanged', proposed: own }
  const atHead = isCheckedOut ? await readAt(review, wanted, headSha) : own
  if (atBase === null) {
    if (atHead === null) return judgeUncommitted(review, wanted, own)
    return mayAdopt
      ? { content: atHead, origin: 'pull-request', change: 'added', proposed: atHead }
      : { content: null, origin: 'base', change: 'added', proposed: atHead }
  }
  // A head that is behind its base has older files without having edited them.
  const atStart = await readAt(review, wanted, await review.mergeBase())
  if (isSame(atHead, atStart)) return { content: atBase, origin: 'base', change: 'unchanged', proposed: atBase }
  return { content: atBase, origin: 'base', change: atHead === null ? 'removed' : 'changed', proposed: atHead }
}

/** What the workspace has and no commit: a step wrote it, or the root of the repository is another than it seems. */
function judgeUncommitted({ base, headSha, folders, mayAdopt }: Review, { file, isNamed }: Wanted, own: Content): Version {
  if (!isNamed) return outside(null)
  if (isInCheckout(folders, file)) {
    const commits = `the base commit ${base.sha.slice(0, 7)} nor in the head commit ${headSha.slice(0, 7)}`
    throw new InputError(`${file}: is in the workspace, but neither in ${commits}. ${ADVICE}`)
  }
  return mayAdopt ? { content: own, origin: 'workspace', change: 'added', proposed: own } : outside(null)
}

/** What is no part of the repository, or not there at all. What no commit has and nobody named, code of the pull request may have written. */
function outside(content: Content): Version {
  return { content, origin: 'workspace', change: 'unchanged', proposed: content }
}

/** Two versions that cannot be read are as good as one: nobody has broken what was broken. */
function isSame(one: Content, other: Content): boolean {
  return one === other || (one instanceof FaultyFile && other instanceof FaultyFile)
}

/** The file in the workspace; only ever held against those of the commits, so what is wrong with it is told where it counts. */
function readOwn({ folders }: Review, { file, largest }: Wanted): Content {
  try {
    return readLocal(folders.cwd, file, largest)
  } catch (error) {
    if (error instanceof InputError) return new FaultyFile(error.message)
    throw error
  }
}

async function readAt({ client, repository }: Review, { kind, file, path, largest }: InRepository, commit: string): Promise<Content> {
  const place = `the ${kind} file ${file} cannot be read from commit ${commit.slice(0, 7)}`
  try {
    const bytes = await readFileAt(await client(), repository, path, commit)
    if (bytes === null) return null
    if (bytes.length > largest) return new FaultyFile(`${file}: is larger than ${showSize(largest)}`)
    return decode(bytes, file)
  } catch (error) {
    if (error instanceof FaultyFile) return new FaultyFile(`${place}: ${error.message}`)
    if (error instanceof InputError) return new FaultyFile(error.message)
    throw new InputError(`${place}: ${explainRefusal(error)}`)
  }
}
