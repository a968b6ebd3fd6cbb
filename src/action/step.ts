import { join } from 'node:path'
import { namesOf } from '../baseline/records/asked.ts'
import { RECORD_FILE } from '../baseline/records/stored.ts'
import { makeFolder, writeJson, writeText } from '../files/write.ts'
import type { CostSummary, Report } from '../generated/types.ts'
import { writeLog } from '../github/publish/log.ts'
import type { Stamp } from '../github/publish/marker.ts'
import { type Destination, keepFiles, type Publication, type Published, publish } from '../github/publish/publish.ts'
import { renderSummary } from '../render/summary.ts'
import { renderTerminal } from '../render/terminal.ts'
import { settle } from './exit.ts'
import type { Job } from './job.ts'
import { findSubject, judgeRun, type Subject } from './modes/comment.ts'
import { gate } from './modes/gate.ts'
import type { Mode } from './modes/mode.ts'
import { type Recording, record } from './modes/record.ts'
import { summarize } from './modes/summarize.ts'
import { NO_OUTPUTS, publicationOfReport, type WrittenFiles } from './publication.ts'

/** What a step is about: where its result is shown. */
export interface Target {
  /** Null: no pull request. */
  readonly pullNumber: number | null
  readonly headSha: string | null
  /** Whether the commit is marked with the verdict, because this run is none of the pull request's own checks. */
  readonly marks: boolean
  /** The base branch, where it is not the default one and the commit is marked. */
  readonly otherBase: string | null
  /** The run whose result is shown. */
  readonly stamp: Stamp
  /** What another run left to judge; null: this run judges what it has checked out. */
  readonly subject: Subject | null
}

/** What this step is about; in words why there is nothing to judge. */
export async function findTarget(job: Job, mode: Mode, usual: Target): Promise<Target | { readonly none: string }> {
  if (mode !== 'comment') {
    const { id, attempt } = job.occasion.run
    return { ...usual, marks: false, stamp: { run: id, attempt } }
  }
  const subject = await findSubject(job)
  if ('none' in subject) return subject
  const { pull, run } = subject
  const otherBase = pull.base.ref === job.occasion.defaultBranch ? null : pull.base.ref
  return { pullNumber: pull.number, headSha: pull.headSha, marks: true, otherBase, stamp: { run: run.id, attempt: run.attempt }, subject }
}

/** Does what the mode says and publishes it. Returns the exit code. */
export async function runMode(job: Job, mode: Mode, target: Target): Promise<number> {
  if (mode === 'summarize') return showSummary(job, target, await summarize(job))
  if (mode === 'record') return showRecording(job, target, await record(job))
  if (mode === 'report') return (await import('./report-step.ts')).runReportStep(job, destinationOf(job, target), target.stamp)
  const report = target.subject === null ? await gate(job) : await judgeRun(job, target.subject)
  const { isMarked } = await show(job, target, report, await writeFiles(job, report, report.head))
  // A commit that is marked says it where people look; a failed run of the default branch would only alarm them.
  return report.blocked && !isMarked ? 1 : 0
}

/** Keeps the record first, so that what is shown says what became of it. Recording never blocks. */
async function showRecording(job: Job, target: Target, { report, record: kept, artifact, problem }: Recording): Promise<number> {
  settle(0)
  const files = await writeFiles(job, report, kept)
  const [name, ...otherNames] = namesOf({ artifact })
  const upload = { name, otherNames, replaces: true, folder: files.folder, files: [files.summary] }
  const state = { artifact, problem: problem ?? (await keepFiles(upload, { ...job, say: writeLog })) }
  if (problem !== null) job.warn(`nothing was recorded as a baseline: ${problem}.`)
  const shown = { ...report, record: state }
  await writeJson(files.report, shown)
  await show(job, target, shown, files, [])
  return 0
}

async function showSummary(job: Job, target: Target, summary: CostSummary): Promise<number> {
  const folder = await makeFolder(job.env.RUNNER_TEMP)
  const file = join(folder, RECORD_FILE)
  await writeJson(file, summary)
  writeLog(renderSummary(summary, (_style, text) => text))
  settle(0)
  const outputs = new Map([...NO_OUTPUTS, ['total-cost-usd', String(summary.total_cost_usd)], ['summary-path', file]] as const)
  const nothing = { annotations: [], summaryMarkdown: '', comment: null, status: null, issue: null, uploads: [] }
  await publish({ outputs, ...nothing }, destinationOf(job, target))
  return 0
}

/** Publishes a report. Its verdict is settled before anything is sent. */
async function show(job: Job, target: Target, report: Report, written: Documents, records?: Publication['uploads']): Promise<Published> {
  const { settings, occasion, folders } = job
  writeLog(renderTerminal(report, (_style, text) => text))
  settle(report.blocked ? 1 : 0)
  const files = { ...written, html: await writePage(job, report, written.folder) }
  const circumstances = { ...target, runUrl: occasion.run.url }
  const publication = publicationOfReport(report, files, settings, circumstances, folders)
  return publish(records === undefined ? publication : { ...publication, uploads: records }, destinationOf(job, target))
}

function destinationOf({ env, occasion, client, warn }: Job, { pullNumber, headSha }: Target): Destination {
  return { env, repository: occasion.repository, pullNumber, headSha, client, warn, say: writeLog }
}

/** What is written before the verdict is told. */
type Documents = Omit<WrittenFiles, 'html'>

async function writeFiles(job: Job, report: Report, summary: CostSummary): Promise<Documents> {
  const folder = await makeFolder(job.env.RUNNER_TEMP)
  const files = { folder, report: join(folder, 'report.json'), summary: join(folder, RECORD_FILE) }
  await writeJson(files.report, report)
  await writeJson(files.summary, summary)
  return files
}

/** The report as a page. It decides nothing, so what goes wrong with it is a warning. */
async function writePage({ warn }: Job, report: Report, folder: string): Promise<string | null> {
  try {
    const { renderPage } = await import('../render/page/page.ts')
    const file = join(folder, 'report.html')
    await writeText(file, renderPage(report))
    return file
  } catch (error) {
    warn(`the page report.html could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
