import { isAggregate, isReport } from '../../usage/aggregates.ts'
import type { CostRecord } from '../../usage/record.ts'
import type { Origin } from '../../usage/usage.ts'
import type { Runs } from '../runs/runs.ts'
import { type Spent, Sum } from '../sum.ts'
import { type Claim, Claims } from './claims.ts'
import { isOfRun } from './coverage.ts'
import { findDisagreement } from './disagreement.ts'
import type { QualityLog } from './quality.ts'

/** Holds what is counted against the sources that describe it again: two that contradict each other are told. */
export class CrossCheck {
  private readonly runs: Runs
  private readonly quality: QualityLog
  private readonly claims: Claims
  /** Counted records that name no run. */
  private readonly loose = new Sum()
  /** Aggregates that are counted. */
  private readonly aggregates: string[] = []
  /** Whether anything but call logs is counted. */
  private hasOtherThanLogs = false

  constructor(runs: Runs, quality: QualityLog, sinceMs: number | null) {
    this.runs = runs
    this.quality = quality
    this.claims = new Claims(sinceMs)
  }

  /** Notes that a source comes: behind ledgers and databases the runs of both are known. */
  begin({ format }: Origin): void {
    if (format !== 'ledger' && format !== 'costs-db') this.claims.closeDatabases(this.runs.names())
  }

  /** Takes records that another source covers. */
  claim(origin: Origin, records: readonly CostRecord[]): void {
    this.claims.add(origin, records)
  }

  /** Notes that a source with spend is counted. Summaries of all runs together do not say whether they hold one that names its own. */
  count(origin: Origin): void {
    if (isAggregate(origin)) this.aggregates.push(origin.file)
    else if (isOfRun(origin)) for (const file of this.aggregates) this.quality.overlap(file)
    if (origin.format !== 'mcp-calls') this.hasOtherThanLogs = true
  }

  /** Notes a counted record without a run. */
  addLoose(record: CostRecord, costUsd: number | null): void {
    this.loose.add(record, costUsd)
  }

  /** @param total everything that was counted. */
  finish(total: Spent): void {
    this.claims.closeDatabases(this.runs.names())
    for (const claim of this.claims.all()) {
      const counted = this.countedFor(claim, total)
      // A flow summary is made of call logs: beside anything else it tells of a part, as the report of another tool always does.
      const isPart = isReport(claim) || (claim.format === 'flow-summary' && this.hasOtherThanLogs)
      const disagreement = counted === null || claim.isEarlier ? null : findDisagreement(claim, counted, isPart)
      if (disagreement !== null) this.quality.disagree(disagreement)
    }
  }

  /** What was counted of what a source claims; null where nobody can tell. */
  private countedFor({ format, runId }: Claim, total: Spent): Spent | null {
    if (runId !== null) return format !== 'costs-db' && this.runs.hasEarlier(runId) ? null : this.runs.spent(runId)
    if (!isAggregate({ format })) return this.loose.toSpent()
    return this.quality.earlier === 0 ? total : null
  }
}
