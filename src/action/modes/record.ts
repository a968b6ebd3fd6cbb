import { type Baseline, missingBaseline } from '../../baseline/document.ts'
import { readBaseline } from '../../baseline/file.ts'
import { withHistory } from '../../baseline/history.ts'
import type { Asked } from '../../baseline/records/asked.ts'
import { Listing } from '../../baseline/records/listing.ts'
import { OWN_EVENTS } from '../../baseline/records/own.ts'
import { applyHistory, findNearest, LARGEST_RECORD, type StoredRecord } from '../../baseline/records/stored.ts'
import type { WindowLimits } from '../../baseline/window.ts'
import { InputError } from '../../errors.ts'
import { type FileSource, localFiles } from '../../files/source.ts'
import { runGate } from '../../gate.ts'
import type { CostSummary, Report } from '../../generated/types.ts'
import { messageOf } from '../../github/api/failure.ts'
import { whyNoArtifacts } from '../../github/artifacts/upload.ts'
import type { Environment } from '../../github/facts/event.ts'
import { findBrokenPolicy } from '../../judge/deciding-files.ts'
import { once } from '../../once.ts'
import { loadPolicy } from '../../policy/load.ts'
import type { Job } from '../job.ts'
import { artifactName } from './artifact-name.ts'
import { linksOf } from './links.ts'

/** A report on what was measured, and the record to keep of it. */
export interface Recording {
  readonly report: Report
  readonly record: CostSummary
  /** Name of the artifact to keep it in. */
  readonly artifact: string
  /** Why it is not to be kept; null: it is. */
  readonly problem: string | null
}

/**
 * Sums up what is checked out, compares it with the record before it, and makes a record of it. A broken budget is shown and keeps nothing from being
 * recorded, and so is a policy or a baseline file that cannot be read: what cannot be judged was spent all the same.
 */
export async function record(job: Job): Promise<Recording> {
  const { settings, occasion, env, clock, folders, warn } = job
  if (!OWN_EVENTS.includes(occasion.event))
    warn(`mode: record on ${occasion.event} stores what no other run will use as a baseline: one comes from ${OWN_EVENTS.join(', ')}.`)
  const artifact = artifactName(settings['baseline-artifact'], settings['comment-key'])
  const previous = once(() => findPrevious(job, artifact))
  const files = localFiles(folders.cwd)
  const broken = await problemOf(loadPolicy(localFiles(folders.cwd), settings['policy-path']))
  const report = await runGate(
    {
      ...settings,
      // The first record has nothing to be compared with, and that is all right.
      'on-missing-baseline': 'pass',
      'baseline-path': null,
      ...(broken !== null && { 'policy-path': [] }),
    },
    {
      mode: 'record',
      now: clock.now,
      commit: occasion.headSha,
      onProgress: () => {},
      files: broken === null ? files : withoutPolicies(files),
      findBaseline: async (limits: WindowLimits) => {
        if (settings['baseline-path'] !== null) return readComparison(job, files, settings['baseline-path'], limits)
        const found = await previous()
        return found === null ? missingBaseline('artifact', artifact, null) : applyHistory(found, limits)
      },
      findApproval: null,
      links: linksOf(job),
      warn,
      reviewFiles: async () => ({ proposed: null, findings: broken === null ? [] : [findBrokenPolicy(broken)] }),
    },
  )
  const kept = { ...withHistory(report.head, (await previous())?.baseline.summary ?? null), ...(env.GITHUB_REF && { ref: env.GITHUB_REF }) }
  return { report, record: kept, artifact, problem: whyNotKept(job, kept) }
}

/** A baseline file that cannot be read is shown as missing. */
async function readComparison({ warn }: Job, files: FileSource, file: string, limits: WindowLimits): Promise<Baseline> {
  const read = readBaseline(files, file, limits)
  const problem = await problemOf(read)
  if (problem === null) return read
  warn(`recorded without a comparison: ${problem}.`)
  return missingBaseline('file', file, problem)
}

/** What the user has to mend; null where all is well. */
async function problemOf(reading: Promise<unknown>): Promise<string | null> {
  try {
    await reading
    return null
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}

function withoutPolicies(files: FileSource): FileSource {
  return { ...files, read: async (wanted) => (wanted.kind === 'policy' ? null : files.read(wanted)) }
}

function whyNotKept({ settings, env }: Job, summary: CostSummary): string | null {
  if (summary.calls === 0) return 'no LLM calls were found'
  if (isOfTag(env)) return `this run is of the tag ${env.GITHUB_REF_NAME ?? env.GITHUB_REF}, and records are of branches`
  if (settings['dry-run']) return 'this is a dry run'
  if (Buffer.byteLength(JSON.stringify(summary, null, 2)) >= LARGEST_RECORD) return `it is larger than ${LARGEST_RECORD >> 20} MiB`
  const reason = whyNoArtifacts(env)
  return reason === null ? null : `${reason}; keep the baseline in a file and name it in baseline-path`
}

/** Whether the run is of a tag: such a run says nothing of a branch, even of one of the same name. */
function isOfTag({ GITHUB_REF_TYPE: type, GITHUB_REF: ref = '' }: Environment): boolean {
  return type === 'tag' || ref.startsWith('refs/tags/')
}

/** The nearest record on or before this commit. A record must not depend on the one before it: where that cannot be read, a history begins anew. */
async function findPrevious(job: Job, artifact: string): Promise<StoredRecord | null> {
  const { occasion, env, warn } = job
  const { repository, headSha, run } = occasion
  const branch = env.GITHUB_REF_NAME ?? occasion.defaultBranch
  if (headSha === null || !branch || isOfTag(env) || whyNoArtifacts(env) !== null) return null
  const asked: Asked = { repository, branches: [branch], commit: headSha, isNewest: true, artifact, ownRun: run.id }
  try {
    const client = await job.client()
    const found = await findNearest(client, new Listing(client, asked), asked)
    return 'why' in found ? null : found
  } catch (error) {
    warn(`the record before this one could not be read, so its history begins anew: ${messageOf(error)}.`)
    return null
  }
}
