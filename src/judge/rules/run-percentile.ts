import type { CostSummary, RunCosts } from '../../generated/types.ts'
import type { RunPercentileRule } from '../../policy/rule.ts'
import type { TotalRule } from '../../policy/whole-rule.ts'
import { count, usd } from '../../words/format.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { judgeEach } from '../subjects/target.ts'
import { describeUnpriced } from './unpriced.ts'

/** Beyond so many runs as a summary lists, a percentile comes from a sketch and is within 1 % of that of the runs themselves. */
const SKETCH_ERROR = 0.01

/** Judges what most runs of each agent cost. */
export function judgeRunPercentiles(rules: readonly RunPercentileRule[], head: Pick<CostSummary, 'agent_stats'>): Ruling[] {
  return judgeEach(
    rules,
    () => head.agent_stats,
    (rule, agent, { run_costs, unpriced_calls = 0 }) => judgePercentile(rule, agent, run_costs, unpriced_calls),
  )
}

/**
 * Judges a percentile, by nearest rank: of 10 runs the 95th is the dearest one. What a sketch cannot tell from the limit is not judged.
 * @param agent null: all runs.
 * @param unpricedCalls calls in no amount: while there are any, a run that seems cheap may not be.
 */
export function judgePercentile(rule: RunPercentileRule | TotalRule, agent: string | null, costs: RunCosts, unpricedCalls: number): Ruling {
  const { limit, level } = rule
  const isMedian = rule.key === 'max_p50_cost_per_run_usd'
  const actual = isMedian ? costs.p50_usd : costs.p95_usd
  const prefix = agent === null ? '' : `${agent}: `
  const facts = cite(rule, agent)
  if (actual === null) {
    const reason = costs.count > 0 ? 'nothing says what most runs cost' : 'no call names a run, so there is no cost per run'
    return leaveUnmatched({ ...facts, message: `${prefix}${reason}` })
  }
  const isSketched = costs.sketch !== undefined
  const part = isMedian ? 'half' : '95 %'
  const figures = `${isSketched ? 'about ' : ''}${usd(actual, limit)} at most, limit ${usd(limit, actual)}`
  const message = `${prefix}${part} of ${count(costs.count, 'run')} cost ${figures}`
  const isUnsure = isSketched && actual > limit && actual <= limit * (1 + SKETCH_ERROR)
  if (isUnsure) return leaveUnmatched({ ...facts, message: `${message}; of so many runs it is known to 1 %, so nobody can tell` })
  const isBroken = actual > limit
  if (isBroken || unpricedCalls === 0) return decide(isBroken, level, { ...facts, message, actual })
  return leaveUnmatched({ ...facts, message: `${message}; but ${describeUnpriced(unpricedCalls)}`, actual })
}
