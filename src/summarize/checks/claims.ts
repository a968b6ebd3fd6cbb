import { isAggregate } from '../../usage/aggregates.ts'
import type { CostRecord } from '../../usage/record.ts'
import { needsPrice, type Origin } from '../../usage/usage.ts'
import { Sum } from '../sum.ts'
import { isOfRun } from './coverage.ts'

/** What a source that was not counted says of spend that another one covers. */
export interface Claim {
  /** The source; of several that add up the first. */
  readonly path: string
  readonly format: Origin['format']
  /** Run; null: calls without a run, or all calls. */
  readonly runId: string | null
  readonly sum: Sum
  /** Whether some of it is from before `since`, so that there is nothing to compare it with. */
  isEarlier: boolean
}

/** Claims of all sources, sums per run: of databases together, as of ledgers, of flow and bare summaries together, of each other file alone. */
export class Claims {
  private readonly sinceMs: number | null
  private readonly claims = new Map<string, Claim>()
  /** The first database; null: there is none. */
  private database: Origin | null = null

  constructor(sinceMs: number | null) {
    this.sinceMs = sinceMs
  }

  add(origin: Origin, records: readonly CostRecord[]): void {
    for (const record of records) {
      const isEarlier = record.timeMs !== null && this.sinceMs !== null && record.timeMs < this.sinceMs
      // The rows of a database have the times of the ledger's: what is left is compared with what counts.
      if (isEarlier && (record.runId === null || origin.format === 'costs-db')) continue
      const claim = this.claim(origin, record.runId)
      claim.sum.add(record, needsPrice(record) ? null : record.costUsd)
      // The time of a run that tells of itself is that of its end, or of its beginning: the records tell.
      if (isEarlier && !isOfRun(origin)) claim.isEarlier = true
    }
    if (origin.format === 'costs-db' && records.length > 0) this.database ??= origin
  }

  /** Notes that the databases hold no run but those that were added. @param runs all runs of the ledgers. */
  closeDatabases(runs: Iterable<string>): void {
    if (this.database === null) return
    this.claim(this.database, null)
    for (const runId of runs) this.claim(this.database, runId)
    this.database = null
  }

  all(): Iterable<Claim> {
    return this.claims.values()
  }

  private claim({ format, file }: Origin, runId: string | null): Claim {
    const source = format === 'costs-db' || isAggregate({ format }) ? format : file
    const key = JSON.stringify([source, runId])
    let claim = this.claims.get(key)
    if (claim === undefined) {
      claim = { path: file, format, runId, sum: new Sum(), isEarlier: false }
      this.claims.set(key, claim)
    }
    return claim
  }
}
