import type { KnownHistory } from '../compare/noise/known.ts'
import { type Side, sideOfSummary } from '../compare/side.ts'
import { at, InputError } from '../errors.ts'
import type { BaselineUsed, CostSummary } from '../generated/types.ts'
import { detectLines, type LineFormat } from '../read/detect.ts'
import { recordsOfBare, recordsOfFlow } from '../read/native/aggregate.ts'
import { readDocument } from '../read/native/document.ts'
import type { CostRecord } from '../usage/record.ts'
import { needsPrice } from '../usage/usage.ts'
import { missingFrom } from './history.ts'
import { sideOfBare, sideOfFlow } from './side.ts'

/** Enough to tell usage by its first records. */
const FIRST_LINES = 100

/** What head is compared with; `side` is null where there is no baseline yet. */
export interface Baseline {
  readonly used: BaselineUsed
  readonly side: Side | null
  /** The newest document behind it, where that is a cost summary. */
  readonly summary: CostSummary | null
  /** What its records tell; null where it has none. */
  readonly history: KnownHistory | null
}

/** Nothing to compare with yet: a state of its own, with the reason where there is one to tell. */
export function missingBaseline(source: BaselineUsed['source'], path: string | null, reason: string | null): Baseline {
  const nothing = { format: null, commit: null, created_at: null, total_cost_usd: null, price_catalog: null }
  const used = { state: 'missing' as const, source, path, ...nothing, run_id: null, commits_behind: null, window: null, reason }
  return { used, side: null, summary: null, history: null }
}

/** What usage it is that was named as a baseline. */
function refuseUsage(file: string, format: 'run-summary' | LineFormat): InputError {
  const kind = {
    'run-summary': 'a run summary',
    ledger: 'a ledger',
    'mcp-calls': 'a log of calls',
    'run-events': 'a log of runs',
    'run-log': 'a log of a run',
  }[format]
  return new InputError(
    `the baseline cannot be read: ${file} is ${kind}. Make a baseline with: llm-cost-gate summarize ${file} --output FILE`,
  )
}

/** Calls that a baseline without prices of its own gives no cost. */
function countUnpriced(records: readonly CostRecord[]): number {
  return records.filter(needsPrice).reduce((sum, { calls }) => sum + calls, 0)
}

/** Reads the text of a baseline. One that cannot be read is an InputError, because a gate that cannot compare must not pass. */
export function parseBaseline(text: string, file: string): Baseline {
  const document = readDocument(text)
  if ('fault' in document || document.format === 'run-summary') {
    const detected = detectLines(text.split('\n', FIRST_LINES))
    if (detected.kind === 'lines') throw refuseUsage(file, detected.format)
    if (detected.kind === 'refused') throw new InputError(`the baseline cannot be read: ${file}: ${detected.fault}`)
    if ('format' in document) throw refuseUsage(file, 'run-summary')
    throw new InputError(`the baseline cannot be read: ${at({ file, line: document.line, path: document.path }, document.fault)}`)
  }
  const { format, content } = document
  const nothing = missingBaseline('file', file, null).used
  if (format === 'cost-summary') {
    const { commit, created_at, total_cost_usd, pricing } = content
    const used = {
      ...nothing,
      state: 'found' as const,
      format,
      commit,
      created_at,
      total_cost_usd,
      ...missingFrom(content),
      price_catalog: pricing.catalog,
    }
    return { used, side: sideOfSummary(content), summary: content, history: null }
  }
  const side = format === 'flow-summary' ? sideOfFlow(content) : sideOfBare(content)
  const unpriced = countUnpriced(format === 'flow-summary' ? recordsOfFlow(content) : recordsOfBare(content))
  const missing = unpriced > 0 ? { unpriced_calls: unpriced } : {}
  return { used: { ...nothing, ...missing, state: 'found', format, total_cost_usd: side.totalUsd }, side, summary: null, history: null }
}
