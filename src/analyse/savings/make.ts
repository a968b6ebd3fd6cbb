import { InputError } from '../../errors.ts'
import { bundled } from '../../files/bundled.ts'
import type { FileSource } from '../../files/source.ts'
import { readText } from '../../files/text.ts'
import type { CostSummary, Savings } from '../../generated/types.ts'
import { VERSION } from '../../generated/version.ts'
import type { Context } from '../../measure/summary.ts'
import { loadPrices, type PricedUsage, type ReadContext, readPricedUsage, type UsageSettings } from '../../measure/usage.ts'
import { once } from '../../once.ts'
import type { Settings } from '../../settings.ts'
import { Counter } from '../../summarize/counter.ts'
import { Summarizer } from '../../summarize/summarizer.ts'
import type { Pricer } from '../../usage/record.ts'
import type { Alternatives } from './alternatives.ts'
import { CallWatch } from './calls.ts'
import { findSavings } from './savings.ts'

const BUNDLED = 'catalog/alternatives.yaml'
/** A list that people write. Bytes. */
const LARGEST = 1 << 20

export interface SavingSettings extends Pick<Settings, 'since' | 'alternatives-path'> {
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

/** A watch beside a verdict, which never hangs on it. */
export interface WatchBeside {
  add(piece: PricedUsage): void
  /** Null where there is something wrong with the alternatives. */
  finish(summary: CostSummary): Promise<Savings | null>
}

interface Beside extends Pick<ReadContext, 'files'> {
  readonly prices: () => Promise<Pricer>
  /** Takes what is wrong with the alternatives; undefined: that is an error. */
  readonly warn: ((message: string) => void) | undefined
}

/** Opens a watch beside a verdict; prices and alternatives are loaded now. Null where the alternatives cannot be read. */
export async function watchBeside(settings: SavingSettings, { files, prices, warn }: Beside): Promise<WatchBeside | null> {
  const pricer = await prices()
  const attempt = async <T>(act: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await act()
    } catch (error) {
      if (warn === undefined || !(error instanceof InputError)) throw error
      warn(`savings are left out: ${error.message}.`)
      return null
    }
  }
  const alternatives = await attempt(() => loadAlternatives(files, settings['alternatives-path']))
  if (alternatives === null) return null
  const watch = new SavingsWatch(settings, alternatives, pricer)
  return { add: (piece) => watch.add(piece), finish: (summary) => attempt(() => watch.finish(summary)) }
}

/** Reads all usage of a workspace once, sums it up, and finds what could have cost less. */
export async function findWorkspaceSavings(
  settings: SavingSettings & UsageSettings & Pick<Settings, 'timezone'>,
  context: Omit<Context, 'nowMs' | 'commit'>,
): Promise<Savings> {
  const prices = once(() => loadPrices(context.files, settings['pricing-path']))
  const watch = new SavingsWatch(settings, await loadAlternatives(context.files, settings['alternatives-path']), await prices())
  const summarizer = new Summarizer({ timezone: settings.timezone, sinceMs: settings.since })
  for await (const piece of readPricedUsage(settings, { ...context, prices })) {
    summarizer.add(piece.usage, piece.pricer)
    watch.add(piece)
  }
  return watch.finish(summarizer.finish({ tool: { name: 'llm-cost-gate', version: VERSION }, commit: null, createdAt: null }))
}

/** The alternatives of a file, or those that come with the package. YAML is loaded when they are. */
async function loadAlternatives(files: FileSource, named: string | null): Promise<Alternatives> {
  const sought = { kind: 'alternatives', largest: LARGEST, isNamed: true } as const
  const text = named === null ? readText(bundled(BUNDLED), BUNDLED) : await files.look({ ...sought, file: named })
  if (text === null) throw new InputError(`${named}: does not exist${files.place}; correct alternatives-path`)
  const { readAlternatives } = await import('./alternatives.ts')
  return readAlternatives(named ?? BUNDLED, text)
}
