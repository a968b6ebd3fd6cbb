import type { BaselineUsed, Comparison, CostSummary } from '../../generated/types.ts'
import { count, integer } from '../../words/format.ts'
import { decide, type Ruling } from '../ruling.ts'

/** Shares of calls further apart than this are not alike. Percentage points. */
const ALIKE = 10

/** Calls that a cache on disk answered, of all calls of a side; null: the baseline does not say. */
type Now = { readonly cached: number; readonly calls: number }
type Before = { readonly cached: number; readonly calls: number | null }

/**
 * Judges whether a cache on disk answered calls on one side that were paid for on the other: what the one seems to save, or to cost more, is the cache.
 * Nothing where no call was answered so, or there is nothing to compare with.
 */
export function judgeDiskCache(
  head: Pick<CostSummary, 'calls' | 'from_disk_calls'>,
  comparison: Pick<Comparison, 'total'> | null,
  baseline: Pick<BaselineUsed, 'from_disk_calls'>,
): Ruling[] {
  const now = { cached: head.from_disk_calls ?? 0, calls: head.calls }
  if (comparison === null || comparison.total.baseline_cost_usd === null) return []
  const before = { cached: baseline.from_disk_calls ?? 0, calls: comparison.total.baseline_calls }
  if (now.cached + before.cached === 0) return []
  const isBroken = !isAlike(now, before)
  const shares = `${describeNow(now)} answered from a cache on disk in this run, ${describeBefore(before)} in the baseline`
  const again = before.cached > 0 ? ', and record the baseline again' : ''
  const message = isBroken
    ? `${shares}: the comparison says nothing about them; run promptfoo with --no-cache${again}`
    : `${shares}: about the same share`
  return [decide(isBroken, 'warning', { rule: 'disk_cached', subject: { kind: 'data', name: null }, message })]
}

function isAlike(now: Now, before: Before): boolean {
  if (now.cached === 0 || before.cached === 0) return false
  const callsBefore = before.calls ?? before.cached
  // Without a quotient, which is rounded.
  return 100 * Math.abs(now.cached * callsBefore - before.cached * now.calls) <= ALIKE * now.calls * callsBefore
}

function describeNow({ cached, calls }: Now): string {
  return `${integer(cached)} of ${count(calls, 'call')} ${cached === 1 || calls === 1 ? 'was' : 'were'}`
}

function describeBefore({ cached, calls }: Before): string {
  if (calls !== null) return `${integer(cached)} of ${integer(calls)}`
  return cached === 0 ? 'none that is known' : integer(cached)
}
