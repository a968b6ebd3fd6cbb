import type { Report } from '../../../../generated/types.ts'
import { count } from '../../../../words/format.ts'
import { describeBaseline, writeMissing } from '../../../changes/baseline.ts'
import { writeNoise } from '../../../noise/sentence.ts'
import { writeMainCause } from '../../../verdict/headline.ts'
import { writeProjection } from '../../../verdict/projection.ts'
import { writeSuccess } from '../../../verdict/success.ts'
import { isMeasured, totalOf, writeMove, writeSpend } from '../../../verdict/total.ts'
import { toneOf, writeSetting, writeVerdict } from '../../../verdict/verdict.ts'
import { writeWorkload } from '../../../verdict/workload.ts'
import { escapeHtml, HTML, paragraph, strong } from '../../html.ts'
import { toneBadge } from './outcome.ts'

/** The headline, and what a reader with ten seconds needs. */
export function renderVerdict(report: Report): string {
  const tone = toneOf(report)
  const setting = writeSetting(report)
  const lines = isMeasured(report) ? writeLines(report) : []
  return [
    `<div class="verdict ${tone}">`,
    `<h1>${toneBadge(tone)} ${writeVerdict(report, HTML)}</h1>`,
    ...[...lines, ...(setting === null ? [] : [escapeHtml(setting)])].map((line) => paragraph(line)),
    '</div>',
  ].join('\n')
}

function writeLines(report: Report): string[] {
  return [
    writeWorkload(report, strong),
    ...writeTotal(report),
    ...writeNoise(report, HTML, strong),
    writeSuccess(report, strong),
    writeMainCause(report, HTML, strong),
    writeProjection(report, HTML, strong),
  ].filter((line) => line !== null)
}

function writeTotal(report: Report): string[] {
  const total = totalOf(report)
  if (total !== null) return [`${writeMove(report, total, strong)} against the ${describeBaseline(report, HTML)}`]
  return [`${strong(writeSpend(report))} in ${count(report.head.calls, 'call')}.`, ...writeMissing(report, HTML)]
}
