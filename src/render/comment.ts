import type { Report } from '../generated/types.ts'
import { writeApproval } from './approval.ts'
import { writePassedOver } from './baseline.ts'
import { renderBreakdown } from './breakdown.ts'
import { renderChecks } from './checks.ts'
import { renderEfficiency } from './efficiency.ts'
import { code, MARKDOWN } from './escape.ts'
import { renderFigures } from './figures.ts'
import { renderFindings } from './findings.ts'
import { renderHeadline } from './headline.ts'
import { bold, stack } from './markdown.ts'
import { renderModels } from './models.ts'
import { renderQuality } from './quality.ts'
import { writeOwnFiles, writeReview } from './review.ts'
import { fit, type Room } from './room.ts'
import { renderSavings } from './savings.ts'
import { isMeasured } from './total.ts'
import { renderWhy } from './why.ts'

/** Rows of each way to save. */
const SAVINGS = 10

/** The report as GitHub Markdown for comment and job summary, at most `maxLength` characters, without the marker of the comment. */
export function renderComment(report: Report, { maxLength }: { readonly maxLength: number }): string {
  return fit((room) => renderBody(report, room), maxLength, `### ${report.blocked ? 'Blocked: ' : ''}LLM cost: ${report.verdict}`)
}

function renderBody(report: Report, room: Room): string {
  const isFolded = room.folded > 0
  return stack([
    renderHeadline(report),
    [...writeReview(report, MARKDOWN, bold), ...writePassedOver(report, MARKDOWN)].map((line) => `ℹ️ ${line}`).join('<br>\n'),
    renderFindings(report, room),
    renderApproval(report),
    isMeasured(report) ? renderModels(report, room) : null,
    isMeasured(report) ? renderWhy(report, room) : null,
    isFolded && isMeasured(report) ? renderBreakdown(report, room) : null,
    isFolded && isMeasured(report) ? renderFigures(report) : null,
    isFolded && isMeasured(report) ? renderEfficiency(report, room) : null,
    isFolded && report.savings !== null ? renderSavings(report.savings, Math.min(room.folded, SAVINGS)) : null,
    isFolded ? renderChecks(report, room) : null,
    isFolded ? renderQuality(report, room) : 'Further details do not fit here: they are in the report.',
    renderFooter(report),
  ])
}

function renderApproval(report: Report): string {
  const approval = writeApproval(report, MARKDOWN)
  return approval === null ? '' : [approval.line, ...approval.notes.map((note) => `ℹ️ ${note}`)].join('<br>\n')
}

/** What was judged, by whose rules where they are not the base's, and by which version. */
function renderFooter(report: Report): string {
  const { head, tool, settings } = report
  const parts = [
    code(`${tool.name} ${tool.version}`),
    head.commit === null ? null : `commit ${code(head.commit.slice(0, 7))}`,
    settings.mode === 'comment' ? 'measured by another workflow run' : null,
    writeOwnFiles(report, MARKDOWN),
  ]
  return `<sub>${parts.filter((part) => part !== null).join(', ')}</sub>`
}
