import type { Report } from '../generated/types.ts'
import { renderBreakdown } from './breakdown.ts'
import { renderChecks } from './checks.ts'
import { code } from './escape.ts'
import { renderFigures } from './figures.ts'
import { renderFindings } from './findings.ts'
import { renderHeadline } from './headline.ts'
import { stack } from './markdown.ts'
import { renderModels } from './models.ts'
import { renderQuality } from './quality.ts'
import { fit, type Room } from './room.ts'
import { isMeasured } from './verdict.ts'
import { renderWhy } from './why.ts'

/** The report as GitHub Markdown for comment and job summary, at most `maxLength` characters, without the marker of the comment. */
export function renderComment(report: Report, { maxLength }: { readonly maxLength: number }): string {
  return fit((room) => renderBody(report, room), maxLength, `### ${report.blocked ? 'Blocked: ' : ''}LLM cost: ${report.verdict}`)
}

function renderBody(report: Report, room: Room): string {
  const isFolded = room.folded > 0
  return stack([
    renderHeadline(report),
    renderFindings(report, room),
    isMeasured(report) ? renderModels(report, room) : null,
    isMeasured(report) ? renderWhy(report, room) : null,
    isFolded && isMeasured(report) ? renderBreakdown(report, room) : null,
    isFolded && isMeasured(report) ? renderFigures(report) : null,
    isFolded ? renderChecks(report, room) : null,
    isFolded ? renderQuality(report, room) : 'Further details do not fit here: they are in the report.',
    renderFooter(report),
  ])
}

/** What was judged, and by which version. */
function renderFooter({ head, tool }: Report): string {
  const commit = head.commit === null ? '' : `, commit ${code(head.commit.slice(0, 7))}`
  return `<sub>${code(`${tool.name} ${tool.version}`)}${commit}</sub>`
}
