import type { Amounts, CostSummary, DatedStats } from '../generated/types.ts'
import { count, usd } from '../render/format.ts'
import type { PeriodBudgetRule, PeriodKey } from './rule.ts'
import { cite, decide, leaveUnmatched, type Ruling } from './ruling.ts'
import { judgeEach } from './target.ts'

const DAY = { noun: 'day', preposition: 'on', amounts: 'daily_cost_usd' } as const
const MONTH = { noun: 'month', preposition: 'in', amounts: 'monthly_cost_usd' } as const
const PERIODS = {
  max_cost_per_day_usd: DAY,
  max_daily_spend_usd: DAY,
  max_cost_per_month_usd: MONTH,
} as const satisfies Record<PeriodKey, typeof DAY | typeof MONTH>

/** Judges the dearest calendar day or month of each agent and model that has a limit on it. */
export function judgePeriodBudgets(rules: readonly PeriodBudgetRule[], head: Pick<CostSummary, 'agent_stats' | 'model_stats'>): Ruling[] {
  const subjectsOf = (kind: PeriodBudgetRule['kind']) => (kind === 'agent' ? head.agent_stats : head.model_stats)
  return judgeEach(rules, subjectsOf, (rule, name, stats: DatedStats) => judgeDearest(rule, name, stats[PERIODS[rule.key].amounts]))
}

function judgeDearest(rule: PeriodBudgetRule, name: string, amounts: Amounts): Ruling {
  const { limit, level } = rule
  const { noun, preposition } = PERIODS[rule.key]
  // The first day by date among equals, so that the order of the document changes nothing.
  const entries = Object.entries(amounts).sort(([a, spentA], [b, spentB]) => spentB - spentA || (a < b ? -1 : 1))
  const [dearest] = entries
  if (dearest === undefined) {
    return leaveUnmatched({ ...cite(rule, name), message: `${name}: no call has a time, so there is no cost per ${noun}` })
  }
  const [period, actual] = dearest
  const over = entries.filter(([, spent]) => spent > limit).length
  const others = over > 1 ? ` (${over} of ${count(entries.length, noun)} are over)` : ''
  const message = `${name}: cost ${usd(actual, limit)} ${preposition} ${period}, limit ${usd(limit, actual)} per ${noun}${others}`
  return decide(actual > limit, level, { ...cite(rule, name), message, actual, period })
}
