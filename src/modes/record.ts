import type { Baseline } from '../baseline/document.ts'
import { missingBaseline } from '../baseline/document.ts'
import { withHistory } from '../baseline/history.ts'
import { findNewest, listRecords, type Search } from '../baseline/stored.ts'
import { applyWindow, type WindowLimits } from '../baseline/window.ts'
import { runGate } from '../gate.ts'
import type { CostSummary, Report } from '../generated/types.ts'
import { messageOf } from '../github/failure.ts'
import { whyNoArtifacts } from '../github/upload.ts'
import { type Job, once } from '../job.ts'
import { localFiles } from '../trust/source.ts'
import { artifactName } from './artifact-name.ts'

/** A report on what was recorded, and the record itself; null where nothing was measured. */
export interface Recording {
  readonly report: Report
  readonly record: CostSummary | null
  /** Name of the artifact to keep it in. */
  readonly artifact: string
}

/** Sums up what is checked out, compares it with the record before it, and makes a record of it. A broken budget is shown and keeps nothing from being recorded. */
export async function record(job: Job): Promise<Recording> {
  const { settings, occasion, nowMs, folders, warn, env } = job
  if (occasion.pull !== null) warn('mode: record on a pull request stores what no other run will use as a baseline.')
  const artifact = artifactName(settings['baseline-artifact'], settings['comment-key'])
  const previous = once(() => findPrevious(job, artifact))
  // The first record has nothing to be compared with, and that is all right.
  const report = await runGate(
    { ...settings, 'on-missing-baseline': 'pass' },
    {
      mode: 'record',
      nowMs,
      commit: occasion.headSha,
      onProgress: () => {},
      files: localFiles(folders.cwd),
      findBaseline: async (limits: WindowLimits) => {
        const baseline = await previous()
        return baseline === null ? missingBaseline('artifact', artifact, whyNoArtifacts(env)) : applyWindow(baseline, limits)
      },
      findApproval: null,
    },
  )
  const why = whyNoArtifacts(env)
  if (why !== null) warn(`nothing was recorded: ${why}. Keep the baseline in a file and name it in baseline-path.`)
  if (report.head.calls === 0) return { report, record: null, artifact }
  return { report, record: withHistory(report.head, (await previous())?.summary ?? null), artifact }
}

/** The newest record on or before this commit. A record must not depend on the one before it: where that cannot be read, a history begins anew. */
async function findPrevious(job: Job, artifact: string): Promise<Baseline | null> {
  const { occasion, env, warn } = job
  const { repository, headSha, run } = occasion
  const branch = env.GITHUB_REF_NAME ?? occasion.defaultBranch
  if (headSha === null || !branch || whyNoArtifacts(env) !== null) return null
  const search: Search = { repository, branches: [branch], commit: headSha, artifact, ownRun: run.id }
  try {
    const client = await job.client()
    return (await findNewest(client, await listRecords(client, search), search))?.baseline ?? null
  } catch (error) {
    warn(`the record before this one could not be read, so its history begins anew: ${messageOf(error)}.`)
    return null
  }
}
