import { InputError, shown } from '../errors.ts'
import { localFiles } from '../files/source.ts'
import type { CostRecordRow, CostSummary } from '../generated/types.ts'
import { VERSION } from '../generated/version.ts'
import { type Context, summarizeWorkspace } from '../measure/summary.ts'
import { loadPrices } from '../measure/usage.ts'
import type { Settings } from '../settings.ts'
import { Summarizer } from '../summarize/summarizer.ts'
import { isoTime } from '../time.ts'
import type { Pricer } from '../usage/record.ts'
import { needsPrice } from '../usage/usage.ts'
import type { SummarizeOptions } from './options.ts'
import { readRecords } from './records.ts'
import { toSettings } from './settings.ts'

/** Sums up the files that are named, or records that a program has. */
export async function summarizeUsage(
  usage: string | readonly string[] | readonly CostRecordRow[] | undefined,
  { commit = null, checkPrices = false, ...options }: SummarizeOptions,
): Promise<CostSummary> {
  const records = usage === undefined || typeof usage === 'string' ? null : listRecords(usage)
  const settings = toSettings({ ...options, ...(records === null && usage !== undefined && { usagePath: listPaths(usage) }) })
  const files = localFiles(settings['working-directory'])
  const checksPrices = expectBoolean('checkPrices', checkPrices)
  const context: Context = { nowMs: Date.now(), commit, onProgress: () => {}, files, checksPrices }
  return records === null ? (await summarizeWorkspace(settings, context)).summary : summarizeRecords(records, settings, context)
}

/** A wrong value would leave out a check that somebody asked for. */
function expectBoolean(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new InputError(`${name} must be true or false, got ${shown(value)}. Example: ${name}: true`)
}

function listRecords(usage: readonly string[] | readonly CostRecordRow[]): CostRecordRow[] | null {
  const records = usage.filter((one) => typeof one !== 'string')
  return records.length === usage.length ? records : null
}

function listPaths(usage: string | readonly (string | CostRecordRow)[]): string | string[] {
  return typeof usage === 'string' ? usage : usage.map(String)
}

async function summarizeRecords(
  rows: readonly CostRecordRow[],
  settings: Settings,
  { nowMs, commit, files, checksPrices = false }: Context,
): Promise<CostSummary> {
  const summarizer = new Summarizer({ timezone: settings.timezone, sinceMs: settings.since, checksPrices })
  let pricer: Pricer | null = checksPrices ? await loadPrices(files, settings['pricing-path']) : null
  for (const usage of readRecords(rows, settings['on-invalid'])) {
    if (usage.type === 'records' && usage.records.some(needsPrice)) pricer ??= await loadPrices(files, settings['pricing-path'])
    summarizer.add(usage, pricer)
  }
  return summarizer.finish({ tool: { name: 'llm-cost-gate', version: VERSION }, commit, createdAt: isoTime(nowMs) })
}
