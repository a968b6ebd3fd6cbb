import { InputError } from '../errors.ts'
import type { HistoryPoint } from '../generated/types.ts'
import { type Artifact, listArtifacts } from '../github/artifacts.ts'
import type { Client } from '../github/client.ts'
import { downloadArtifact, ExpiredArtifact } from '../github/download.ts'
import { explainRefusal } from '../github/refusal.ts'
import { decode } from '../read/text.ts'
import { type Baseline, missingBaseline, parseBaseline } from './document.ts'
import { type Asked, type Candidate, findCandidates, isOfRepository } from './records.ts'
import { applyWindow, takeMedian, type WindowLimits } from './window.ts'

/** The file in a stored baseline. */
export const RECORD_FILE = 'cost-summary.json'
/** Bytes. */
export const LARGEST_RECORD = 32 << 20
const LIMITS = { entries: 8, entryBytes: LARGEST_RECORD, totalBytes: LARGEST_RECORD, ratio: 200 }
/** Artifacts that expired between the list and the download are passed over, up to this many. */
const MOST_EXPIRED = 5

/** Which stored record to find. */
export interface Search extends Asked {
  /** Name of the artifact. */
  readonly artifact: string
  /** The run that asks: what it recorded itself is no baseline for it. */
  readonly ownRun: number
}

/** A record that was found. */
export interface StoredRecord extends Candidate {
  readonly baseline: Baseline
}

/**
 * Finds the baseline that `mode: record` stored: the newest record that qualifies, as the median of its history. None yet is a state of its own;
 * one that is there but cannot be read, and records that cannot be looked for, are an InputError.
 */
export async function findStored(client: Client, search: Search, limits: WindowLimits): Promise<Baseline> {
  const artifacts = await reading(search.artifact, () => listRecords(client, search))
  const record = await reading(search.artifact, () => findNewest(client, artifacts, search))
  if (record === null) return missingBaseline('artifact', search.artifact, null)
  return (await readMedian(client, artifacts, search, record, limits)) ?? applyWindow(record.baseline, limits)
}

/** The newest record that qualifies; null where there is none. Rejects where GitHub refuses or it cannot be read. */
export async function findNewest(client: Client, artifacts: readonly Artifact[], search: Search): Promise<StoredRecord | null> {
  let expired = 0
  for await (const candidate of findCandidates(client, artifacts, search)) {
    try {
      return { ...candidate, baseline: await readRecord(client, search, candidate) }
    } catch (error) {
      if (!(error instanceof ExpiredArtifact) || ++expired === MOST_EXPIRED) throw error
    }
  }
  return null
}

/** Records under the usual name, and under the one that a repeated run takes when the usual one is taken. */
export async function listRecords(client: Client, { repository, artifact, ownRun }: Search): Promise<readonly Artifact[]> {
  const lists = await Promise.all([artifact, retryName(artifact)].map((name) => listArtifacts(client, repository, name)))
  return lists.flat().filter(({ runId }) => runId !== ownRun)
}

/** Name of a record whose usual name is taken by a half-uploaded one of the same run. */
export function retryName(artifact: string): string {
  // No key has a blank in it, so this is no other gate's name.
  return `${artifact} (retry)`
}

async function readRecord(client: Client, search: Search, { artifact, commitsBehind }: Candidate): Promise<Baseline> {
  const place = `${artifact.name} of run ${artifact.runId}`
  const entries = await reading(place, () => downloadArtifact(client, search.repository, artifact, LIMITS))
  const file = entries.find(({ name }) => name === RECORD_FILE)
  if (file === undefined) throw new InputError(`the baseline cannot be read: ${place} has no ${RECORD_FILE}`)
  const baseline = parseBaseline(decode(file.bytes, place), place)
  if (baseline.summary === null) throw new InputError(`the baseline cannot be read: ${place} holds no cost summary`)
  const used = { ...baseline.used, source: 'artifact' as const, path: artifact.name, run_id: artifact.runId, commits_behind: commitsBehind }
  return { ...baseline, used }
}

/** The record of the median with everything that it measured; null where its history has to do, because its own artifact is gone. */
async function readMedian(
  client: Client,
  artifacts: readonly Artifact[],
  search: Search,
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
    if (!(await isOfRepository(client, artifact, search.repository))) continue
    const baseline = await readRecord(client, search, { artifact, commitsBehind: newest.commitsBehind }).catch(() => null)
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
