import type * as documents from '../generated/types.ts'
import { isoTime, parseLooseTime } from '../time.ts'

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
