import type { Report } from '../generated/types.ts'
import { code, MARKDOWN } from '../words/escape.ts'
import { bold, stack } from '../words/markdown.ts'
import { fit, type Room } from '../words/room.ts'
import { writePassedOver } from './changes/baseline.ts'
import { renderBreakdown } from './changes/breakdown.ts'
import { renderEfficiency } from './changes/efficiency.ts'
import { renderFigures } from './changes/figures.ts'
import { renderModels } from './changes/models.ts'
import { renderWhy } from './changes/why.ts'
import { renderChecks } from './findings/checks.ts'
import { renderFindings } from './findings/findings.ts'
import { describeGraders } from './findings/graders.ts'
import { renderQuality } from './findings/quality.ts'
import { writeBlind, writeLeftOut, writeRise, writeSuite } from './noise/suite.ts'
import { renderSavings } from './savings/fold.ts'
import { writeApproval } from './verdict/approval.ts'
import { renderHeadline } from './verdict/headline.ts'
import { writeOwnFiles, writeReview } from './verdict/review.ts'
import { isMeasured } from './verdict/total.ts'
import { toneOf } from './verdict/verdict.ts'

/** Rows of each way to save. */
const SAVINGS = 10

/** The report as GitHub Markdown for comment and job summary, at most `maxLength` characters, without the marker of the comment. */
export function renderComment(report: Report, { maxLength }: { readonly maxLength: number }): string {
  return fit((room) => renderBody(report, room), maxLength, `### ${report.blocked ? 'Blocked: ' : ''}LLM cost: ${writeState(report)}`)
}

function renderBody(report: Report, room: Room): string {
  const isFolded = room.folded > 0
  return stack([
    renderHeadline(report),
    [...writeReview(report, MARKDOWN, bold), ...writePassedOver(report, MARKDOWN), ...writeAside(report)]
      .map((line) => `ℹ️ ${line}`)
      .join('<br>\n'),
    renderFindings(report, room),
    renderApproval(report),
    isMeasured(report) ? renderModels(report, room) : null,
    renderGraders(report),
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

/** The verdict in one word where nothing else fits. */
function writeState(report: Report): string {
  return toneOf(report) === 'inconclusive' ? 'inconclusive' : report.verdict
}

/** What the records of the base branch are worth, where something is wrong with them. */
function writeAside(report: Report): string[] {
  return isMeasured(report) ? [writeBlind(report), writeRise(report), writeLeftOut(report, MARKDOWN)].filter((line) => line !== null) : []
}

function renderGraders({ head, baseline }: Report): string | null {
  const graders = describeGraders(head.graders, baseline.graders)
  return graders === null ? null : `_${graders}._`
}

function renderApproval(report: Report): string {
  const approval = writeApproval(report, MARKDOWN)
  return approval === null ? '' : [approval.line, ...approval.notes.map((note) => `ℹ️ ${note}`)].join('<br>\n')
}

/** How noisy the suite is; what was judged, by whose rules where they are not the base's, and by which version. */
function renderFooter(report: Report): string {
  const { head, tool, settings } = report
  const parts = [
    code(`${tool.name} ${tool.version}`),
    head.commit === null ? null : `commit ${code(head.commit.slice(0, 7))}`,
    settings.mode === 'comment' ? 'measured by another workflow run' : null,
    writeOwnFiles(report, MARKDOWN),
  ]
  const suite = isMeasured(report) ? writeSuite(report) : null
  return `<sub>${suite === null ? '' : `${suite}<br>`}${parts.filter((part) => part !== null).join(', ')}</sub>`
}
