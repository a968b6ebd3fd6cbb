import type { CostSummary, Disagreement, Report } from '../../../../generated/types.ts'
import { contradiction, count, integer, usd } from '../../../../words/format.ts'
import { limit } from '../../../../words/markdown.ts'
import { fullReason } from '../../../../words/unpriced.ts'
import { describeGraders } from '../../../findings/graders.ts'
import { writeLeftOut } from '../../../noise/suite.ts'
import { escapeHtml, HTML, list, section } from '../../html.ts'

const MOST_NAMED = 10

/** What is in no amount, or was counted although something speaks against it. */
export function renderLeftOut(report: Report): string | null {
  const { head, baseline } = report
  const graders = describeGraders(head.graders, baseline.graders)
  const records = writeLeftOut(report, HTML)
  return section('left-out', 'What was left out, and what does not agree', [
    list([
      ...writeUnpriced(head),
      ...writeRecords(head),
      ...writeFiles(head),
      ...(graders === null ? [] : [`${escapeHtml(graders)}.`]),
      ...(records === null ? [] : [records]),
    ]),
  ])
}

function writeUnpriced({ unpriced }: CostSummary): string[] {
  const { shown, hidden } = limit(unpriced, MOST_NAMED)
  const lines = shown.map((model) => {
    const { why, fix } = fullReason(model)
    return `${HTML.name(model.model)} ${why}: ${count(model.calls, 'call')} in no amount. To mend it, ${fix}.`
  })
  return hidden.length === 0 ? lines : [...lines, `${integer(hidden.length)} more models without a price.`]
}

function writeRecords({ quality, from_disk_calls: cached = 0 }: CostSummary): string[] {
  const {
    invalid_records: invalid,
    invalid_examples: examples,
    duplicate_records: duplicates,
    placeholder_records: placeholders,
    earlier_records: earlier,
    records_without_run: loose,
    without_time: timeless,
    repeats,
    disagreements,
  } = quality
  return [
    invalid > 0 ? `${count(invalid, 'invalid record')} left out${nested(examples, HTML.text)}` : null,
    duplicates > 0 ? `${count(duplicates, 'duplicate')} left out.` : null,
    placeholders > 0 ? `${count(placeholders, 'placeholder row')} left out: no tokens, no cost, no call.` : null,
    earlier > 0 ? `${count(earlier, 'earlier record')} in the sums per day and month only.` : null,
    loose > 0 ? `${count(loose, 'call')} without a run.` : null,
    timeless ? `${count(timeless.calls, 'call')} of ${usd(timeless.cost_usd)} without a time, so in no day and month.` : null,
    cached > 0 ? `${count(cached, 'call')} answered from a cache on disk: nothing was paid.` : null,
    repeats
      ? `${count(repeats.records, 'line')} of ${usd(repeats.cost_usd)} counted although another line is the same${nested(repeats.examples, HTML.name)}`
      : null,
    disagreements.length > 0 ? `Sources that disagree with what was counted${nested(disagreements, writeDisagreement)}` : null,
  ].filter((line) => line !== null)
}

function writeFiles({ quality: { overlaps, not_compared: others = [], left_out: files = [] } }: CostSummary): string[] {
  return [
    overlaps.length > 0 ? `Counted although another source describes the same runs${nested(overlaps, HTML.name)}` : null,
    others.length > 0 ? `Not compared with the ledger${nested(others, HTML.name)}` : null,
    files.length > 0 ? `Files of other tools that nobody named, and that were not counted${nested(files, HTML.name)}` : null,
  ].filter((line) => line !== null)
}

function writeDisagreement(disagreement: Disagreement): string {
  const { run_id: run, scope, path } = disagreement
  const { counted, said } = contradiction(disagreement)
  const subject = run !== null ? HTML.name(run) : scope === 'without_run' ? 'Calls without a run' : 'All calls'
  return `${subject}: ${counted} counted, ${said} in ${HTML.name(path)}`
}

function nested<T>(items: readonly T[], write: (item: T) => string): string {
  const { shown, hidden } = limit(items, MOST_NAMED)
  const lines = list([...shown.map(write), ...(hidden.length > 0 ? [`and ${integer(hidden.length)} more`] : [])])
  return lines === null ? '.' : `: ${lines}`
}
