import type { Report } from '../../generated/types.ts'
import { signedPercent, signedUsd, usd } from '../../words/format.ts'

/** Baseline and head as one change of the total, in US dollars and percent. */
export interface Total {
  readonly before: number
  readonly after: number
  readonly delta: number
  /** null: a baseline of $0 has no percentage. */
  readonly percent: number | null
}

/** The change of the total, or null where there is no baseline to compare with. */
export function totalOf({ comparison, head }: Report): Total | null {
  const before = comparison?.total.baseline_cost_usd ?? null
  if (comparison === null || before === null) return null
  const { delta_usd: delta, percent } = comparison.total
  return { before, after: head.total_cost_usd, delta, percent }
}

/** Whether more was spent than the total says: calls without a known price, and records that could not be read, are in no amount. */
export function isFloor({ head }: Pick<Report, 'head'>): boolean {
  return head.unpriced_calls > 0 || head.quality.invalid_records > 0
}

/** The same of the baseline. */
export function isBaselineFloor({ baseline }: Pick<Report, 'baseline'>): boolean {
  return (baseline.unpriced_calls ?? 0) > 0 || (baseline.invalid_records ?? 0) > 0
}

/** What the baseline cost: `$0.40`, or `at least $0.40`. */
export function writeBefore(report: Pick<Report, 'baseline'>, before: number, like?: number): string {
  return `${isBaselineFloor(report) ? 'at least ' : ''}${usd(before, like)}`
}

/** What was spent: `$0.40`, or `at least $0.40`. */
export function writeSpend(report: Pick<Report, 'head'>, like?: number): string {
  return `${isFloor(report) ? 'at least ' : ''}${usd(report.head.total_cost_usd, like)}`
}

/** Words before a change that is only bounded: more may be in no amount on one side; null where nobody can say how much it was. */
export function boundOf(report: Report, delta: number): '' | 'at least ' | 'at most ' | null {
  const [isAfter, isBefore] = [isFloor(report), isBaselineFloor(report)]
  if (isAfter && isBefore) return null
  if (isBefore) return delta === 0 ? null : 'at most '
  if (!isAfter) return ''
  return delta > 0 ? 'at least ' : null
}

/** `$0.40 → $0.60 (+$0.20)`, or `$0.40 → at least $0.10`: what is in no amount may be more than what seems to be saved. */
export function writeMove(report: Report, { before, delta }: Total, strong: (words: string) => string): string {
  const move = `${writeBefore(report, before, report.head.total_cost_usd)} → ${writeSpend(report, before)}`
  const bound = boundOf(report, delta)
  return bound === null ? strong(move) : `${strong(move)} (${bound}${signedUsd(delta)})`
}

/** `+30 %`; null where nobody can say: of a baseline of $0, and where what is in no amount may be more than what seems to be saved. */
export function writeGrowth(report: Report, { delta, percent }: Total): string | null {
  const bound = boundOf(report, delta)
  return percent === null || bound === null ? null : `${bound}${signedPercent(percent, report.settings.max_increase_percent)}`
}

/** `+$0.20 (+30 %)`; null where nobody can say, as `writeGrowth`. */
export function writeChange(report: Report, { delta, percent }: Total): string | null {
  const bound = boundOf(report, delta)
  if (percent === null || bound === null) return null
  return `${bound}${signedUsd(delta)} (${signedPercent(percent, report.settings.max_increase_percent)})`
}

/** Whether there is any usage to show: without it a cost of $0 means nothing. */
export function isMeasured({ head }: Report): boolean {
  return head.calls > 0 || head.total_cost_usd > 0
}
