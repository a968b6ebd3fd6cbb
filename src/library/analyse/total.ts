import type { Tally } from '../../summarize/figures/tally.ts'

/** Calls and what they cost. */
export interface Total {
  readonly calls: number
  /** US dollars. With `unpriced_calls` it is the cost of the other calls, so at least that was spent; null where no call has a known price. */
  readonly cost_usd: number | null
  /** Calls without a known price. */
  readonly unpriced_calls: number
}

export function toTotal({ calls, unpriced, cost }: Tally): Total {
  return { calls, cost_usd: unpriced > 0 && unpriced === calls ? null : cost.toNumber(), unpriced_calls: unpriced }
}
