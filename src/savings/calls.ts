import type { Escalations, RepeatSavings } from '../generated/types.ts'
import type { CostRecord, Pricer } from '../record.ts'
import type { SpendSink } from '../summarize/counter.ts'
import { Tally } from '../summarize/tally.ts'
import type { Alternatives } from './alternatives.ts'
import { EscalationLog } from './escalations.ts'
import { Repeats } from './repeats.ts'
import { type BatchCalls, keyOf } from './spent.ts'

/** What only records tell, not sums. */
export interface CallPatterns {
  readonly repeats: RepeatSavings
  /** Null: the alternatives have no tiers. */
  readonly escalations: Escalations | null
  readonly batch: BatchCalls
}

/** Looks at records one by one. */
export class CallWatch implements SpendSink {
  private readonly repeats = new Repeats()
  private readonly batch = new Map<string, Tally>()
  private readonly escalations: EscalationLog | null
  private readonly sinceMs: number | null

  /** @param sinceMs earlier records are left out; null: none. */
  constructor({ tiers }: Pick<Alternatives, 'tiers'>, pricer: Pricer, sinceMs: number | null) {
    this.escalations = tiers === null ? null : new EscalationLog(tiers, pricer)
    this.sinceMs = sinceMs
  }

  add(record: CostRecord, costUsd: number | null): void {
    if (this.sinceMs !== null && record.timeMs !== null && record.timeMs < this.sinceMs) return
    this.repeats.add(record, costUsd)
    this.escalations?.add(record, costUsd)
    if (record.batch) this.batchOf(keyOf(record)).add(record, costUsd)
  }

  private batchOf(key: string): Tally {
    const tally = this.batch.get(key) ?? new Tally()
    this.batch.set(key, tally)
    return tally
  }

  finish(): CallPatterns {
    return {
      repeats: this.repeats.finish(),
      escalations: this.escalations?.finish() ?? null,
      batch: new Map([...this.batch].map(([key, tally]) => [key, tally.toStats()])),
    }
  }
}
