import { loadAlternatives } from './alternatives.ts'
import type { CostSummary, Savings } from './generated/types.ts'
import { VERSION } from './generated/version.ts'
import { once } from './once.ts'
import { loadPrices, type PricedUsage, readPricedUsage, type UsageSettings } from './priced.ts'
import type { Pricer } from './record.ts'
import type { Alternatives } from './savings/alternatives.ts'
import { CallWatch } from './savings/calls.ts'
import { findSavings } from './savings/savings.ts'
import type { Settings } from './settings.ts'
import { Counter } from './summarize/counter.ts'
import { Summarizer } from './summarize/summarizer.ts'
import type { Context } from './summary.ts'

export interface SavingSettings extends Pick<Settings, 'since' | 'alternatives-path' | 'working-directory'> {
  /** Patterns of the steps that can wait; null: all but the interactive ones. */
  readonly batchSteps: readonly string[] | null
}

/** Watches usage while it is summed up, for what could have cost less. */
export class SavingsWatch {
  private readonly batchSteps: readonly string[] | null
  private readonly alternatives: Alternatives
  private readonly pricer: Pricer
  private readonly calls: CallWatch
  private readonly counter: Counter
  /** Whether there are sums without records: of a part of the spend only, nobody would expect a figure for all of it. */
  private hasSums = false

  constructor(settings: SavingSettings, alternatives: Alternatives, pricer: Pricer) {
    this.batchSteps = settings.batchSteps
    this.alternatives = alternatives
    this.pricer = pricer
    this.calls = new CallWatch(alternatives, pricer, settings.since)
    this.counter = new Counter(this.calls)
  }

  add({ usage, pricer }: PricedUsage): void {
    this.hasSums ||= usage.type === 'summary'
    if (!this.hasSums) this.counter.add(usage, pricer)
  }

  /** @param summary the sum of what was added. */
  finish(summary: CostSummary): Savings {
    return findSavings({
      summary,
      pricer: this.pricer,
      alternatives: this.alternatives,
      calls: this.hasSums ? null : this.calls.finish(),
      batchSteps: this.batchSteps,
    })
  }
}

/** Opens a watch; prices and alternatives are loaded now. */
export async function watchSavings(settings: SavingSettings, prices: () => Promise<Pricer>): Promise<SavingsWatch> {
  const alternatives = await loadAlternatives(settings['working-directory'], settings['alternatives-path'])
  return new SavingsWatch(settings, alternatives, await prices())
}

/** Reads all usage of a workspace once, sums it up, and finds what could have cost less. */
export async function findWorkspaceSavings(
  settings: SavingSettings & UsageSettings & Pick<Settings, 'timezone'>,
  context: Omit<Context, 'nowMs' | 'commit'>,
): Promise<Savings> {
  const prices = once(() => loadPrices(context.files, settings['pricing-path']))
  const watch = await watchSavings(settings, prices)
  const summarizer = new Summarizer({ timezone: settings.timezone, sinceMs: settings.since })
  for await (const piece of readPricedUsage(settings, { ...context, prices })) {
    summarizer.add(piece.usage, piece.pricer)
    watch.add(piece)
  }
  return watch.finish(summarizer.finish({ tool: { name: 'llm-cost-gate', version: VERSION }, commit: null, createdAt: null }))
}
