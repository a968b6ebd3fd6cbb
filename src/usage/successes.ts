import type { FlowSummary } from '../generated/types.ts'

/** How many runs of a flow summary succeeded; null where it does not say. Its writers may leave out the number, or the share. */
export function successesOf({ runs, successes, success_rate: share }: FlowSummary): number | null {
  return successes ?? (share === undefined ? null : Math.round(runs * share))
}
