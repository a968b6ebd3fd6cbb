import type { CostRecord } from '../record.ts'
import type { Origin } from '../usage.ts'
import type { Runs } from './runs.ts'

/**
 * Count once: the same spend stands in ledgers, call logs, aggregates and run summaries. Pieces come in the order of trust,
 * and what a later one describes again is left out.
 */
export class Coverage {
  private readonly runs: Runs
  /** Whether records or cost summaries were counted: an aggregate describes their spend again. */
  private hasSpend = false
  /** Format of the aggregates that are counted: one of the other format describes the same spend. */
  private aggregate: Origin['format'] | null = null
  /** Runs whose call log is being counted, with its file: later pieces of the log belong to them. */
  private readonly logs = new Map<string, string>()

  constructor(runs: Runs) {
    this.runs = runs
  }

  /** Whether the spend of these records is counted already. */
  covers(origin: Origin, records: readonly CostRecord[]): boolean {
    if (isAggregate(origin)) {
      this.aggregate ??= origin.format
      return this.hasSpend || this.aggregate !== origin.format
    }
    return origin.format === 'mcp-calls' && this.coversLog(origin, records[0]?.runId ?? null)
  }

  private coversLog(origin: Origin, runId: string | null): boolean {
    if (runId === null || this.logs.get(runId) === origin.file) return false
    if (this.runs.has(runId)) return true
    this.logs.set(runId, origin.file)
    return false
  }

  /** Notes that records of this origin were counted, be it for their day alone. */
  note(origin: Origin): void {
    if (!isAggregate(origin)) this.hasSpend = true
  }
}

function isAggregate({ format }: Origin): boolean {
  return format === 'flow-summary' || format === 'bare-summary'
}
