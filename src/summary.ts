import { bundled } from './bundled.ts'
import { InputError } from './errors.ts'
import type { CostSummary } from './generated/types.ts'
import { VERSION } from './generated/version.ts'
import { readText } from './read/text.ts'
import { readUsage } from './read/usage.ts'
import type { Pricer } from './record.ts'
import type { Settings } from './settings.ts'
import { Summarizer } from './summarize/summarizer.ts'
import { isoTime } from './time.ts'
import type { FileSource } from './trust/source.ts'
import { needsPrice, type Usage } from './usage.ts'

/** Prices of a few hundred models. Bytes. */
const LARGEST_PRICES = 4 << 20

/** What only the entry knows: the clock, the commit, and who wants to see progress. */
export interface Context {
  /** Now, milliseconds since 1970. */
  readonly nowMs: number
  /** Commit the usage was recorded on. */
  readonly commit: string | null
  readonly onProgress: (done: number, total: number) => void
  /** Where the price file comes from. */
  readonly files: FileSource
}

type SummarySettings = Pick<Settings, 'usage-path' | 'since' | 'on-invalid' | 'pricing-path' | 'timezone' | 'working-directory'>

export interface WorkspaceSummary {
  readonly summary: CostSummary
  /** What calls without a known price mean, as the price catalog says. */
  readonly unknownModel: 'warn' | 'fail'
}

/** Reads all usage of a workspace, prices what has no trustworthy cost, and sums it up. */
export async function summarizeWorkspace(settings: SummarySettings, context: Context): Promise<WorkspaceSummary> {
  const cwd = settings['working-directory']
  const summarizer = new Summarizer({ timezone: settings.timezone, sinceMs: settings.since })
  const overrides = settings['pricing-path']
  let pricer: Pricer | null = overrides === null ? null : await loadPrices(context.files, overrides)
  const usage = readUsage({ cwd, usagePath: settings['usage-path'], onInvalid: settings['on-invalid'], onProgress: context.onProgress })
  for await (const piece of usage) {
    if (pricer === null && wantsPrices(piece)) pricer = await loadPrices(context.files, overrides)
    summarizer.add(piece, pricer)
  }
  const summary = summarizer.finish({
    tool: { name: 'llm-cost-gate', version: VERSION },
    commit: context.commit,
    createdAt: isoTime(context.nowMs),
  })
  return { summary, unknownModel: pricer?.unknownModel ?? 'warn' }
}

function wantsPrices(piece: Usage): boolean {
  if (piece.type === 'records') return piece.records.some(needsPrice)
  return piece.type === 'run' && piece.run.spend !== null && needsPrice(piece.run.spend)
}

/** Prices are half a megabyte: they are loaded when the first record needs one. */
async function loadPrices(files: FileSource, overrides: string | null): Promise<Pricer> {
  const text = overrides === null ? null : await files.read({ kind: 'prices', file: overrides, largest: LARGEST_PRICES, isNamed: true })
  if (overrides !== null && text === null) throw new InputError(`${overrides}: does not exist${files.place}`)
  const { loadPricer } = await import('./price/load.ts')
  return loadPricer({
    bundled: { path: 'catalog/pricing.yaml', text: readText(bundled('catalog/pricing.yaml'), 'catalog/pricing.yaml') },
    overrides: overrides === null || text === null ? null : { path: overrides, text },
  })
}
