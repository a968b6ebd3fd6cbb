import type { Escalations, RepeatSavings } from '../generated/types.ts'
import type { CostRecord, Pricer } from '../record.ts'
import { MoneyMap } from '../summarize/amounts.ts'
import type { SpendSink } from '../summarize/counter.ts'
import { money } from '../summarize/money.ts'
import type { Alternatives } from './alternatives.ts'
import { EscalationLog } from './escalations.ts'
import { Repeats } from './repeats.ts'
import { keyOf } from './spent.ts'

/** What only records tell, not sums. */
export interface CallPatterns {
  readonly repeats: RepeatSavings
  /** Null: the alternatives have no tiers. */
  readonly escalations: Escalations | null
  /** What batch calls cost, by step and model (`keyOf`). US dollars. */
  readonly batchUsd: ReadonlyMap<string, number>
}

/** Looks at records one by one. */
export class CallWatch implements SpendSink {
  private readonly repeats = new Repeats()
  private readonly batch = new MoneyMap()
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
    if (record.batch && costUsd !== null) this.batch.add(keyOf(record), money(costUsd))
  }

  finish(): CallPatterns {
    return {
      repeats: this.repeats.finish(),
      escalations: this.escalations?.finish() ?? null,
      batchUsd: new Map([...this.batch.sums].map(([key, sum]) => [key, sum.toNumber()])),
    }
  }
}
