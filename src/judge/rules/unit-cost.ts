import type { AgentStats, CostSummary } from '../../generated/types.ts'
import type { FigureRule, TaskCostRule } from '../../policy/rule.ts'
import type { TotalRule } from '../../policy/whole-rule.ts'
import { count, usd } from '../../words/format.ts'
import { compareShare } from '../exact.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { type Subjects, subjectsOf } from '../subjects/subjects.ts'
import { judgeEach } from '../subjects/target.ts'
import { describeUnpriced } from './unpriced.ts'

type UnitRule = FigureRule<'max_cost_per_1k_tokens_usd'> | TaskCostRule | TotalRule

/** What a unit cost is made of. */
interface Spent {
  readonly costUsd: number
  /** Calls in no amount: while there are any, a cost that seems low may not be. */
  readonly unpricedCalls: number
}

interface Ends {
  readonly runs: number
  readonly successes: number
  readonly failures: number
}

/** Judges what 1,000 tokens of each agent, model, step or customer cost. */
export function judgeTokenCosts(rules: readonly FigureRule<'max_cost_per_1k_tokens_usd'>[], head: Subjects): Ruling[] {
  return judgeEach(rules, subjectsOf(head), (rule, name, stats) =>
    judgePerTokens(rule, name, { costUsd: stats.cost_usd, unpricedCalls: stats.unpriced_calls ?? 0 }, stats.total_tokens),
  )
}

/** Judges what a successful run of each agent cost. */
export function judgeTaskCosts(rules: readonly TaskCostRule[], head: Pick<CostSummary, 'agent_stats'>): Ruling[] {
  return judgeEach(
    rules,
    () => head.agent_stats,
    (rule, name, stats: AgentStats) => {
      const ends = { runs: stats.run_costs.count, successes: stats.successful_tasks ?? 0, failures: stats.failed_tasks ?? 0 }
      return judgePerTask(rule, name, { costUsd: stats.cost_usd, unpricedCalls: stats.unpriced_calls ?? 0 }, ends)
    },
  )
}

/** @param name null: everything together. */
export function judgePerTokens(rule: UnitRule, name: string | null, spent: Spent, tokens: number): Ruling {
  const prefix = name === null ? '' : `${name}: `
  if (tokens === 0) return leaveUnmatched({ ...cite(rule, name), message: `${prefix}there are no tokens, so there is no cost per token` })
  return judgeUnit(rule, { name, spent, units: tokens, per: 1000, of: `1,000 of ${count(tokens, 'token')}` })
}

/** @param name null: everything together. */
export function judgePerTask(rule: UnitRule, name: string | null, spent: Spent, { runs, successes, failures }: Ends): Ruling {
  const facts = cite(rule, name)
  const prefix = name === null ? '' : `${name}: `
  if (runs === 0 || successes + failures < runs) {
    const known = runs === 0 ? 'there are no runs' : `${count(successes + failures, 'run')} of ${count(runs, 'run')} say how they ended`
    return leaveUnmatched({ ...facts, message: `${prefix}${known}, so there is no cost per successful task` })
  }
  if (successes === 0) {
    const message = `${prefix}none of ${count(runs, 'run')} succeeded, and they cost ${usd(spent.costUsd)}`
    return spent.costUsd > 0 ? decide(true, rule.level, { ...facts, message }) : leaveUnmatched({ ...facts, message })
  }
  return judgeUnit(rule, { name, spent, units: successes, per: 1, of: `each of ${count(successes, 'successful task')}` })
}

interface Unit {
  readonly name: string | null
  readonly spent: Spent
  /** How many were paid for. */
  readonly units: number
  /** How many of them the limit is about. */
  readonly per: number
  readonly of: string
}

function judgeUnit(rule: UnitRule, { name, spent, units, per, of }: Unit): Ruling {
  const { limit, level } = rule
  const actual = (spent.costUsd / units) * per
  const isBroken = compareShare(spent.costUsd, units, limit, per) > 0
  const prefix = name === null ? '' : `${name}: `
  const message = `${prefix}${of} cost ${usd(actual, limit)} on average, limit ${usd(limit, actual)}`
  const facts = { ...cite(rule, name), message, actual }
  if (isBroken || spent.unpricedCalls === 0) return decide(isBroken, level, facts)
  return leaveUnmatched({ ...facts, message: `${message}; but ${describeUnpriced(spent.unpricedCalls)}` })
}
