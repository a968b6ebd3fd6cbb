import type { Report } from '../generated/types.ts'
import { code, MARKDOWN } from '../words/escape.ts'
import { bold, details, stack } from '../words/markdown.ts'
import { fit, type Room } from '../words/room.ts'
import { writePassedOver } from './changes/baseline.ts'
import { renderBreakdown } from './changes/breakdown.ts'
import { renderReasons } from './changes/bullets.ts'
import { renderEfficiency } from './changes/efficiency.ts'
import { renderFigures } from './changes/figures.ts'
import { renderModels } from './changes/models.ts'
import { renderWhy } from './changes/why.ts'
import { renderChecks } from './findings/checks.ts'
import { type Place, renderFindings } from './findings/findings.ts'
import { describeGraders } from './findings/graders.ts'
import { renderQuality } from './findings/quality.ts'
import { writePlace } from './findings/rules.ts'
import { commitUrl, link, policyUrl, runUrl } from './links.ts'
import { writeBlind, writeLeftOut, writeRise, writeSuite } from './noise/suite.ts'
import { renderSavings } from './savings/fold.ts'
import { writeBars } from './trend/bars.ts'
import { renderTrend } from './trend/chart.ts'
import { renderAlert } from './verdict/alert.ts'
import { writeApproval } from './verdict/approval.ts'
import { renderTitle, renderTotal, writeFacts } from './verdict/headline.ts'
import { writeOwnFiles, writeReview } from './verdict/review.ts'
import { isMeasured } from './verdict/total.ts'
import { toneOf } from './verdict/verdict.ts'

/** Rows of each way to save. */
const SAVINGS = 10

/** Where it stands: the job summary has everything open, and a chart. */
export interface Shape {
  readonly maxLength: number
  readonly isSummary?: boolean
}

/** The report as GitHub Markdown for comment and job summary, at most `maxLength` characters, without the marker of the comment. */
export function renderComment(report: Report, { maxLength, isSummary = false }: Shape): string {
  const fallback = `### ${report.blocked ? 'Blocked: ' : ''}LLM cost: ${writeState(report)}`
  // No name can open a fold: what it has of HTML is escaped.
  const open = (body: string) => (isSummary ? body.replaceAll('<details>', '<details open>') : body)
  return fit((room) => open(renderBody(report, room, isSummary)), maxLength, fallback)
}

/** What happened, why, what blocks and what to do; a pass is a title, a line and folds. */
function renderBody(report: Report, room: Room, isSummary: boolean): string {
  const isPass = toneOf(report) === 'pass' && report.workload === null
  const isKnown = isMeasured(report)
  const place: Place = (result) => link(writePlace(result, MARKDOWN), policyUrl(report, result.policy))
  const news = stack([isKnown ? writeBars(report) : null, writeFacts(report).join('<br>\n'), isKnown ? renderReasons(report) : null])
  const models = isKnown ? renderModels(report, room) : null
  return stack([
    renderTitle(report),
    isSummary ? renderAlert(report) : renderTotal(report),
    isPass ? null : news,
    [...writeReview(report, MARKDOWN, bold), ...writePassedOver(report, MARKDOWN), ...writeAside(report)]
      .map((line) => `ℹ️ ${line}`)
      .join('<br>\n'),
    renderFindings(report, room, place),
    renderApproval(report),
    isPass ? null : models,
    renderGraders(report),
    ...(room.folded > 0
      ? renderFolds(report, room, place, isSummary, isPass ? [news, models] : [])
      : ['Further details do not fit here: they are in the report.']),
    renderFooter(report),
  ])
}

/** @param pass what of a pass nobody has to see at once. */
function renderFolds(report: Report, room: Room, place: Place, isSummary: boolean, pass: readonly (string | null)[]): (string | null)[] {
  const isKnown = isMeasured(report)
  const first = stack(pass)
  return [
    isKnown ? renderTrend(report, isSummary) : null,
    first === '' ? null : details('Models, and what changed', first),
    isKnown ? renderWhy(report, room) : null,
    isKnown ? renderBreakdown(report, room) : null,
    isKnown ? renderFigures(report) : null,
    isKnown ? renderEfficiency(report, room) : null,
    report.savings === null ? null : renderSavings(report.savings, Math.min(room.folded, SAVINGS)),
    renderChecks(report, room, place),
    renderQuality(report, room),
  ]
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
    head.commit === null ? null : `commit ${link(code(head.commit.slice(0, 7)), commitUrl(report, head.commit))}`,
    runUrl(report) === null ? null : link('run and report', runUrl(report)),
    settings.mode === 'comment' ? 'measured by another workflow run' : null,
    writeOwnFiles(report, MARKDOWN),
  ]
  const suite = isMeasured(report) ? writeSuite(report) : null
  return `<sub>${suite === null ? '' : `${suite}<br>`}${parts.filter((part) => part !== null).join(', ')}</sub>`
}
