import type { Comparison, Success } from '../../generated/types.ts'
import type { SuccessLimit } from '../../policy/policy.ts'
import { count, percent } from '../../words/format.ts'
import { compareShare, toInteger } from '../exact.ts'
import { decide, type Facts, leaveUnmatched, type Ruling } from '../ruling.ts'

const AMOUNT_DECIMALS = 12

/**
 * Judges whether fewer runs succeed than chance explains while the cost does not rise: runs that fail early are cheap. Where one side does not say how
 * all of its runs ended, it is judged only if a policy asks for it, and then unmatched.
 */
export function judgeSuccess(
  success: Success | null,
  comparison: Pick<Comparison, 'total' | 'figures'> | null,
  limit: SuccessLimit | null,
): Ruling[] {
  const { minDrop, level, policy } = limit ?? { minDrop: null, level: null, policy: null }
  const facts: Omit<Facts, 'message'> = {
    rule: 'min_success_rate_drop',
    subject: { kind: 'total', name: null },
    limit: minDrop ?? 0,
    unit: 'ratio',
    policy,
    approvable: true,
  }
  const { baseline: before = null, head: after = null, change = null } = success ?? {}
  if (comparison === null || before === null || after === null || change === null) {
    const why = comparison === null ? 'there is no baseline to compare with' : 'not all runs of both sides say how they ended'
    return minDrop === null ? [] : [leaveUnmatched({ ...facts, message: `success rate: ${why}` })]
  }
  const part = before.successful_runs * after.runs - after.successful_runs * before.runs
  const isLarge = part > 0 && compareShare(part, before.runs * after.runs, minDrop ?? 0, 1) >= 0
  const isBeyondChance = change.high < 0
  const isBroken = isLarge && isBeyondChance && isNoDearer(comparison)
  const rates = `${percent(after.success_rate * 100)} of ${count(after.runs, 'run')} succeeded, ${percent(before.success_rate * 100)} of ${count(before.runs, 'run')} of the baseline`
  const message = isBroken ? `${rates}: fewer than chance explains, at no higher cost. Runs that fail early are cheap` : rates
  return [decide(isBroken, level ?? 'warning', { ...facts, message, actual: Math.max(0, -change.share) })]
}

/** In all, or per run: more runs that each cost less are cheaper, too. */
function isNoDearer({ total, figures }: Pick<Comparison, 'total' | 'figures'>): boolean {
  const [before, after] = [total.baseline_cost_usd ?? 0, total.head_cost_usd ?? 0]
  const { baseline: runs, head: runsNow } = figures.runs
  if (after <= before || runs === null || runsNow === null) return after <= before
  return toInteger(after, AMOUNT_DECIMALS) * BigInt(runs) <= toInteger(before, AMOUNT_DECIMALS) * BigInt(runsNow)
}
