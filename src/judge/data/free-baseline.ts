import type { Change, Comparison, CostSummary } from '../../generated/types.ts'
import { count } from '../../words/format.ts'
import { find, type Ruling } from '../ruling.ts'

/**
 * Judges a baseline that has calls and cost nothing: whatever wrote it did most likely not record what they cost, and nothing can be compared with
 * it. Calls that their price makes free are no mistake.
 * @param before the cost summary behind the baseline, where there is one.
 */
export function judgeFreeBaseline(comparison: Pick<Comparison, 'total' | 'models'> | null, before: CostSummary | null): Ruling[] {
  const costUsd = comparison?.total.baseline_cost_usd
  const calls = comparison?.total.baseline_calls ?? sumCalls(comparison?.models ?? [])
  if (costUsd !== 0 || calls === 0 || (before !== null && isFree(before))) return []
  const message = `the baseline has ${count(calls, 'call')} that cost $0 together, so no growth can be seen; record it again from usage that has tokens or costs`
  return [find('warning', { rule: 'free_baseline', subject: { kind: 'data', name: null }, message })]
}

/** Of a baseline that gives calls for its models alone. */
function sumCalls(models: readonly Change[]): number {
  return models.reduce((sum, { baseline_calls: calls }) => sum + (calls ?? 0), 0)
}

/** Whether tokens were used, and each call has a price, which is 0, or failed. */
function isFree({
  total_cost_usd: costUsd,
  total_tokens: tokens,
  calls,
  failed_calls: failed,
  unpriced_calls: unpriced,
  pricing,
}: CostSummary): boolean {
  return costUsd === 0 && tokens > 0 && unpriced === 0 && pricing.priced_calls + failed >= calls
}
