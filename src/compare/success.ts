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
  if (!work?.ends) return null
  const { successes, count } = work.ends
  return {
    runs: count,
    successful_runs: successes,
    success_rate: successes / count,
    cost_per_success_usd: work.unpricedCalls || successes === 0 ? null : totalUsd / successes,
  }
}

function changeOf(baseline: Side | null, head: Side): Success['change'] {
  const [before, after] = [baseline?.work?.ends, head.work?.ends]
  if (!before || !after) return null
  const interval = newcombeInterval(before, after, Z_95)
  return interval && { share: after.successes / after.count - before.successes / before.count, ...interval }
}
