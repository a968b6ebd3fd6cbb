import type { ReportBy } from '../generated/types.ts'
import { firstDay, periodOf } from './calendar.ts'
import type { Bound } from './filter.ts'

export const REPORT_BY = ['agent', 'model', 'customer', 'step', 'case', 'run', 'day'] as const satisfies readonly ReportBy[]

/** Calendar days that a report may be about, as inputs and flags name them. */
export const PERIOD = /^(yesterday|today|this-month|last-month|all|last-([1-9]\d{0,2})-days)$/
/** What is wrong where it does not match. */
export const NO_PERIOD = 'must be yesterday, today, last-7-days (or another number of days up to 999), this-month, last-month or all'

/** The first and the last day; null: there is no such bound. */
export interface Days {
  readonly since: Bound | null
  readonly until: Bound | null
}

/**
 * The days of a period that matches PERIOD.
 * @param today YYYY-MM-DD. It is in `today` and `this-month` only: all other days are over.
 */
export function daysOf(period: string, today: string): Days {
  const month = `${today.slice(0, 7)}-01`
  if (period === 'all') return { since: null, until: null }
  if (period === 'today') return days(today, today)
  if (period === 'this-month') return days(month, today)
  const endOfLastMonth = plus(month, -1)
  if (period === 'last-month') return days(`${endOfLastMonth.slice(0, 7)}-01`, endOfLastMonth)
  const count = Number(PERIOD.exec(period)?.[2] ?? 1)
  return days(plus(today, -count), plus(today, -1))
}

function days(first: string, last: string): Days {
  return { since: { day: first }, until: { day: last } }
}

function plus(day: string, days: number): string {
  return firstDay(periodOf(day, 'day') + days, 'day')
}
