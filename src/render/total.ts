import type { Report } from '../generated/types.ts'
import { signedPercent, signedUsd, usd } from './format.ts'

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

/** Whether more was spent than the total says: calls without a known price are in no amount. */
export function isFloor({ head }: Pick<Report, 'head'>): boolean {
  return head.unpriced_calls > 0
}

/** What was spent: `$0.40`, or `at least $0.40`. */
export function writeSpend(report: Pick<Report, 'head'>, like?: number): string {
  return `${isFloor(report) ? 'at least ' : ''}${usd(report.head.total_cost_usd, like)}`
}

/** `$0.40 → $0.60 (+$0.20)`, or `$0.40 → at least $0.10`: what is in no amount may be more than what seems to be saved. */
export function writeMove(report: Report, { before, delta }: Total, strong: (words: string) => string): string {
  const move = `${usd(before, report.head.total_cost_usd)} → ${writeSpend(report, before)}`
  if (!isFloor(report)) return `${strong(move)} (${signedUsd(delta)})`
  return delta > 0 ? `${strong(move)} (at least ${signedUsd(delta)})` : strong(move)
}

/** `+30 %`; null where nobody can say: of a baseline of $0, and where what is in no amount may be more than what seems to be saved. */
export function writeGrowth(report: Report, { delta, percent }: Total): string | null {
  if (percent === null || (isFloor(report) && delta <= 0)) return null
  return `${isFloor(report) ? 'at least ' : ''}${signedPercent(percent, report.settings.max_increase_percent)}`
}

/** Whether there is any usage to show: without it a cost of $0 means nothing. */
export function isMeasured({ head }: Report): boolean {
  return head.calls > 0 || head.total_cost_usd > 0
}
