import type { CostSummary } from '../generated/types.ts'
import { VERSION } from '../generated/version.ts'
import type { Settings } from '../settings.ts'
import { Summarizer } from '../summarize/summarizer.ts'
import { isoTime } from '../time.ts'
import { type PricedUsage, type ReadContext, readPricedUsage, type UsageSettings } from './usage.ts'

/** What only the entry knows: the clock, the commit, and who wants to see progress. */
export interface Context extends ReadContext {
  /** Now, milliseconds since 1970. */
  readonly nowMs: number
  /** Commit the usage was recorded on. */
  readonly commit: string | null
}

type SummarySettings = UsageSettings & Pick<Settings, 'since' | 'timezone'>

export interface WorkspaceSummary {
  readonly summary: CostSummary
  /** What calls without a known price mean, as the price catalog says. */
  readonly unknownModel: 'warn' | 'fail'
}

/** Who else looks at the usage while it is read. */
interface Watch {
  add(piece: PricedUsage): void
}

/** Reads all usage of a workspace, prices what has no trustworthy cost, and sums it up. */
export async function summarizeWorkspace(
  settings: SummarySettings,
  context: Context,
  watch: Watch | null = null,
): Promise<WorkspaceSummary> {
  const summarizer = new Summarizer({
    timezone: settings.timezone,
    sinceMs: settings.since,
    checksPrices: context.checksPrices ?? false,
  })
  let unknownModel: WorkspaceSummary['unknownModel'] = 'warn'
  for await (const { usage, pricer } of readPricedUsage(settings, context)) {
    if (pricer !== null) unknownModel = pricer.unknownModel
    summarizer.add(usage, pricer)
    watch?.add({ usage, pricer })
  }
  const summary = summarizer.finish({
    tool: { name: 'llm-cost-gate', version: VERSION },
    commit: context.commit,
    createdAt: isoTime(context.nowMs),
  })
  return { summary, unknownModel }
}
