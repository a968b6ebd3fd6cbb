import type { CostSummary, RunCosts } from '../../generated/types.ts'
import type { RunBudgetRule } from '../../policy/rule.ts'
import type { ThresholdRule } from '../../policy/whole-rule.ts'
import { count, integer, usd } from '../../words/format.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { judgeEach } from '../subjects/target.ts'

/** Judges the dearest run of each agent that has a limit per run. */
export function judgeRunBudgets(rules: readonly RunBudgetRule[], head: Pick<CostSummary, 'agent_stats'>): Ruling[] {
  return judgeEach(
    rules,
    () => head.agent_stats,
    (rule, agent, { run_costs }) => judgeDearest(rule, agent, run_costs),
  )
}

/** Judges the dearest run of all by the alert thresholds; the subject is that run. */
export function judgeThresholds(rules: readonly ThresholdRule[], head: Pick<CostSummary, 'run_costs'>): Ruling[] {
  return rules.map((rule) => judgeDearest(rule, null, head.run_costs))
}

function judgeDearest(rule: RunBudgetRule | ThresholdRule, agent: string | null, costs: RunCosts): Ruling {
  const { limit, level } = rule
  const { max_usd: actual, max_run_id: runId } = costs
  const prefix = agent === null ? '' : `${agent}: `
  if (actual === null) {
    return leaveUnmatched({ ...cite(rule, agent), message: `${prefix}no call names a run, so there is no cost per run` })
  }
  const run = runId === null ? 'the dearest run' : `run ${runId}`
  const message = `${prefix}${run} cost ${usd(actual, limit)}, limit ${usd(limit, actual)} per run${countOver(costs, limit)}`
  return decide(actual > limit, level, { ...cite(rule, agent ?? runId), message, actual, run_id: runId })
}

function countOver({ costs_usd: listed, count: runs }: RunCosts, limit: number): string {
  const over = Object.values(listed ?? {}).filter((cost) => cost > limit).length
  return over > 1 ? ` (${integer(over)} of ${count(runs, 'run')} are over)` : ''
}
