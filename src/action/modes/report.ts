import { makeReport } from '../../analyse/report/make.ts'
import { InputError } from '../../errors.ts'
import type { CostReport } from '../../generated/types.ts'
import { calendar } from '../../time.ts'
import { daysOf } from '../../usage/days.ts'
import { ALL } from '../../usage/filter.ts'
import type { Job } from '../job.ts'
import { checkedOutFiles } from './review.ts'

/** Reports what the calendar days of a period cost, judged by every limit that needs no baseline. */
export async function report(job: Job): Promise<CostReport> {
  const { settings } = job
  if (settings.since !== null) throw new InputError('since has no meaning with mode: report. Example: report-period: last-7-days')
  const nowMs = job.clock.now()
  const days = daysOf(settings['report-period'], calendar(settings.timezone)(nowMs))
  return makeReport(
    { ...settings, by: settings['report-by'], filter: { ...ALL, ...days }, judges: true },
    { nowMs, onProgress: () => {}, files: await checkedOutFiles(job) },
  )
}
