import type { CostReport } from '../generated/types.ts'
import type { StickyIssue } from '../github/publish/issue.ts'
import type { Stamp } from '../github/publish/marker.ts'
import type { Publication } from '../github/publish/publish.ts'
import { renderReportMarkdown } from '../render/report/markdown.ts'
import type { Job } from './job.ts'
import { findingsJson, NO_OUTPUTS, placeAnnotations, SUMMARY_LENGTH, uploadOf } from './publication.ts'

/** What a report on a period shows on GitHub. @param files its files, which `folder` holds. */
export function publicationOfCostReport(
  document: CostReport,
  folder: string,
  files: { readonly json: string; readonly csv: string },
  { settings, occasion, folders, warn }: Job,
  stamp: Stamp,
): Publication {
  const { judgement, total } = document
  const findings = judgement?.findings ?? []
  const isDry = settings['dry-run']
  const key = settings['comment-key']
  const isReview = occasion.base !== null
  if (isReview && settings['on-alert'] === 'issue')
    warn('mode: report leaves the issue alone on a pull request: it is about the default branch.')
  return {
    outputs: new Map([
      ...NO_OUTPUTS,
      ['verdict', judgement?.verdict ?? ''],
      ['total-cost-usd', String(total.cost_usd)],
      ['findings', findingsJson({ findings })],
      ['report-path', files.json],
    ]),
    annotations: placeAnnotations({ findings, approval: { given: null, notes: [] }, noise: null }, folders),
    summaryMarkdown: renderReportMarkdown(document, SUMMARY_LENGTH),
    comment: null,
    status: null,
    issue:
      isDry || isReview || settings['on-alert'] === 'fail'
        ? null
        : issueOf(document, key, settings['issue-label'], occasion.run.url, stamp),
    uploads: isDry || !settings['upload-report'] ? [] : [uploadOf(folder, [files.json, files.csv], key, stamp)],
  }
}

/** Open while limits are broken. Where nothing was measured nobody can tell: the issue stays as it is. */
function issueOf(document: CostReport, key: string, label: string, runUrl: string, stamp: Stamp): StickyIssue | null {
  const { judgement, total } = document
  const alerts = judgement?.alerts ?? false
  if (!alerts && total.calls === 0) return null
  const footer = `\n<sub>[Run ${stamp.run}](${runUrl}) wrote this, and closes it when all is well again.</sub>\n`
  return {
    key,
    label,
    title: key === 'default' ? 'LLM cost alert' : `LLM cost alert: ${key}`,
    render: (length) => renderReportMarkdown(document, length - footer.length) + footer,
    state: alerts ? 'open' : 'closed',
    stamp,
  }
}
