import type { Client } from '../api/client.ts'
import { statusOf } from '../api/failure.ts'
import type { Repository } from '../facts/event.ts'
import { type Run, readRun } from '../facts/runs.ts'
import { isNewer, NO_STAMP, type Stamp } from './marker.ts'

/** What a run has to be for its stamp to count. */
interface Wanted {
  readonly repository: Pick<Repository, 'owner' | 'repo'>
  /** Commit that it is of; null: any, because a newer run may be of a newer commit. */
  readonly headSha: string | null
}

/**
 * A stamp is text, which something else may have written, and a number that no run has would keep ours away for good. Gives a function that takes a stamp
 * that is newer than ours for what it says where there is such a run, and else for none. It rejects where GitHub refuses.
 */
export function createStampCheck(client: Client, { repository, headSha }: Wanted, ours: Stamp): (stamp: Stamp) => Promise<Stamp> {
  const runs = new Map<number, Promise<Run | null>>()
  return async (stamp) => {
    if (!isNewer(stamp, ours)) return stamp
    const asked = runs.get(stamp.run) ?? findRun(client, repository, stamp.run)
    runs.set(stamp.run, asked)
    const run = await asked
    const isThere = run !== null && stamp.attempt <= run.attempt && (headSha === null || run.headSha === headSha)
    return isThere ? stamp : NO_STAMP
  }
}

async function findRun(client: Client, repository: Wanted['repository'], id: number): Promise<Run | null> {
  try {
    return await readRun(client, repository, id)
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}
