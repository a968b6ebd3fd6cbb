import type { CostSummary, Savings } from '../../generated/types.ts'
import { VERSION } from '../../generated/version.ts'
import type { Pricer } from '../../usage/record.ts'
import type { Alternatives } from './alternatives.ts'
import { findBatchSavings } from './batch.ts'
import type { CallPatterns } from './calls.ts'
import { findModelSavings } from './models.ts'
import { findOutputShares } from './output.ts'
import { listSpent } from './spent.ts'
import { usedBySums } from './usage.ts'

export interface SavingsInput {
  readonly summary: CostSummary
  readonly pricer: Pricer
  readonly alternatives: Alternatives
  /** What the records tell; null where there are only sums. */
  readonly calls: CallPatterns | null
  /** Patterns of the steps that can wait; null: all but the interactive ones. */
  readonly batchSteps: readonly string[] | null
}

/**
 * What could have cost less: upper bounds, each with its assumption. They overlap, so there is no total.
 * @throws InputError for an alternative without a known price.
 */
export function findSavings({ summary, pricer, alternatives, calls, batchSteps }: SavingsInput): Savings {
  const { spent, leftOutCalls } = listSpent(calls?.used ?? usedBySums(summary))
  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: VERSION },
    total_cost_usd: summary.total_cost_usd,
    calls: summary.calls,
    left_out_calls: leftOutCalls,
    prices: { as_of: pricer.asOf, catalog: pricer.catalog },
    models: findModelSavings(spent, alternatives, pricer, calls !== null),
    batch: findBatchSavings(spent, alternatives, { steps: batchSteps, knowsBatch: calls !== null }, pricer),
    repeats: calls?.repeats ?? null,
    output: findOutputShares(spent, pricer),
    escalations: calls?.escalations ?? null,
  }
}
