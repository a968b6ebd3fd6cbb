import { InputError } from '../../errors.ts'
import { decode } from '../../files/text.ts'
import type { CostSummary } from '../../generated/types.ts'
import type { Client } from '../../github/api/client.ts'
import { explainRefusal } from '../../github/api/refusal.ts'
import type { Artifact } from '../../github/artifacts/artifacts.ts'
import { downloadArtifact, ExpiredArtifact } from '../../github/artifacts/download.ts'
import { type Baseline, missingBaseline, parseBaseline } from '../document.ts'
import { chooseRecord, loadStudent, type WindowLimits, windowOf, withinWindow } from '../window.ts'
import type { Asked } from './asked.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { createRecordCheck, placeOf } from './check.ts'
import { explainExpiry, findExpired } from './expiry.ts'
import { Listing } from './listing.ts'
import { isOwn, readOwnRun } from './own.ts'

/** The file in a stored baseline. */
export const RECORD_FILE = 'cost-summary.json'
/** Bytes. */
export const LARGEST_RECORD = 32 << 20
const LIMITS = { entries: 8, entryBytes: LARGEST_RECORD, totalBytes: LARGEST_RECORD, ratio: 200 }
/** Records that expired between the list and the download are passed over, up to this many: older ones have expired, too. */
const MOST_EXPIRED = 5

/** Artifacts that are no records are passed over, up to this many: what comes behind more of them is not looked for. */
const MOST_OTHERS = 5

/** What a record says. */
interface RecordRead extends Baseline {
  readonly summary: CostSummary
}

/** A record that was found. */
export interface StoredRecord extends Candidate {
  readonly baseline: RecordRead
  /** Commits of which GitHub says that the branch has records. */
  readonly told: ReadonlySet<string | null>
}

/** Why there is no record, where more is known than that nobody stored one. */
export interface NoRecord {
  readonly why: string | null
}

/** The baseline within the limits of a policy. */
export type WithinLimits = (limits: WindowLimits) => Promise<Baseline>

/**
 * Finds the baseline that `mode: record` stored: the nearest record that qualifies, as the record of its history that stands for the branch. None yet is a state of its own;
 * one that is there but cannot be read, and records that cannot be looked for, are an InputError.
 */
export async function findStored(client: Client, asked: Asked): Promise<WithinLimits> {
  const listing = new Listing(client, asked)
  const found = await reading(asked.artifact, () => findNearest(client, listing, asked))
  if ('why' in found) return async () => missingBaseline('artifact', asked.artifact, found.why)
  return async (limits) => (await readCentre(client, listing, asked, found, limits)) ?? applyHistory(found, limits)
}

/** The nearest record that qualifies; where there is none, why. Rejects where GitHub refuses or it cannot be read. */
export async function findNearest(client: Client, listing: Listing, asked: Asked): Promise<StoredRecord | NoRecord> {
  const expired: Artifact[] = []
  const others: string[] = []
  const checkRecord = createRecordCheck(client, asked)
  for await (const candidate of findCandidates(client, listing, asked)) {
    try {
      const baseline = await readRecord(client, asked, candidate)
      const why = await checkRecord(baseline.summary, candidate.artifact)
      if (why === null) {
        const used = { ...baseline.used, ...(others.length > 0 && { passed_over: others }) }
        return { ...candidate, baseline: { ...baseline, used }, told: commitsOf(listing, asked, candidate) }
      }
      listing.discarded.add(candidate.artifact.id)
      others.push(why)
      if (others.length === MOST_OTHERS) throw new Error(`${others.length} artifacts are no records, though their names say so: ${why}`)
    } catch (error) {
      if (!(error instanceof ExpiredArtifact)) throw error
      expired.push(candidate.artifact)
      if (expired.length === MOST_EXPIRED) break
    }
  }
  const expiry = explainExpiry(expired[0] ?? (await findExpired(client, listing, asked)))
  const reasons = [...others, ...(expiry === null ? [] : [expiry])]
  return { why: reasons.length === 0 ? null : reasons.join('; ') }
}

/** A record as the one of its history that stands for the branch. What that says of a commit is shown where GitHub says so, too. */
export async function applyHistory({ baseline, told }: StoredRecord, limits: WindowLimits): Promise<Baseline> {
  const within = await withinWindow(baseline, limits)
  const { format, commit } = within.used
  return format !== 'history' || told.has(commit) ? within : { ...within, used: { ...within.used, commit: null } }
}

function commitsOf({ artifacts }: Listing, { repository }: Asked, { artifact: { headBranch } }: Candidate): ReadonlySet<string | null> {
  const own = artifacts.filter((artifact) => artifact.headBranch === headBranch && isOwn(artifact, repository))
  return new Set(own.map(({ headSha }) => headSha))
}

/** Reads a record; its commit is the one that GitHub tells of its run. */
async function readRecord(client: Client, { repository }: Asked, { artifact, commitsBehind }: Candidate): Promise<RecordRead> {
  const place = placeOf(artifact)
  const entries = await reading(place, () => downloadArtifact(client, repository, artifact, LIMITS))
  const file = entries.find(({ name }) => name === RECORD_FILE)
  if (file === undefined) throw new InputError(`the baseline cannot be read: ${place} has no ${RECORD_FILE}`)
  const baseline = parseBaseline(decode(file.bytes, place), place)
  const { summary } = baseline
  if (summary === null) throw new InputError(`the baseline cannot be read: ${place} holds no cost summary`)
  const { name: path, runId: run_id, headSha: commit } = artifact
  const used = { ...baseline.used, source: 'artifact' as const, path, commit, run_id, commits_behind: commitsBehind }
  return { ...baseline, summary, used }
}

/** The record that stands for the branch with everything that it measured; null where its history has to do, because its own artifact is gone or does not come. */
async function readCentre(
  client: Client,
  { artifacts, discarded }: Listing,
  asked: Asked,
  newest: StoredRecord,
  limits: WindowLimits,
): Promise<Baseline | null> {
  const {
    summary,
    used: { passed_over },
  } = newest.baseline
  const points = summary.history ?? []
  const history = chooseRecord(points, limits, await loadStudent(points))
  const point = history?.records[history.centre.index]
  if (history === null || point === undefined || point === points.at(-1)) return null
  const { commit, created_at } = point
  const own = artifacts.filter(
    ({ id, headSha, expired, headBranch }) =>
      headSha === commit && !expired && headBranch === newest.artifact.headBranch && !discarded.has(id),
  )
  const checkRecord = createRecordCheck(client, asked)
  // It stands in the history of a record that qualifies, so its commit does, too.
  for (const artifact of own) {
    const baseline = await readOwnRun(client, artifact, asked.repository)
      .then((run) => run && readRecord(client, asked, { artifact, commitsBehind: newest.commitsBehind }))
      .then(async (read) => (read === null || (await checkRecord(read.summary, artifact)) !== null ? null : read))
      .catch(() => null)
    if (baseline?.summary.created_at !== created_at) continue
    const window = windowOf(history, summary.total_cost_usd)
    return { ...baseline, history, used: { ...baseline.used, window, ...(passed_over !== undefined && { passed_over }) } }
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
