import type { CostRecord, Priced, Pricer, UnpricedReason } from '../usage/record.ts'
import { needsPrice } from '../usage/usage.ts'

/** What a record cost. */
export interface Spend {
  /** US dollars; null is unknown. */
  readonly costUsd: number | null
  /** What priced it; null: its writer said what it cost, or nothing has a price. */
  readonly priced: Priced | null
  /** Whether its writer said what it cost. */
  readonly isReported: boolean
  /** Why it has no price, where it has tokens and none is known. */
  readonly unpriced: UnpricedReason | null
}

/** Cost of a record: what its writer says where that can be trusted, else its price. A failed call that used no tokens costs nothing at any price. */
export function spendOf(record: CostRecord, pricer: Pricer | null): Spend {
  // Some tools repeat what the call cost when it was made.
  if (record.isFromDisk) return { costUsd: 0, priced: null, isReported: false, unpriced: null }
  if (!needsPrice(record)) return { costUsd: record.costUsd, priced: null, isReported: true, unpriced: null }
  if (record.isSilent === 'even-if-failed') return { costUsd: null, priced: null, isReported: false, unpriced: null }
  const isFree = record.errors >= record.calls && record.inputTokens + record.outputTokens === 0
  if (record.isSilent && !isFree) return { costUsd: null, priced: null, isReported: false, unpriced: null }
  const priced = pricer?.price(record) ?? null
  const costUsd = priced?.costUsd ?? (isFree ? 0 : null)
  const unpriced = costUsd === null ? (pricer?.whyUnpriced(record) ?? null) : null
  return { costUsd, priced, isReported: false, unpriced }
}
