import { traceHistory } from '../../analyse/trends/history.ts'
import { traceSpend } from '../../analyse/trends/make.ts'
import { MOST_DAYS, MOST_WEEKS, TOOL, TRENDS_BY, WEEKS } from '../../analyse/trends/periods.ts'
import { InputError } from '../../errors.ts'
import type { CostTrends } from '../../generated/types.ts'
import { isoTime } from '../../time.ts'
import { checkSummary } from '../documents.ts'
import type { TrendsOptions } from './options.ts'
import { choose, quietContext, readNumber, select } from './select.ts'

export async function traceTrends({ by: wanted, weeks, days, baseline, ...options }: TrendsOptions): Promise<CostTrends> {
  const by = choose('by', TRENDS_BY, 'total', wanted)
  const periods = [readNumber('weeks', weeks, MOST_WEEKS, WEEKS), readNumber('days', days, MOST_DAYS, 14)] as const
  if (periods[0] !== null && periods[1] !== null) throw new InputError('weeks and days exclude each other. Example: weeks: 4')
  const nowMs = Date.now()
  if (baseline !== undefined) {
    const other = Object.entries({ ...options, weeks, days }).find(([, value]) => value !== undefined)?.[0]
    if (other !== undefined)
      throw new InputError(`${other} needs records; baseline has a history, with one total per record. Example: baseline, by: 'agent'`)
    return traceHistory(checkSummary(baseline, 'baseline'), by, TOOL, isoTime(nowMs))
  }
  const { settings, filter } = select(options, ['by', 'weeks', 'days', 'baseline'])
  if (filter.since !== null)
    throw new InputError('since is no option of trends: they end at until, and weeks or days say how many. Example: weeks: 4')
  const unit = periods[1] === null ? 'week' : 'day'
  return traceSpend({ ...settings, by, unit, periods: periods[1] ?? periods[0] ?? WEEKS, filter }, quietContext(settings), nowMs)
}
