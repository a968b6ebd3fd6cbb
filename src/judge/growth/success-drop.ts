import type { Change, Comparison, Success } from '../../generated/types.ts'
import type { SuccessLimit } from '../../policy/policy.ts'
import { count, percent } from '../../words/format.ts'
import { compareShare } from '../exact.ts'
import { decide, type Facts, leaveUnmatched, type Ruling } from '../ruling.ts'

const UNKNOWN: Success = { baseline: null, head: null, change: null }

/**
 * Judges whether fewer runs succeed than chance explains while the cost does not rise: runs that fail early are cheap. Where one side does not say how
 * all of its runs ended, it is judged only if a policy asks for it, and then unmatched.
 */
export function judgeSuccess(success: Success | null, comparison: Pick<Comparison, 'total'> | null, limit: SuccessLimit | null): Ruling[] {
  const { minDrop, level, policy } = limit ?? { minDrop: null, level: null, policy: null }
  const least = minDrop ?? 0
  const facts: Omit<Facts, 'message'> = {
    rule: 'min_success_rate_drop',
    subject: { kind: 'total', name: null },
    limit: least,
    unit: 'ratio',
    policy,
    approvable: true,
  }
  const { baseline: before, head: after, change } = success ?? UNKNOWN
  if (comparison === null || change === null || before === null || after === null) {
    const why = comparison === null ? 'there is no baseline to compare with' : 'not all runs of both sides say how they ended'
    return minDrop === null ? [] : [leaveUnmatched({ ...facts, message: `success rate: ${why}` })]
  }
  const part = before.successful_runs * after.runs - after.successful_runs * before.runs
  const isLarge = compareShare(part, before.runs * after.runs, least, 1) >= 0
  const isBeyondChance = change.high < 0
  const isBroken = isLarge && isBeyondChance && isNoDearer(comparison.total, before.runs, after.runs)
  const rates = `${percent(after.success_rate * 100)} of ${count(after.runs, 'run')} succeeded, ${percent(before.success_rate * 100)} of ${count(before.runs, 'run')} of the baseline`
  const message = isBroken ? `${rates}: fewer than chance explains, at no higher cost. Runs that fail early are cheap` : rates
  return [decide(isBroken, level ?? 'warning', { ...facts, message, actual: Math.max(0, -change.share) })]
}

/** In all, or per run: more runs that each cost less are cheaper, too. */
function isNoDearer({ baseline_cost_usd: before, head_cost_usd: after }: Change, runs: number, runsNow: number): boolean {
  if (before === null || after === null) return false
  return after <= before || compareShare(after, runsNow, before, runs) <= 0
}
