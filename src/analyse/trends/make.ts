import type { CostTrends } from '../../generated/types.ts'
import { readSpend } from '../../measure/spend.ts'
import type { ReadContext, UsageSettings } from '../../measure/usage.ts'
import { isoTime } from '../../time.ts'
import { type TrendSettings, Trends } from './calendar.ts'
import { TOOL } from './periods.ts'

/** How cost develops per week or day. Reads all usage once. @throws InputError as `readSpend` does. */
export async function traceSpend(settings: UsageSettings & TrendSettings, context: ReadContext, nowMs: number): Promise<CostTrends> {
  const sink = new Trends(settings)
  await readSpend(settings, context, sink)
  return sink.finish(TOOL, isoTime(nowMs))
}
