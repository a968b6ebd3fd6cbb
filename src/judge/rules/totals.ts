import type { CostSummary } from '../../generated/types.ts'
import type { TotalRule } from '../../policy/whole-rule.ts'
import { count, integer, usd } from '../../words/format.ts'
import { cite, decide, type Ruling } from '../ruling.ts'
import { judgeDearestPeriod } from './period-budget.ts'
import { judgePercentile } from './run-percentile.ts'
import { judgePerTask, judgePerTokens } from './unit-cost.ts'

type Judge = (rule: TotalRule, head: CostSummary) => Ruling

/** Judges the limits on everything together. */
export function judgeTotals(rules: readonly TotalRule[], head: CostSummary): Ruling[] {
  return rules.map((rule) => JUDGES[rule.key](rule, head))
}

const JUDGES: Record<TotalRule['key'], Judge> = {
  max_total_cost_usd: (rule, { total_cost_usd: actual }) => {
    const { limit, level } = rule
    const message = `everything cost ${usd(actual, limit)}, limit ${usd(limit, actual)} in all`
    return decide(actual > limit, level, { ...cite(rule, null), message, actual })
  },
  max_total_cost_per_day_usd: (rule, head) => judgeDearestPeriod(rule, null, 'day', head.daily_cost_usd),
  max_total_cost_per_month_usd: (rule, head) => judgeDearestPeriod(rule, null, 'month', head.monthly_cost_usd),
  max_p95_cost_per_run_usd: judgeAllRuns,
  max_p50_cost_per_run_usd: judgeAllRuns,
  max_cost_per_successful_task_usd: (rule, head) => {
    const { runs, successful_tasks: successes, failed_tasks: failures } = head
    return judgePerTask(rule, null, spentOf(head), { runs, successes: successes ?? 0, failures: failures ?? 0 })
  },
  max_cost_per_1k_tokens_usd: (rule, head) => judgePerTokens(rule, null, spentOf(head), head.total_tokens),
  max_unpriced_calls: (rule, { unpriced_calls: actual }) => {
    const message = `${count(actual, 'call')} without a known price, limit ${integer(rule.limit)}`
    return decide(actual > rule.limit, rule.level, { ...cite(rule, null), message, actual })
  },
}

function judgeAllRuns(rule: TotalRule, { run_costs, unpriced_calls }: CostSummary): Ruling {
  return judgePercentile(rule, null, run_costs, unpriced_calls)
}

function spentOf({ total_cost_usd: costUsd, unpriced_calls: unpricedCalls }: CostSummary) {
  return { costUsd, unpricedCalls }
}
