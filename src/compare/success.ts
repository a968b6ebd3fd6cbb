import type { Ended, Success } from '../generated/types.ts'
import { newcombeInterval, Z_95 } from './shares.ts'
import type { Side } from './side.ts'

/** How the runs of both sides ended, and what a success cost; null where neither side says that of all its runs. */
export function compareSuccess(baseline: Side | null, head: Side): Success | null {
  const [before, after] = [baseline && endedOf(baseline), endedOf(head)]
  if (before === null && after === null) return null
  return { baseline: before, head: after, change: changeOf(baseline, head) }
}

function endedOf({ work, totalUsd }: Side): Ended | null {
  const ends = work?.ends ?? null
  if (ends === null) return null
  const { successes, count } = ends
  const isPriced = (work?.unpricedCalls ?? 0) === 0
  return {
    runs: count,
    successful_runs: successes,
    success_rate: successes / count,
    cost_per_success_usd: isPriced && successes > 0 ? totalUsd / successes : null,
  }
}

function changeOf(baseline: Side | null, head: Side): Success['change'] {
  const [before, after] = [baseline?.work?.ends ?? null, head.work?.ends ?? null]
  const interval = before === null || after === null ? null : newcombeInterval(before, after, Z_95)
  if (before === null || after === null || interval === null) return null
  return { share: after.successes / after.count - before.successes / before.count, ...interval }
}
