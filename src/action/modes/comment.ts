import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { RECORD_FILE } from '../../baseline/records/stored.ts'
import { InputError } from '../../errors.ts'
import type { ArchiveEntry } from '../../files/archive/read.ts'
import type { Report } from '../../generated/types.ts'
import { explainRefusal } from '../../github/api/refusal.ts'
import { listRunArtifacts } from '../../github/artifacts/artifacts.ts'
import { downloadArtifact } from '../../github/artifacts/download.ts'
import type { PullRequest, TriggeringRun } from '../../github/facts/event.ts'
import { findPull } from '../../github/facts/pulls.ts'
import { isOwnPlaceInside } from '../../read/native/places.ts'
import { isUsualPath } from '../../settings.ts'
import type { Job } from '../job.ts'
import { artifactName } from './artifact-name.ts'
import { linksOf } from './links.ts'
import { approvalFinder, baselineFinder, mergeBaseOf, openFiles } from './review.ts'
import { runReviewedGate } from './reviewed-gate.ts'

/** What a run of another workflow left for this one: raw usage, or the cost summary of its own gate. */
const USAGE = 'llm-cost-usage'
export const REPORT = 'llm-cost-report'
const LIMITS = { entries: 5000, entryBytes: 128 << 20, totalBytes: 256 << 20, ratio: 1100 }

/** A pull request, and the run that measured it. */
export interface Subject {
  readonly pull: PullRequest
  readonly run: TriggeringRun
}

/** Finds the pull request of the run that this one was started by; in words why there is none to judge. Rejects with an InputError where GitHub refuses. */
export async function findSubject(job: Job): Promise<Subject | { readonly none: string }> {
  const run = job.occasion.triggeredBy
  if (run === null) throw new InputError(job.occasion.problem ?? 'mode: comment works in a workflow that runs on: workflow_run')
  if (!run.event.startsWith('pull_request')) return { none: `run ${run.id} was for ${run.event}, not for a pull request` }
  try {
    const found = await findPull(await job.client(), job.occasion.repository, run)
    return 'pull' in found ? { pull: found.pull, run } : found
  } catch (error) {
    throw new InputError(`the pull request of run ${run.id} cannot be found: ${explainRefusal(error)}`)
  }
}

/**
 * Judges a pull request by what another run measured, with the rules of the base. Every byte of that run is data: it is unpacked into a folder of its own
 * and read like any usage; nothing of it is executed, and nothing in it says which pull request it is about.
 */
export async function judgeRun(job: Job, { pull, run }: Subject): Promise<Report> {
  const { settings, occasion, clock } = job
  const usage = await unpack(job, run)
  const { headSha, base } = pull
  const start = mergeBaseOf(job, [base.sha], headSha)
  const branches = [...new Set([base.ref, occasion.defaultBranch].filter((name) => name !== null))]
  const files = await openFiles(job, { headSha, base, isCheckedOut: false, fromFork: pull.fromFork }, start, start)
  const context = {
    mode: 'comment' as const,
    now: clock.now,
    commit: headSha,
    onProgress: () => {},
    findBaseline: baselineFinder(job, branches, start, false),
    findApproval: approvalFinder(job, pull),
    links: linksOf(job),
    warn: job.warn,
  }
  return runReviewedGate({ ...settings, ...usage }, context, files)
}

async function unpack(job: Job, run: TriggeringRun): Promise<{ 'working-directory': string; 'usage-path': string[]; isApart: true }> {
  const { settings, occasion, env } = job
  const [usageName, reportName] = [USAGE, REPORT].map((name) => artifactName(name, settings['comment-key']))
  try {
    const client = await job.client()
    const artifacts = await listRunArtifacts(client, occasion.repository, run.id)
    // A run lists what all its attempts uploaded. Numbers of artifacts do not follow time: that of a later attempt can be smaller.
    const newest = artifacts
      .filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(run.startedAt))
      .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id)
    const find = (wanted: string | undefined) => newest.find(({ name }) => name === wanted)
    const usage = find(usageName)
    const artifact = usage ?? find(`${reportName}-attempt-${run.attempt}`) ?? find(reportName)
    if (artifact === undefined) {
      const which = run.attempt === 1 ? `run ${run.id}` : `attempt ${run.attempt} of run ${run.id}`
      const why = run.attempt === 1 ? '' : '. What an earlier attempt uploaded does not count: run all jobs again'
      throw new InputError(
        `${which} uploaded no artifact ${usageName} and no ${reportName}: it failed before, or has no step that uploads one${why}`,
      )
    }
    const entries = await downloadArtifact(client, occasion.repository, artifact, LIMITS)
    const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'llm-cost-gate-usage-'))
    if (artifact !== usage) {
      await writeEntries(
        folder,
        entries.filter(({ name }) => name === RECORD_FILE),
      )
      return { 'working-directory': folder, 'usage-path': [RECORD_FILE], isApart: true }
    }
    // An artifact of the folder .runs holds what is in it, without its name.
    const isInside =
      isUsualPath(settings['usage-path']) &&
      !entries.some(({ name }) => name.startsWith('.runs/')) &&
      entries.some(({ name }) => isOwnPlaceInside('.runs', name))
    await writeEntries(isInside ? join(folder, '.runs') : folder, entries)
    return { 'working-directory': folder, 'usage-path': settings['usage-path'], isApart: true }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`the usage of run ${run.id} cannot be read: ${explainRefusal(error)}`)
  }
}

/** Names were checked when the archive was read: none leads out of the folder. */
async function writeEntries(folder: string, entries: readonly ArchiveEntry[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { name, bytes } of entries) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes, { flag: 'wx' })
  }
}
