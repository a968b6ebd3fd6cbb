import type { CostSummary } from '../../generated/types.ts'
import { isPeriodBudget, type Rule } from '../../policy/rule.ts'
import { differenceUsd, sumUsd } from '../../usage/money.ts'
import { count, usd } from '../../words/format.ts'
import { isRounding } from '../exact.ts'
import { find, type Ruling } from '../ruling.ts'

/** Limits about agents that are no budgets; the last one is about the very calls that name none. */
const NO_BUDGETS: readonly Rule['key'][] = ['max_increase_percent', 'require_approval', 'max_unattributed_percent']

/** Calls that some limits cannot see. */
interface Outside {
  readonly calls: number
  readonly costUsd: number
  /** What they lack, and which limits that are: `names no agent, so no limit on an agent saw it`. */
  readonly lack: (isOne: boolean) => string
}

type Told = Pick<CostSummary, 'calls' | 'total_cost_usd' | 'agent_stats' | 'run_costs' | 'quality'>

/** Says once which calls no budget saw, because they have no agent, run or time, where the policy has budgets that need one. */
export function judgeOutside(rules: readonly Rule[], head: Told): Ruling[] {
  const parts = [withoutAgent(rules, head), withoutRun(rules, head), withoutTime(rules, head)].filter((part) => part !== null)
  const found = parts.filter(({ calls }) => calls > 0)
  if (found.length === 0) return []
  const said = found.map(({ calls, costUsd, lack }) => `${count(calls, 'call')} for ${usd(costUsd)} ${lack(calls === 1)}`)
  return [find('notice', { rule: 'outside_budgets', subject: { kind: 'data', name: null }, message: said.join('; ') })]
}

function withoutAgent(rules: readonly Rule[], { calls, total_cost_usd: total, agent_stats }: Told): Outside | null {
  if (!rules.some(({ kind, key }) => kind === 'agent' && !NO_BUDGETS.includes(key))) return null
  const agents = Object.values(agent_stats)
  const named = agents.reduce((sum, stats) => sum + stats.calls, 0)
  const lack = (isOne: boolean) => `${isOne ? 'names' : 'name'} no agent, so no limit on an agent saw ${isOne ? 'it' : 'them'}`
  return { calls: calls - named, costUsd: rest(total, sumUsd(agents.map(({ cost_usd }) => cost_usd))), lack }
}

function withoutRun(rules: readonly Rule[], { total_cost_usd: total, run_costs, quality }: Told): Outside | null {
  if (!rules.some(({ key }) => key.endsWith('_cost_per_run_usd'))) return null
  const lack = (isOne: boolean) => `${isOne ? 'names' : 'name'} no run, so no limit on a run saw ${isOne ? 'it' : 'them'}`
  return { calls: quality.records_without_run, costUsd: rest(total, run_costs.total_usd), lack }
}

function withoutTime(rules: readonly Rule[], { quality }: Told): Outside | null {
  const isPeriod = (rule: Rule) =>
    isPeriodBudget(rule) || rule.key === 'max_total_cost_per_day_usd' || rule.key === 'max_total_cost_per_month_usd'
  if (quality.without_time === undefined || !rules.some(isPeriod)) return null
  const { calls, cost_usd: costUsd } = quality.without_time
  const lack = (isOne: boolean) => `${isOne ? 'has' : 'have'} no time, so no limit on a day or month saw ${isOne ? 'it' : 'them'}`
  return { calls, costUsd, lack }
}

/** What is left of a total; doubles of large sums may leave next to nothing. */
function rest(total: number, part: number): number {
  const difference = differenceUsd(total, part)
  return isRounding(difference, total) ? 0 : difference
}
