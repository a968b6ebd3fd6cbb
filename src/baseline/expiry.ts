import type { Artifact } from '../github/artifacts.ts'
import type { Asked } from './asked.ts'
import type { Listing } from './listing.ts'
import { isOwn, nearestFirst } from './own.ts'

/** Of the records that were read, the newest that has expired; null where none has. */
export function newestExpired({ artifacts }: Listing, { repository, branches, commit }: Asked): Artifact | null {
  const expired = artifacts.filter((artifact) => artifact.expired && branches.includes(artifact.headBranch) && isOwn(artifact, repository))
  return nearestFirst(expired, commit)[0] ?? null
}

/** Why there is no record any more, and how to keep one; null where none was there. */
export function explainExpiry(artifact: Artifact | null): string | null {
  if (artifact === null) return null
  const day = artifact.expiresAt?.slice(0, 10)
  // GitHub may drop it before its day, where the repository keeps artifacts for a shorter time now.
  const hasCome = day !== undefined && Date.parse(day) <= Date.now()
  const when = hasCome ? `expired on ${day}` : 'has expired'
  return `the newest record ${when} and none followed; record on a schedule as well, or keep artifacts longer (Settings, Actions, General)`
}
