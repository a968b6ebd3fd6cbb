import type { Comparison, CostSummary, Explanation } from '../../generated/types.ts'
import type { TokensRule } from '../../policy/whole-rule.ts'
import { count, integer, percent, usd } from '../../words/format.ts'
import { compareShare } from '../exact.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { exceedsIncrease } from './increase.ts'
import type { RegressionLimits } from './regression.ts'

/** Judges the growth of all tokens together over the baseline, whatever they cost. */
export function judgeTokens(rules: readonly TokensRule[], comparison: Pick<Comparison, 'total'> | null): Ruling[] {
  return rules.map((rule) => {
    const facts = cite(rule, null)
    if (comparison === null) return leaveUnmatched({ ...facts, message: 'tokens: there is no baseline to compare with' })
    const { baseline_tokens: before, head_tokens: after, head_calls: calls } = comparison.total
    if (calls === 0) return leaveUnmatched({ ...facts, message: 'tokens: there are no calls to compare' })
    if (before === null || after === null) return leaveUnmatched({ ...facts, message: 'tokens: the baseline does not say how many it had' })
    const actual = before === 0 ? null : ((after - before) / before) * 100
    const message = `tokens: ${describe(before, after, rule.limit)}, limit ${percent(rule.limit, actual ?? undefined)}`
    return decide(isAbove(before, after, rule.limit), rule.level, { ...facts, message, actual })
  })
}

/**
 * Warns where lower prices hide that more is used: there are more tokens by more than the limit on the total, head at the prices of the baseline would
 * have broken that limit, and as it is it has not. More of cheaper tokens (of a cache, of a cheaper model) break no limit at any price, and are no such
 * thing. Nothing where a limit on tokens says what is too much, where prices are not known, and where a cache on disk answered some calls for nothing.
 */
export function judgeHiddenTokens(
  { maxIncreasePercent: limit, minIncreaseUsd: minUsd }: Pick<RegressionLimits, 'maxIncreasePercent' | 'minIncreaseUsd'>,
  { total }: Pick<Comparison, 'total'>,
  explanation: Pick<Explanation, 'head_at_baseline_rates_usd'> | null,
  { from_disk_calls: fromDisk = 0 }: Pick<CostSummary, 'from_disk_calls'>,
): Ruling[] {
  const { baseline_cost_usd: before, head_cost_usd: after, baseline_tokens: tokensBefore, head_tokens: tokens } = total
  if (explanation === null || fromDisk > 0) return []
  // What cost nothing has no prices, and of no tokens nothing is more.
  if (!before || after === null || !tokensBefore || tokens === null) return []
  const { head_at_baseline_rates_usd: atOldRates } = explanation
  const increase = { percent: limit, minUsd }
  const isHidden =
    isAbove(tokensBefore, tokens, limit) && !exceedsIncrease(before, after, increase) && exceedsIncrease(before, atOldRates, increase)
  if (!isHidden) return []
  const message = `lower prices hide that more is used: ${describe(tokensBefore, tokens, limit)}; at the prices of the baseline this run had cost ${usd(atOldRates, after)}, ${writeIncreases(before, after, atOldRates, limit)}`
  return [decide(true, 'warning', { rule: 'tokens_increase', subject: { kind: 'data', name: null }, message })]
}

function isAbove(before: number, after: number, limit: number): boolean {
  return compareShare(after - before, before, limit, 100) > 0
}

function describe(before: number, after: number, limit: number): string {
  if (before === after) return `${count(after, 'token')}, as many as in the baseline`
  if (before === 0) return `${count(after, 'token')}, and the baseline has none`
  const size = percent(Math.abs((after - before) / before) * 100, limit)
  return `${count(after, 'token')}, ${size} ${after > before ? 'more' : 'fewer'} than the ${integer(before)} of the baseline`
}

function writeIncreases(before: number, after: number, atOldRates: number, limit: number): string {
  const sizeOf = (amount: number) => percent((Math.abs(amount - before) / before) * 100, limit)
  return `${sizeOf(atOldRates)} more than it, and not ${sizeOf(after)} ${after < before ? 'less' : 'more'}; limit ${percent(limit)}`
}
