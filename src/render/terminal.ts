import type { Change, Report } from '../generated/types.ts'
import { alignColumns } from '../words/columns.ts'
import { PLAIN, plain } from '../words/escape.ts'
import { capitalize, count, integer, signedUsd } from '../words/format.ts'
import { limit } from '../words/markdown.ts'
import type { Paint } from '../words/paint.ts'
import { adviseBaseline, describeBaseline, writePassedOver } from './changes/baseline.ts'
import { causesOf, describeCause, describeUnknownKinds, drivingParts, nameDriver } from './changes/causes.ts'
import { changeCells, totalCells } from './changes/changes.ts'
import { findingLines } from './findings/finding-lines.ts'
import { describeGraders } from './findings/graders.ts'
import { writeAge, writePricedAs } from './findings/prices.ts'
import { writeSummary } from './findings/quality.ts'
import { describeUnpriced } from './findings/unpriced.ts'
import { writeNoise } from './noise/sentence.ts'
import { writeBlind, writeLeftOut, writeRise, writeSuite } from './noise/suite.ts'
import { spentLines } from './summary.ts'
import { writeApproval } from './verdict/approval.ts'
import { writeMainCause } from './verdict/headline.ts'
import { writeProjection } from './verdict/projection.ts'
import { writeOwnFiles, writeReview } from './verdict/review.ts'
import { writeSuccess } from './verdict/success.ts'
import { isMeasured, totalOf, writeMove, writeSpend } from './verdict/total.ts'
import { toneOf, writeSetting, writeTone, writeVerdict } from './verdict/verdict.ts'
import { writeWorkload } from './verdict/workload.ts'

const ROWS = 20
const RIGHT = { right: true }

/** The report for a terminal: verdict, total, findings, models, cases that moved, why, and the data in one line. */
export function renderTerminal(report: Report, paint: Paint): string {
  const strong = (words: string) => paint('bold', words)
  const verdict = `${writeTone(toneOf(report), paint)}  ${strong(writeVerdict(report, PLAIN, true))}`
  const notes = [
    isMeasured(report) ? writeWorkload(report, strong) : null,
    writeTotal(report),
    ...(isMeasured(report) ? writeNoise(report, PLAIN, strong) : []),
    ...(isMeasured(report)
      ? [writeSuccess(report, strong), writeMainCause(report, PLAIN, strong), writeProjection(report, PLAIN, strong)]
      : []),
    describeGraders(report.head.graders, report.baseline.graders),
    writeSetting(report),
    ...writeReview(report, PLAIN, strong),
    ...writePassedOver(report, PLAIN),
    ...(isMeasured(report) ? [writeBlind(report), writeRise(report), writeLeftOut(report, PLAIN)] : []),
  ].filter((line) => line !== null)
  const sections = [
    [verdict, ...notes],
    findingLines(report, paint),
    approvalLines(report),
    isMeasured(report) ? modelLines(report, paint) : [],
    isMeasured(report) ? caseLines(report, paint) : [],
    isMeasured(report) ? whyLines(report, paint) : [],
    [
      isMeasured(report) ? writeSuite(report) : null,
      writeSummary(report.head),
      describeUnpriced(report.head, PLAIN, plain),
      writePricedAs(report.head, PLAIN),
      writeAge(report.head),
      writeOwnFiles(report, PLAIN),
    ].flatMap((line) => (line === null ? [] : [paint('dim', capitalize(line))])),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function writeTotal(report: Report): string {
  const total = totalOf(report)
  const first = `${writeSpend(report)} in ${count(report.head.calls, 'call')}`
  if (total === null) return hasAdvice(report) ? `${first}. To get a baseline: ${adviseBaseline(report, PLAIN)}` : first
  return `${writeMove(report, total, (words) => words)} against the ${describeBaseline(report, PLAIN)}`
}

/** Outside of GitHub there is nowhere to look for a record. */
function hasAdvice({ baseline, settings }: Report): boolean {
  return baseline.source === 'artifact' && baseline.reason === null && settings.mode !== 'record'
}

function approvalLines(report: Report): string[] {
  const approval = writeApproval(report, PLAIN)
  return approval === null ? [] : [approval.line, ...approval.notes.map((note) => `- ${note}`)]
}

function modelLines(report: Report, paint: Paint): string[] {
  const { comparison, head } = report
  const models = comparison?.models ?? null
  if (comparison === null || models === null) return spentLines('Model', head.model_stats, paint)
  const [title = '', ...lines] = alignChanges('Model', models, [['Total', ...totalCells(report, comparison.total)]])
  return [paint('dim', title), ...lines.slice(0, -1), paint('bold', lines.at(-1) ?? '')]
}

/** Cases that moved, the most first: of an eval most did not. */
function caseLines({ comparison, head }: Report, paint: Paint): string[] {
  const cases = comparison?.cases ?? null
  if (cases === null) return spentLines('Case', head.case_stats ?? {}, paint)
  const moved = cases.filter(({ status }) => status !== 'unchanged')
  if (moved.length === 0) return []
  const [title = '', ...lines] = alignChanges('Case', moved, [])
  return [paint('dim', title), ...lines]
}

/** A table of changes, its titles first. */
function alignChanges(title: string, changes: readonly Change[], last: readonly (readonly string[])[]): string[] {
  const { shown, hidden } = limit(changes, ROWS)
  const rows = [
    ...shown.map((change) => [plain(change.name), ...changeCells(change)]),
    ...(hidden.length > 0 ? [[`and ${integer(hidden.length)} more`]] : []),
  ]
  const figures = ['Baseline', 'Now', 'Change', '', 'Calls'].map((figure) => ({ title: figure, ...RIGHT }))
  return alignColumns([{ title }, ...figures], [...rows, ...last])
}

function whyLines({ comparison, explanation }: Report, paint: Paint): string[] {
  if (comparison === null || explanation === null) return []
  const drivers = drivingParts(explanation)
  if (drivers.length === 0) return []
  const rows = drivers.map(({ driver, delta_usd }) => {
    const [cause] = causesOf(explanation, driver)
    return [nameDriver(driver), signedUsd(delta_usd), cause === undefined ? '' : describeCause(cause, PLAIN)]
  })
  const columns = [{ title: 'Why it changed' }, { title: 'Change', ...RIGHT }, { title: 'Largest cause' }]
  const [title = '', ...lines] = alignColumns(columns, [...rows, ['together', signedUsd(comparison.total.delta_usd)]])
  const note = describeUnknownKinds(explanation)
  return [paint('dim', title), ...lines.slice(0, -1), paint('bold', lines.at(-1) ?? ''), ...(note === null ? [] : [paint('dim', note)])]
}
