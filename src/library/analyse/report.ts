import { makeReport } from '../../analyse/report/make.ts'
import { InputError, shown } from '../../errors.ts'
import type { CostReport } from '../../generated/types.ts'
import { calendar } from '../../time.ts'
import { daysOf, NO_PERIOD, PERIOD, REPORT_BY } from '../../usage/days.ts'
import type { Filter } from '../../usage/filter.ts'
import type { ReportOptions } from './options.ts'
import { choose, quietContext, select } from './select.ts'

export async function reportSpend({ by, period, ...options }: ReportOptions): Promise<CostReport> {
  const { settings, filter } = select(options, ['by', 'period'])
  const nowMs = Date.now()
  return makeReport(
    {
      ...settings,
      by: choose('by', REPORT_BY, 'agent', by),
      filter: within(filter, period, calendar(settings.timezone)(nowMs)),
      judges: false,
    },
    { ...quietContext(settings), nowMs },
  )
}

function within(filter: Filter, period: unknown, today: string): Filter {
  if (period === undefined) return filter
  if (typeof period !== 'string' || !PERIOD.test(period))
    throw new InputError(`period ${NO_PERIOD}, got ${shown(period)}. Example: period: 'last-7-days'`)
  if (filter.since !== null || filter.until !== null)
    throw new InputError("period and since or until name the time twice: leave one out. Example: period: 'last-7-days'")
  return { ...filter, ...daysOf(period, today) }
}
