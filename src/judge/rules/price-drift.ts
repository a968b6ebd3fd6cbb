import type { CostSummary, ModelStats, PriceCheck } from '../../generated/types.ts'
import type { FigureRule } from '../../policy/rule.ts'
import { differenceUsd } from '../../usage/money.ts'
import { count, integer, percent, usd } from '../../words/format.ts'
import { compareShare } from '../exact.ts'
import { cite, decide, type Facts, leaveUnmatched, type Ruling } from '../ruling.ts'
import { judgeEach } from '../subjects/target.ts'

type DriftRule = FigureRule<'max_price_drift_percent'>

/**
 * Judges how far the costs that writers recorded are from tokens times list price, per model. Above is a dearer price, below a cheaper one
 * or a cost that somebody made up: both count. Costs from the catalog cannot drift, and a model without a list price is not judged.
 */
export function judgePriceDrift(rules: readonly DriftRule[], head: Pick<CostSummary, 'model_stats' | 'pricing'>): Ruling[] {
  const priced = new Map(Object.entries(head.pricing.models))
  return judgeEach(
    rules,
    () => head.model_stats,
    (rule, name, stats: ModelStats) => judgeModel(rule, name, stats, priced.get(name)?.calls ?? 0),
  )
}

function judgeModel(rule: DriftRule, name: string, stats: ModelStats, pricedCalls: number): Ruling {
  const { price_check: check, calls, unpriced_calls: unpriced = 0 } = stats
  const recorded = Math.max(0, calls - pricedCalls - unpriced)
  if (check === undefined) {
    const reason = recorded === 0 ? 'no call has a recorded cost' : 'its recorded costs were not compared with any list price'
    return leaveUnmatched({ ...cite(rule, name), message: `${name}: ${reason}` })
  }
  const drift = Math.abs(differenceUsd(check.recorded_usd, check.list_usd))
  const isBroken = compareShare(drift, check.list_usd, rule.limit, 100) > 0
  const actual = drift === 0 ? 0 : check.list_usd === 0 ? null : (drift / check.list_usd) * 100
  const facts: Facts = { ...cite(rule, name), message: describe(name, check, actual, rule.limit), actual }
  if (isBroken || check.calls >= recorded) return decide(isBroken, rule.level, facts)
  const rest = `only ${count(check.calls, 'call')} of ${integer(recorded)} could be compared`
  return leaveUnmatched({ ...facts, message: `${facts.message}; ${rest}` })
}

function describe(
  name: string,
  { calls, recorded_usd: recorded, list_usd: list }: PriceCheck,
  actual: number | null,
  limit: number,
): string {
  const side = recorded > list ? 'above' : 'below'
  const size = actual === 0 ? 'as at' : actual === null ? 'above' : `${percent(actual, limit)} ${side}`
  const bound = percent(limit, actual ?? undefined)
  return `${name}: ${count(calls, 'call')} recorded at ${usd(recorded, list)}, ${size} list price (${usd(list, recorded)}), limit ${bound} either way`
}
