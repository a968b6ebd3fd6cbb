import { FaultyFile } from '../errors.ts'
import type { FileSource, Sought, Wanted } from '../files/source.ts'
import type { DecidingFile } from '../generated/types.ts'
import { addedPolicies } from '../policy/added.ts'
import type { Content, Review, Version } from './review.ts'
import { findVersion } from './version.ts'

/** Files of the base commit, which a pull request cannot change, and the same files as it would have them. */
export interface ReviewedFiles extends FileSource {
  /** The files as the pull request has them; null where all that was read counts as it has it. */
  proposed(): FileSource | null
  /** The files of the base, with the pull request's own in place of those that are broken; null where it edits none of these. */
  mended(broken: readonly string[]): FileSource | null
}

/**
 * Reads what decides a verdict from the base commit. Of files that the base does not have yet, the pull request's own policy may add limits, and all
 * else takes force when it is merged. Files outside the repository are read as they are.
 */
export function baseFiles(review: Review): ReviewedFiles {
  const used: DecidingFile[] = []
  const found = new Map<string, { readonly file: string; readonly version: Version }>()
  const find = async (wanted: Wanted): Promise<Version> => {
    const { kind, file } = wanted
    const key = `${kind} ${file}`
    const version = found.get(key)?.version ?? (await findVersion(review, wanted))
    found.set(key, { file, version })
    return version
  }
  const note = ({ kind, file }: Wanted, { origin, commit, change }: Version): DecidingFile => ({ kind, path: file, origin, commit, change })
  const look = async (sought: Sought) => demandText((await findVersion(review, sought)).content)
  return {
    used,
    place: ` in the base commit ${review.base.sha.slice(0, 7)}`,
    async read(wanted) {
      const version = await find(wanted)
      if (version.content !== null || version.change !== 'unchanged') used.push(note(wanted, version))
      return demandText(version.content)
    },
    look,
    proposed() {
      const versions = [...found.values()].map(({ version }) => version)
      const hasNew = versions.some(({ origin, change }) => origin !== 'workspace' && change === 'added')
      if (!versions.some(isEdited) && !hasNew && addedPolicies(used).length === 0) return null
      return { used: [], place: ' in the pull request', read: async (wanted) => demandText((await find(wanted)).proposed), look }
    },
    mended(broken) {
      const isMended = (file: string, version: Version) => broken.includes(file) && isEdited(version)
      if (![...found.values()].some(({ file, version }) => isMended(file, version))) return null
      const own: DecidingFile[] = []
      return {
        used: own,
        place: ' in the pull request',
        async read(wanted) {
          const version = await find(wanted)
          const counted = isMended(wanted.file, version)
            ? { ...version, content: version.proposed, origin: 'pull-request' as const, commit: null }
            : version
          if (counted.content !== null || counted.change !== 'unchanged') own.push(note(wanted, counted))
          return demandText(counted.content)
        },
        look,
      }
    },
  }
}

/** Whether the pull request has another version of a file that the base has. */
function isEdited({ origin, change }: Version): boolean {
  return origin === 'base' && (change === 'changed' || change === 'removed')
}

function demandText(content: Content): string | null {
  if (content instanceof FaultyFile) throw content
  return content
}
