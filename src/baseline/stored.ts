import { InputError } from '../errors.ts'
import type { HistoryPoint } from '../generated/types.ts'
import type { Artifact } from '../github/artifacts.ts'
import type { Client } from '../github/client.ts'
import { downloadArtifact, ExpiredArtifact } from '../github/download.ts'
import { explainRefusal } from '../github/refusal.ts'
import { decode } from '../read/text.ts'
import type { Asked } from './asked.ts'
import { type Baseline, missingBaseline, parseBaseline } from './document.ts'
import { explainExpiry, newestExpired } from './expiry.ts'
import { Listing } from './listing.ts'
import { readOwnRun } from './own.ts'
import { type Candidate, findCandidates } from './records.ts'
import { applyWindow, takeMedian, type WindowLimits } from './window.ts'

/** The file in a stored baseline. */
export const RECORD_FILE = 'cost-summary.json'
/** Bytes. */
export const LARGEST_RECORD = 32 << 20
const LIMITS = { entries: 8, entryBytes: LARGEST_RECORD, totalBytes: LARGEST_RECORD, ratio: 200 }
/** Records that expired between the list and the download are passed over, up to this many: older ones have expired, too. */
const MOST_EXPIRED = 5

/** A record that was found. */
export interface StoredRecord extends Candidate {
  readonly baseline: Baseline
}

/** The baseline within the limits of a policy. */
export type WithinLimits = (limits: WindowLimits) => Promise<Baseline>

/**
 * Finds the baseline that `mode: record` stored: the newest record that qualifies, as the median of its history. None yet is a state of its own;
 * one that is there but cannot be read, and records that cannot be looked for, are an InputError.
 */
export async function findStored(client: Client, asked: Asked): Promise<WithinLimits> {
  const listing = new Listing(client, asked)
  const found = await reading(asked.artifact, () => findNewest(client, listing, asked))
  if ('why' in found) return async () => missingBaseline('artifact', asked.artifact, found.why)
  return async (limits) => (await readMedian(client, listing, asked, found, limits)) ?? applyWindow(found.baseline, limits)
}

/** The newest record that qualifies; where there is none, why there is none any more, or null for none yet. Rejects where GitHub refuses or it cannot be read. */
export async function findNewest(client: Client, listing: Listing, asked: Asked): Promise<StoredRecord | { readonly why: string | null }> {
  const expired: Artifact[] = []
  for await (const candidate of findCandidates(client, listing, asked)) {
    try {
      return { ...candidate, baseline: await readRecord(client, asked, candidate) }
    } catch (error) {
      if (!(error instanceof ExpiredArtifact)) throw error
      expired.push(candidate.artifact)
      if (expired.length === MOST_EXPIRED) break
    }
  }
  return { why: explainExpiry(expired[0] ?? newestExpired(listing, asked)) }
}

async function readRecord(client: Client, { repository }: Asked, { artifact, commitsBehind }: Candidate): Promise<Baseline> {
  const place = `${artifact.name} of run ${artifact.runId}`
  const entries = await reading(place, () => downloadArtifact(client, repository, artifact, LIMITS))
  const file = entries.find(({ name }) => name === RECORD_FILE)
  if (file === undefined) throw new InputError(`the baseline cannot be read: ${place} has no ${RECORD_FILE}`)
  const baseline = parseBaseline(decode(file.bytes, place), place)
  if (baseline.summary === null) throw new InputError(`the baseline cannot be read: ${place} holds no cost summary`)
  const used = { ...baseline.used, source: 'artifact' as const, path: artifact.name, run_id: artifact.runId, commits_behind: commitsBehind }
  return { ...baseline, used }
}

/** The record of the median with everything that it measured; null where its history has to do, because its own artifact is gone or does not come. */
async function readMedian(
  client: Client,
  { artifacts }: Listing,
  asked: Asked,
  newest: StoredRecord,
  limits: WindowLimits,
): Promise<Baseline | null> {
  const points: readonly HistoryPoint[] = newest.baseline.summary?.history ?? []
  const median = takeMedian(points, limits)
  if (median === null || median.point === points.at(-1)) return null
  const { commit, created_at } = median.point
  const own = artifacts.filter(
    ({ headSha, expired, headBranch }) => headSha === commit && !expired && headBranch === newest.artifact.headBranch,
  )
  // It stands in the history of a record that qualifies, so its commit does, too.
  for (const artifact of own) {
    const baseline = await readOwnRun(client, artifact, asked.repository)
      .then((run) => run && readRecord(client, asked, { artifact, commitsBehind: newest.commitsBehind }))
      .catch(() => null)
    if (baseline?.summary?.created_at !== created_at) continue
    const window = { records: median.records, newest_cost_usd: newest.baseline.summary?.total_cost_usd ?? 0 }
    return { ...baseline, used: { ...baseline.used, window } }
  }
  return null
}

async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof InputError || error instanceof ExpiredArtifact) throw error
    const instead = 'Or keep the baseline in a file and name it in baseline-path'
    throw new InputError(`the stored baseline ${name} cannot be used: ${explainRefusal(error)}. ${instead}`)
  }
}
