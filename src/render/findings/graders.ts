import type { Stats } from '../../generated/types.ts'
import { count, usd } from '../../words/format.ts'
import { isUnpriced } from '../changes/models.ts'

/**
 * `Graders, not in these figures: 2 calls, 181 tokens, $0.0001 (baseline: 2 calls, $0.0001)`; null where neither side has any. They are money, too.
 * @param before those of the baseline, where it is known to have some.
 */
export function describeGraders(now: Stats | undefined, before?: Stats): string | null {
  if (now === undefined && before === undefined) return null
  const use = now === undefined ? 'none' : writeUse(now, before)
  const baseline = before === undefined ? '' : ` (baseline: ${count(before.calls, 'call')}, ${writeCost(before, now)})`
  return `Graders, not in these figures: ${use}${baseline}`
}

/** `2 calls, 181 tokens, $0.0001`. @param like what the cost has to read differently from. */
export function writeUse(stats: Stats, like?: Stats): string {
  return `${count(stats.calls, 'call')}, ${count(stats.total_tokens, 'token')}, ${writeCost(stats, like)}`
}

/** `$0.0001`, `at least $0.0001`, or `cost unknown`: what has no known price is no amount, above all not $0. */
function writeCost(stats: Stats, like: Stats | undefined): string {
  if (isUnpriced(stats)) return 'cost unknown'
  return `${(stats.unpriced_calls ?? 0) > 0 ? 'at least ' : ''}${usd(stats.cost_usd, like?.cost_usd)}`
}
