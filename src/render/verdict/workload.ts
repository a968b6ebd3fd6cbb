import type { Report, WorkDifference } from '../../generated/types.ts'
import { count, integer, percent, signedPercent, usd } from '../../words/format.ts'
import { isBaselineFloor, isFloor } from './total.ts'

/**
 * `Other work than the baseline: 6 of 12 cases, 8 instead of 10 runs. Per case $0.10 → $0.12 (+20 %)`: totals of other work tell little. Null where nothing
 * differs, as far as is known.
 */
export function writeWorkload(report: Report, strong: (words: string) => string): string | null {
  const { workload } = report
  if (workload === null) return null
  return `Other work than the baseline: ${workload.differs.map(writeDifference).join(', ')}.${writeUnit(report, workload, strong)}`
}

function writeUnit(
  report: Report,
  { unit, baseline_usd: before, head_usd: after, percent: change }: NonNullable<Report['workload']>,
  strong: (words: string) => string,
): string {
  if (unit === null || before === null || after === null) return ''
  const [isBefore, isAfter] = [isBaselineFloor(report), isFloor(report)]
  const least = (isLeast: boolean, amount: number, like: number) => `${isLeast ? 'at least ' : ''}${usd(amount, like)}`
  if (!isBefore && !isAfter && signedPercent(change ?? 1) === signedPercent(0)) return ` ${strong(`Per ${unit} ${usd(after)}, unchanged`)}`
  const growth = change === null || isBefore || isAfter ? '' : ` (${signedPercent(change, report.settings.max_increase_percent)})`
  return ` ${strong(`Per ${unit} ${least(isBefore, before, after)} → ${least(isAfter, after, before)}${growth}`)}`
}

function writeDifference({ figure, baseline, head, shared }: WorkDifference): string {
  switch (figure) {
    case 'from_disk':
      return `${percent(head * 100)} of the calls from a cache on disk instead of ${percent(baseline * 100)}`
    case 'unpriced':
      return `${percent(head * 100)} of the calls without a known price instead of ${percent(baseline * 100)}`
    default:
      return writeUnits(figure.slice(0, -1), { baseline, head, shared })
  }
}

/** `8 instead of 10 runs`; of what has names `6 of 12 cases`, `15 cases (3 new)` or `10 cases (4 new, 2 gone)`. */
function writeUnits(noun: string, { baseline, head, shared }: Pick<WorkDifference, 'baseline' | 'head' | 'shared'>): string {
  if (shared === null) return `${integer(head)} instead of ${count(baseline, noun)}`
  if (shared === head) return `${integer(head)} of ${count(baseline, noun)}`
  const gone = baseline === shared ? '' : `, ${integer(baseline - shared)} gone`
  return `${count(head, noun)} (${integer(head - shared)} new${gone})`
}
