import { resolve } from 'node:path'
import { INPUTS } from '../generated/inputs.ts'
import type { Report } from '../generated/types.ts'
import type { Upload } from '../github/artifacts/upload.ts'
import { mayCreate } from '../github/publish/comment-mode.ts'
import type { Stamp } from '../github/publish/marker.ts'
import type { Publication } from '../github/publish/publish.ts'
import type { CommitStatus } from '../github/publish/status.ts'
import { show } from '../read/find.ts'
import { type Annotation, annotations } from '../render/annotations.ts'
import { renderComment } from '../render/comment.ts'
import { renderProblem } from '../render/problem.ts'
import { writeVerdict } from '../render/verdict/verdict.ts'
import { COMMENT_KEY, type RawInputs, type Settings } from '../settings.ts'
import type { Folders } from '../trust/repository.ts'
import { PLAIN, plain } from '../words/escape.ts'
import { artifactName } from './modes/artifact-name.ts'
import { REPORT } from './modes/comment.ts'

/** More does not help a reader, and the runner cuts outputs over 1 MiB. Characters. */
const OUTPUT_LENGTH = 64_000
/** The job summary has the text of the comment, which can be no longer. Characters. */
export const SUMMARY_LENGTH = 65_000

export interface WrittenFiles {
  readonly folder: string
  readonly report: string
  readonly summary: string
  /** The page; null: it could not be drawn. */
  readonly html: string | null
}

/** What only the step knows about a publication. */
export interface Circumstances {
  /** Run whose result it is. */
  readonly stamp: Stamp
  /** Page of this run. */
  readonly runUrl: string
  /** Whether to mark the commit: where this run is none of the pull request's own checks. */
  readonly marks: boolean
  /** Base branch, where it is not the default one: its verdict is not that of a pull request to the default branch. */
  readonly otherBase: string | null
}

/**
 * What a report shows on GitHub. A dry run leaves the pull request alone.
 * @param folders where its paths start, and the workspace, from which those of annotations do.
 */
export function publicationOfReport(
  report: Report,
  files: WrittenFiles,
  settings: Settings,
  circumstances: Circumstances,
  folders: Folders,
): Publication {
  const { comparison, verdict, blocked } = report
  const { stamp, marks } = circumstances
  const key = settings['comment-key']
  const isDry = settings['dry-run']
  const facts = { verdict, blocked, totalChanged: comparison?.total.delta_usd !== 0, findingCount: report.findings.length }
  return {
    outputs: new Map([
      ['verdict', verdict],
      ['total-cost-usd', String(report.head.total_cost_usd)],
      ['baseline-cost-usd', String(report.baseline.total_cost_usd ?? '')],
      ['increase-usd', String(comparison?.total.delta_usd ?? '')],
      ['increase-percent', String(comparison?.total.percent ?? '')],
      ['conclusive', writeConclusive(report)],
      ['findings', findingsJson(report)],
      ['report-path', files.report],
      ['summary-path', files.summary],
      ['html-path', files.html ?? ''],
    ]),
    annotations: placeAnnotations(report, folders),
    summaryMarkdown: renderComment(report, { maxLength: SUMMARY_LENGTH, isSummary: true }),
    comment:
      isDry || report.settings.mode === 'record'
        ? null
        : {
            key,
            render: (maxLength) => renderComment(report, { maxLength }),
            create: mayCreate(settings['comment-mode'], facts),
            isOptional: settings['comment-mode'] === 'never',
            stamp,
          },
    status: marks && !isDry ? markOf(key, circumstances, blocked ? 'failure' : 'success', writeVerdict(report, PLAIN)) : null,
    issue: null,
    uploads: isDry || !settings['upload-report'] ? [] : [uploadOf(files.folder, listFiles(files), key, stamp)],
  }
}

/** Whether the growth of the total could be told from chance; empty where the noise is not known. */
export function writeConclusive({ noise }: Pick<Report, 'noise'>): string {
  if (noise === null || noise.state === 'unknown') return ''
  return String(noise.state !== 'inconclusive')
}

/** Annotations, with the paths of policy files from the workspace on. */
export function placeAnnotations(judged: Pick<Report, 'findings' | 'approval' | 'noise'>, { workspace, cwd }: Folders): Annotation[] {
  return annotations(judged).map((one) => (one.file === undefined ? one : { ...one, file: show(workspace, resolve(cwd, one.file)) }))
}

const TITLE = 'LLM cost could not be judged'

/** Modes whose results are not about a pull request: their problems are not either. */
const NOT_COMMENTED: readonly (string | undefined)[] = ['record', 'report', 'summarize'] satisfies Settings['mode'][]

/** What GitHub shows where there is no verdict: the problem, and no older verdict. */
export function publicationOfProblem(
  message: string,
  details: readonly string[],
  raw: RawInputs,
  circumstances: Circumstances,
): Publication {
  const { stamp, marks } = circumstances
  // The key itself may be what is wrong.
  const given = raw['comment-key'] ?? ''
  const key = COMMENT_KEY.test(given) ? given : INPUTS['comment-key'].default
  const isDry = raw['dry-run'] === 'true'
  const render = (length: number) => renderProblem(TITLE, message, details, length)
  return {
    outputs: new Map([...NO_OUTPUTS, ['verdict', 'fail'], ['findings', '[]']]),
    annotations: [{ level: 'error', title: TITLE, message: plain([message, ...details.slice(0, 1)].join(' — '), 2000) }],
    summaryMarkdown: render(SUMMARY_LENGTH),
    comment:
      isDry || NOT_COMMENTED.includes(raw.mode)
        ? null
        : { key, render, create: raw['comment-mode'] !== 'never', isOptional: raw['comment-mode'] === 'never', stamp },
    status: marks && !isDry ? markOf(key, circumstances, 'error', `${TITLE}: ${plain(message)}`) : null,
    issue: null,
    uploads: [],
  }
}

/** Outputs of a step that judged nothing. */
export const NO_OUTPUTS = [
  ['verdict', ''],
  ['total-cost-usd', ''],
  ['baseline-cost-usd', ''],
  ['increase-usd', ''],
  ['increase-percent', ''],
  ['conclusive', ''],
  ['findings', ''],
  ['report-path', ''],
  ['summary-path', ''],
  ['html-path', ''],
] as const

function markOf(
  key: string,
  { otherBase, runUrl: url, stamp }: Circumstances,
  state: CommitStatus['state'],
  description: string,
): CommitStatus {
  const name = key === 'default' ? 'llm-cost' : `llm-cost/${key}`
  return { state, context: otherBase === null ? name : `${name} (${otherBase})`, description, url, stamp }
}

/** The files of a report, to be kept with the run. */
export function uploadOf(folder: string, files: readonly string[], key: string, { attempt }: Stamp): Upload {
  const name = artifactName(REPORT, key)
  return { name, otherNames: [`${name}-attempt-${attempt}`], replaces: false, folder, files }
}

function listFiles({ report, html, summary }: WrittenFiles): string[] {
  return [report, summary, ...(html === null ? [] : [html])]
}

/** As many findings as fit, the worst first. */
export function findingsJson(report: Pick<Report, 'findings'>): string {
  const kept = [...report.findings]
  while (kept.length > 0 && JSON.stringify(kept).length > OUTPUT_LENGTH) kept.length = Math.floor(kept.length / 2)
  return JSON.stringify(kept)
}
