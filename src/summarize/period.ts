import { InputError } from '../errors.ts'
import type * as documents from '../generated/types.ts'
import { isoTime, parseLooseTime } from '../time.ts'
import type { Origin } from '../usage/usage.ts'

/** Times of the first and the last record. */
export class Period {
  private fromMs = Number.POSITIVE_INFINITY
  private toMs = Number.NEGATIVE_INFINITY

  add(timeMs: number): void {
    if (timeMs < this.fromMs) this.fromMs = timeMs
    if (timeMs > this.toMs) this.toMs = timeMs
  }

  absorb({ from, to }: documents.Period): void {
    for (const time of [parseLooseTime(from), parseLooseTime(to)]) if (time !== null) this.add(time)
  }

  /** ISO 8601 UTC; null where no record has a time. */
  toJson(): documents.Period {
    return Number.isFinite(this.fromMs) ? { from: isoTime(this.fromMs), to: isoTime(this.toMs) } : { from: null, to: null }
  }
}

/** Days that begin at another hour cannot be added. */
export function expectSameDays(origin: Origin, { timezone, daily_cost_usd }: documents.CostSummary, wanted: string): void {
  if (timezone !== wanted && Object.keys(daily_cost_usd).length > 0)
    throw new InputError(
      `${origin.file}: its days begin at midnight in ${timezone}, here in ${wanted}. Set timezone: ${timezone}, or summarize again`,
    )
}
