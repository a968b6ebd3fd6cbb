import type { Report } from '../../generated/types.ts'
import type { Voice } from '../../words/escape.ts'
import { integer } from '../../words/format.ts'
import { writeProblems } from './reason.ts'
import { isBaselineFloor, isFloor, totalOf, writeBefore, writeGrowth, writeSpend } from './total.ts'

/** What was recorded, in one line: `Recorded: LLM cost $0.59, +3.4 % against the record before it`. It never reads as blocked. */
export function writeRecorded(report: Report, subject: string, voice: Voice): string {
  const { head, record } = report
  const problems = writeProblems(report, voice)
  const reason = problems.length === 0 ? '' : ` — ${problems.join(', ')}`
  const lost = record?.problem ?? null
  if (head.calls === 0) return `Not recorded: ${subject} not measured — ${lost === null ? 'no LLM calls were found' : voice.text(lost)}`
  if (lost !== null) return `Not recorded: ${subject} ${writeSpend(report)} — ${voice.text(lost)}`
  return `Recorded: ${subject} ${writeSpend(report)}${writeChange(report)}${reason}`
}

function writeChange(report: Report): string {
  const total = totalOf(report)
  const before = nameBefore(report.baseline)
  if (total === null) return `, with no ${before}`
  if (total.delta === 0 && !isFloor(report) && !isBaselineFloor(report)) return `, the same as the ${before}`
  const growth = writeGrowth(report, total)
  return growth === null ? `; the ${before} cost ${writeBefore(report, total.before)}` : `, ${growth} against the ${before}`
}

function nameBefore({ source, window }: Report['baseline']): string {
  if (source === 'file') return 'baseline'
  const records = window?.records ?? 1
  return records > 1 ? `median of the ${integer(records)} records before it` : 'record before it'
}
