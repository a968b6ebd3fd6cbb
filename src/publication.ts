import { INPUTS } from './generated/inputs.ts'
import type { Report } from './generated/types.ts'
import { roomFor } from './github/comment.ts'
import { type CommentMode, mayCreate } from './github/comment-mode.ts'
import type { Publication } from './github/publish.ts'
import { annotations } from './render/annotations.ts'
import { renderComment } from './render/comment.ts'
import { plain } from './render/escape.ts'
import { renderProblem } from './render/problem.ts'
import { COMMENT_KEY, type RawInputs } from './settings.ts'

/** More does not help a reader, and the runner cuts outputs over 1 MiB. Characters. */
const OUTPUT_LENGTH = 64_000

export interface WrittenFiles {
  readonly report: string
  readonly summary: string
}

/**
 * What a report shows on GitHub. A dry run leaves the pull request alone.
 * @param inRepository turns a path of the working directory into one from the root of the repository, where annotations stand.
 */
export function publicationOfReport(
  report: Report,
  files: WrittenFiles,
  mode: CommentMode,
  inRepository: (file: string) => string,
): Publication {
  const { comparison, settings } = report
  const body = renderComment(report, { maxLength: roomFor(settings.comment_key) })
  const facts = {
    verdict: report.verdict,
    blocked: report.blocked,
    totalChanged: comparison?.total.delta_usd !== 0,
    findingCount: report.findings.length,
  }
  return {
    outputs: new Map([
      ['verdict', report.verdict],
      ['total-cost-usd', String(report.head.total_cost_usd)],
      ['baseline-cost-usd', String(report.baseline.total_cost_usd ?? '')],
      ['increase-usd', String(comparison?.total.delta_usd ?? '')],
      ['increase-percent', String(comparison?.total.percent ?? '')],
      ['findings', findingsJson(report)],
      ['report-path', files.report],
      ['summary-path', files.summary],
    ]),
    annotations: annotations(report).map((one) => (one.file === undefined ? one : { ...one, file: inRepository(one.file) })),
    summaryMarkdown: body,
    comment: settings.dry_run ? null : { key: settings.comment_key, body, create: mayCreate(mode, facts) },
  }
}

const TITLE = 'LLM cost could not be judged'

/** What GitHub shows where there is no verdict: the problem, and no older verdict. */
export function publicationOfProblem(message: string, details: readonly string[], raw: RawInputs): Publication {
  // The key itself may be what is wrong.
  const given = raw['comment-key'] ?? ''
  const key = COMMENT_KEY.test(given) ? given : INPUTS['comment-key'].default
  const body = renderProblem(TITLE, message, details, roomFor(key))
  return {
    outputs: new Map([
      ['verdict', 'fail'],
      ['total-cost-usd', ''],
      ['baseline-cost-usd', ''],
      ['increase-usd', ''],
      ['increase-percent', ''],
      ['findings', '[]'],
      ['report-path', ''],
      ['summary-path', ''],
    ]),
    annotations: [{ level: 'error', title: TITLE, message: plain([message, ...details.slice(0, 1)].join(' — '), 2000) }],
    summaryMarkdown: body,
    comment: raw['dry-run'] === 'true' ? null : { key, body, create: raw['comment-mode'] !== 'never' },
  }
}

/** As many findings as fit, the worst first. */
function findingsJson(report: Report): string {
  const kept = [...report.findings]
  while (kept.length > 0 && JSON.stringify(kept).length > OUTPUT_LENGTH) kept.length = Math.floor(kept.length / 2)
  return JSON.stringify(kept)
}
