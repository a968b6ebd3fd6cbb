import type { Client } from '../../github/api/client.ts'
import type { Artifact } from '../../github/artifacts/artifacts.ts'
import { Ancestry } from './ancestry.ts'
import type { Asked } from './asked.ts'
import type { Listing } from './listing.ts'
import { nearestFirst, newestFirst } from './order.ts'
import { isOwn } from './own.ts'

/** Of the records that were read, the nearest that has expired; the newest, where none comes before or GitHub does not say; null where none has. */
export async function findExpired(client: Client, { artifacts }: Listing, asked: Asked): Promise<Artifact | null> {
  const { repository, branches } = asked
  const expired = artifacts.filter((artifact) => artifact.expired && branches.includes(artifact.headBranch) && isOwn(artifact, repository))
  try {
    for await (const { item, commitsBehind } of nearestFirst(expired, new Ancestry(client, asked))) if (commitsBehind !== null) return item
  } catch {
    // It tells since when there is none, and decides nothing.
  }
  return newestFirst(expired)[0] ?? null
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
