import type { CostRecord, Priced, Pricer } from '../usage/record.ts'
import { needsPrice } from '../usage/usage.ts'

/** What a record cost. */
export interface Spend {
  /** US dollars; null is unknown. */
  readonly costUsd: number | null
  /** What priced it; null: its writer said what it cost, or nothing has a price. */
  readonly priced: Priced | null
  /** Whether its writer said what it cost. */
  readonly isReported: boolean
}

/** Cost of a record: what its writer says where that can be trusted, else its price. A failed call that used no tokens costs nothing at any price. */
export function spendOf(record: CostRecord, pricer: Pricer | null): Spend {
  // Some tools repeat what the call cost when it was made.
  if (record.isFromDisk) return { costUsd: 0, priced: null, isReported: false }
  if (!needsPrice(record)) return { costUsd: record.costUsd, priced: null, isReported: true }
  if (record.isSilent === 'even-if-failed') return { costUsd: null, priced: null, isReported: false }
  const isFree = record.errors >= record.calls && record.inputTokens + record.outputTokens === 0
  if (record.isSilent && !isFree) return { costUsd: null, priced: null, isReported: false }
  const priced = pricer?.price(record) ?? null
  return { costUsd: priced?.costUsd ?? (isFree ? 0 : null), priced, isReported: false }
}
