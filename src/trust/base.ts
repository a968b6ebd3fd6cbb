import { InputError } from '../errors.ts'
import type { DecidingFile } from '../generated/types.ts'
import type { Client } from '../github/client.ts'
import { readFileAt } from '../github/contents.ts'
import type { Branch, Repository } from '../github/event.ts'
import { explainRefusal } from '../github/refusal.ts'
import { decode } from '../read/text.ts'
import { addedPolicies } from './adopted.ts'
import { type Folders, pathInRepository } from './repository.ts'
import { type FileSource, readLocal, type Wanted } from './source.ts'

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

/** Files of the base commit, which a pull request cannot change, and the same files as it would have them. */
export interface ReviewedFiles extends FileSource {
  /** The files as the pull request has them; null where all that was read counts as it has it. */
  proposed(): FileSource | null
}

interface Version {
  readonly text: string | null
  readonly origin: DecidingFile['origin']
  readonly change: DecidingFile['change']
  /** The text as the pull request would have it. */
  readonly proposed: string | null
}

/**
 * Reads what decides a verdict from the base commit. Where the base does not have a file yet, the pull request's own counts, and is labelled so, but
 * not that of a fork. Files outside the repository are read as they are.
 */
export function baseFiles(review: Review): ReviewedFiles {
  const used: DecidingFile[] = []
  const versions = new Map<string, Version>()
  const { cwd } = review.folders
  return {
    used,
    place: ` in the base commit ${review.base.sha.slice(0, 7)}`,
    async read(wanted) {
      const { kind, file, largest } = wanted
      const path = pathInRepository(review.folders, file)
      const version = path === null ? outside(readLocal(cwd, file, largest)) : await findVersion(review, { ...wanted, path })
      versions.set(`${kind} ${file}`, version)
      if (version.text === null && version.change === 'unchanged') return null
      const commit = version.origin === 'base' ? review.base.sha : null
      used.push({ kind, path: file, origin: version.origin, commit, change: version.change })
      return version.text
    },
    proposed() {
      const isEdited = [...versions.values()].some(({ origin, change }) => origin === 'base' && change !== 'unchanged')
      if (!isEdited && addedPolicies(used).length === 0) return null
      const read: FileSource['read'] = async ({ kind, file, largest }) => {
        const version = versions.get(`${kind} ${file}`)
        return version === undefined ? readLocal(cwd, file, largest) : version.proposed
      }
      return { used: [], place: ' in the pull request', read }
    },
  }
}

interface InRepository extends Wanted {
  /** From the root of the repository. */
  readonly path: string
}

async function findVersion(review: Review, wanted: InRepository): Promise<Version> {
  const { base, headSha, isCheckedOut, folders, mayAdopt } = review
  const atBase = await readAt(review, wanted, base.sha)
  const own = isCheckedOut ? readLocal(folders.cwd, wanted.file, wanted.largest) : await readAt(review, wanted, headSha)
  if (own === atBase) return { text: atBase, origin: 'base', change: 'unchanged', proposed: own }
  const atHead = isCheckedOut ? await readAt(review, wanted, headSha) : own
  if (atBase === null) {
    if (atHead === null)
      return wanted.isNamed && mayAdopt ? { text: own, origin: 'workspace', change: 'added', proposed: own } : outside(null)
    return mayAdopt
      ? { text: atHead, origin: 'pull-request', change: 'added', proposed: atHead }
      : { text: null, origin: 'base', change: 'added', proposed: atHead }
  }
  // A head that is behind its base has older files without having edited them.
  const atStart = await readAt(review, wanted, await review.mergeBase())
  if (atHead === atStart) return { text: atBase, origin: 'base', change: 'unchanged', proposed: atBase }
  return { text: atBase, origin: 'base', change: atHead === null ? 'removed' : 'changed', proposed: atHead }
}

/** What is no part of the repository, or not there at all. What no commit has and nobody named, code of the pull request may have written. */
function outside(text: string | null): Version {
  return { text, origin: 'workspace', change: 'unchanged', proposed: text }
}

async function readAt({ client, repository }: Review, { kind, file, path, largest }: InRepository, commit: string): Promise<string | null> {
  try {
    const bytes = await readFileAt(await client(), repository, path, commit)
    if (bytes === null) return null
    if (bytes.length > largest) throw new InputError(`${file}: is larger than ${largest >> 10} KiB`)
    return decode(bytes, file)
  } catch (error) {
    if (error instanceof InputError) throw error
    const short = commit.slice(0, 7)
    throw new InputError(`the ${kind} file ${file} cannot be read from commit ${short}: ${explainRefusal(error)}`)
  }
}
