import type { Escalations, RepeatSavings } from '../../generated/types.ts'
import type { SpendSink } from '../../summarize/counter.ts'
import type { CostRecord, Pricer } from '../../usage/record.ts'
import type { Alternatives } from './alternatives.ts'
import { EscalationLog } from './escalations.ts'
import { Repeats } from './repeats.ts'
import { UsageLog, type Used } from './usage.ts'

/** What only records tell, not sums. */
export interface CallPatterns {
  readonly repeats: RepeatSavings
  /** Null: the alternatives have no tiers. */
  readonly escalations: Escalations | null
  readonly used: readonly Used[]
}

/** Looks at records one by one. */
export class CallWatch implements SpendSink {
  private readonly repeats = new Repeats()
  private readonly usage = new UsageLog()
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
    this.usage.add(record, costUsd)
  }

  finish(): CallPatterns {
    return {
      repeats: this.repeats.finish(),
      escalations: this.escalations?.finish() ?? null,
      used: this.usage.finish(),
    }
  }
}
