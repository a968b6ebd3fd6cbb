import { isAggregate } from '../../usage/aggregates.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Origin, Usage } from '../../usage/usage.ts'

/** Who knows which runs are counted. */
interface KnownRuns {
  /** Whether the spend of this run is counted already. */
  has(runId: string): boolean
}

/**
 * Count once: the same spend stands in ledgers, call logs, aggregates and run summaries. Pieces come in the order of trust,
 * and what a later one describes again is left out.
 */
export class Coverage {
  private readonly runs: KnownRuns
  /** Whether records of ledgers were counted: a database describes them again. */
  private hasLedger = false
  /** Whether records or cost summaries were counted: an aggregate describes their spend again. */
  private hasSpend = false
  /** Format of the aggregates that are counted: one of the other format describes the same spend. */
  private aggregate: Origin['format'] | null = null
  /** Runs whose call log is being counted, with its file: later pieces of the log belong to them. */
  private readonly logs = new Map<string, string>()

  constructor(runs: KnownRuns) {
    this.runs = runs
  }

  /** Records of the next piece that count; null where it has none, or where their spend is counted already. */
  take(usage: Usage): readonly CostRecord[] | null {
    const records = this.recordsOf(usage)
    const isSpend = usage.type === 'summary' ? usage.summary.calls > 0 : records !== null && records.length > 0
    if (isSpend && usage.type !== 'quality') {
      if (!isAggregate(usage.origin)) this.hasSpend = true
      if (usage.origin.format === 'ledger') this.hasLedger = true
    }
    return records
  }

  private recordsOf(usage: Usage): readonly CostRecord[] | null {
    if (usage.type === 'records') return this.covers(usage.origin, usage.records) ? null : usage.records
    if (usage.type !== 'run' || usage.run.spend === null) return null
    return this.runs.has(usage.run.runId) ? null : [usage.run.spend]
  }

  private covers(origin: Origin, records: readonly CostRecord[]): boolean {
    if (isAggregate(origin)) {
      if (records.length > 0) this.aggregate ??= origin.format
      return this.hasSpend || (this.aggregate ?? origin.format) !== origin.format
    }
    if (origin.format === 'costs-db') return this.hasLedger
    return (origin.format === 'mcp-calls' || origin.format === 'run-log') && this.coversLog(origin, records[0]?.runId ?? null)
  }

  private coversLog(origin: Origin, runId: string | null): boolean {
    if (runId === null || this.logs.get(runId) === origin.file) return false
    if (this.runs.has(runId)) return true
    this.logs.set(runId, origin.file)
    return false
  }
}

/** Whether a source has what runs say of themselves. */
export function isOfRun({ format }: Pick<Origin, 'format'>): boolean {
  return format === 'run-summary' || format === 'storage-db'
}
