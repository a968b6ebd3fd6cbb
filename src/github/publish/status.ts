import { setTimeout as sleep } from 'node:timers/promises'
import { IncompleteAnswer, textAt } from '../api/answer.ts'
import type { Client } from '../api/client.ts'
import { failureOf } from '../api/failure.ts'
import { listAll } from '../api/pages.ts'
import type { Repository } from '../facts/event.ts'
import { isNewer, NO_STAMP, parseUrlStamp, type Stamp, stampUrl } from './marker.ts'
import { createStampCheck } from './newer.ts'

/** A mark on a commit, which a ruleset can require. */
export interface CommitStatus {
  readonly state: 'success' | 'failure' | 'error'
  /** What the ruleset calls it. */
  readonly context: string
  /** GitHub takes at most 140 characters. */
  readonly description: string
  /** Page that it leads to. */
  readonly url: string
  /** The run whose result it is. An older one never replaces a newer one's. */
  readonly stamp: Stamp
}

/** Where it goes. */
export interface Marked extends Pick<Repository, 'owner' | 'repo'> {
  readonly sha: string
}

const LONGEST = 140
/** Others may write at the same time: what was written is looked at again after this. Longer than a request takes. Milliseconds. */
const settleMs = 1000
const maxRounds = 6
const maxLost = 2

/**
 * Marks a commit, until the newest run's mark stands there: GitHub has no way to mark a commit only if nobody else did. Gives whether it has a mark that
 * says as much as ours: ours, or a newer run's. Rejects where GitHub refuses.
 * @param isLate a newer run was here already, whose mark may be under way: ours is left out where it is green.
 */
export async function markCommit(client: Client, target: Marked, status: CommitStatus, isLate: boolean): Promise<boolean> {
  const { state, stamp } = status
  const check = createStampCheck(client, { repository: target, headSha: target.sha }, stamp)
  let isWritten = false
  let lost = 0
  for (let round = 0; round < maxRounds; round++) {
    const found = await readStamp(client, target, status)
      .then(check)
      .catch((error: unknown) => {
        // Red may stand there whatever was there before; green could hide a newer red.
        if (state === 'success') throw error
        return isWritten ? stamp : NO_STAMP
      })
    if (isNewer(found, stamp) || (isWritten && !isNewer(stamp, found))) return true
    if (isLate && state === 'success') return false
    try {
      await post(client, target, status)
      isWritten = true
    } catch (error) {
      const { status: refusal } = failureOf(error)
      if ((refusal !== null && refusal < 500) || lost++ === maxLost) throw error
    }
    await sleep(settleMs)
  }
  throw new Error(`the status ${status.context} was changed by others again and again`)
}

/** The stamp of the status of this name that a commit has now. */
async function readStamp(client: Client, { owner, repo, sha }: Marked, { context }: CommitStatus): Promise<Stamp> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/status'
  const newest = await listAll(client, { route, parameters: { owner, repo, ref: sha }, key: 'statuses' })
  return parseUrlStamp(
    textAt(
      newest.find((one) => textAt(one, 'context') === context),
      'target_url',
    ) ?? '',
  )
}

async function post(client: Client, { owner, repo, sha }: Marked, { state, context, url, stamp, ...status }: CommitStatus): Promise<void> {
  const description = status.description.length > LONGEST ? `${status.description.slice(0, LONGEST - 1)}…` : status.description
  const parameters = { owner, repo, sha, state, context, description, target_url: stampUrl(url, stamp) }
  const { data }: { data: unknown } = await client.request('POST /repos/{owner}/{repo}/statuses/{sha}', parameters)
  if (textAt(data, 'state') !== state) throw new IncompleteAnswer('the answer about the commit status')
}
