import type { Amounts } from '../../generated/types.ts'
import type { PeriodBudgetRule, PeriodKey } from '../../policy/rule.ts'
import type { TotalRule } from '../../policy/whole-rule.ts'
import { count, integer, usd } from '../../words/format.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { type SubjectStats, type Subjects, subjectsOf } from '../subjects/subjects.ts'
import { judgeEach } from '../subjects/target.ts'
import { addSpend } from '../subjects/together.ts'

const PREPOSITIONS = { day: 'on', month: 'in' } as const
type Period = keyof typeof PREPOSITIONS
const PERIODS = {
  max_cost_per_day_usd: 'day',
  max_daily_spend_usd: 'day',
  max_cost_per_month_usd: 'month',
} as const satisfies Record<PeriodKey, Period>

/** Judges the dearest calendar day or month of each agent, model and customer that has a limit on it. */
export function judgePeriodBudgets(rules: readonly PeriodBudgetRule[], head: Subjects): Ruling[] {
  const judgeOne = (rule: PeriodBudgetRule, name: string, stats: SubjectStats) => {
    const noun = PERIODS[rule.key]
    const amounts = noun === 'day' ? stats.daily_cost_usd : stats.monthly_cost_usd
    if (amounts !== undefined) return judgeDearestPeriod(rule, name, noun, amounts)
    const message = `${name}: nothing says what it cost per ${noun}; summarize its records again`
    return leaveUnmatched({ ...cite(rule, name), message })
  }
  return judgeEach(rules, subjectsOf(head), judgeOne, { add: addSpend })
}

/** Judges the dearest of these days or months; the name is null for everything together. */
export function judgeDearestPeriod(rule: PeriodBudgetRule | TotalRule, name: string | null, noun: Period, amounts: Amounts): Ruling {
  const { limit, level } = rule
  const prefix = name === null ? 'everything' : `${name}:`
  // The first day by date among equals, so that the order of the document changes nothing.
  const entries = Object.entries(amounts).sort(([a, spentA], [b, spentB]) => spentB - spentA || (a < b ? -1 : 1))
  const [dearest] = entries
  if (dearest === undefined) {
    const reason = `no call has a time, so there is no cost per ${noun}`
    return leaveUnmatched({ ...cite(rule, name), message: name === null ? reason : `${name}: ${reason}` })
  }
  const [period, actual] = dearest
  const over = entries.filter(([, spent]) => spent > limit).length
  const others = over > 1 ? ` (${integer(over)} of ${count(entries.length, noun)} are over)` : ''
  const message = `${prefix} cost ${usd(actual, limit)} ${PREPOSITIONS[noun]} ${period}, limit ${usd(limit, actual)} per ${noun}${others}`
  return decide(actual > limit, level, { ...cite(rule, name), message, actual, period })
}
