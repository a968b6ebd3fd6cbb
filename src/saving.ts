import { loadAlternatives } from './alternatives.ts'
import type { Savings } from './generated/types.ts'
import { VERSION } from './generated/version.ts'
import { loadPrices, readPricedUsage, type UsageSettings } from './priced.ts'
import { CallWatch } from './savings/calls.ts'
import { findSavings } from './savings/savings.ts'
import type { Settings } from './settings.ts'
import { Counter } from './summarize/counter.ts'
import { Summarizer } from './summarize/summarizer.ts'
import type { Context } from './summary.ts'

export interface SavingSettings extends UsageSettings, Pick<Settings, 'since' | 'timezone'> {
  /** File of alternatives; null: those of the package. */
  readonly alternatives: string | null
  /** Patterns of the steps that can wait; null: all but the interactive ones. */
  readonly batchSteps: readonly string[] | null
}

/** Reads all usage of a workspace once, sums it up, and finds what could have cost less. */
export async function findWorkspaceSavings(settings: SavingSettings, context: Omit<Context, 'nowMs' | 'commit'>): Promise<Savings> {
  const alternatives = await loadAlternatives(settings['working-directory'], settings.alternatives)
  const pricer = await loadPrices(context.files, settings['pricing-path'])
  const summarizer = new Summarizer({ timezone: settings.timezone, sinceMs: settings.since })
  const watch = new CallWatch(alternatives, pricer, settings.since)
  const counter = new Counter(watch)
  let hasSums = false
  for await (const { usage } of readPricedUsage(settings, context)) {
    summarizer.add(usage, pricer)
    // Of a part of the spend only: nobody would expect that of a figure for all of it.
    hasSums ||= usage.type === 'summary'
    if (!hasSums) counter.add(usage, pricer)
  }
  const summary = summarizer.finish({ tool: { name: 'llm-cost-gate', version: VERSION }, commit: null, createdAt: null })
  return findSavings({ summary, pricer, alternatives, calls: hasSums ? null : watch.finish(), batchSteps: settings.batchSteps })
}
