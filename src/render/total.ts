import type { Report } from '../generated/types.ts'

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

/** Whether there is any usage to show: without it a cost of $0 means nothing. */
export function isMeasured({ head }: Report): boolean {
  return head.calls > 0 || head.total_cost_usd > 0
}
