import type { Disagreement } from '../../generated/types.ts'
import { isAggregate } from '../../usage/aggregates.ts'
import type { Spent } from '../sum.ts'
import type { Claim } from './claims.ts'

/** Writers sum doubles, so the last digits may differ. */
const SLACK = 1e-6

/**
 * How a source contradicts what was counted; null where it does not. A cost of which calls are not known is at least so much: where
 * that leaves the question open, tokens answer it.
 * @param isPart whether the source describes no more than a part of what was counted, so that only more contradicts.
 */
export function findDisagreement({ path, format, runId, sum }: Claim, counted: Spent, isPart = false): Disagreement | null {
  const said = sum.toSpent()
  const amounts = {
    run_id: runId,
    counted_cost_usd: counted.usd,
    summary_cost_usd: said.usd,
    path,
    ...(runId === null && { scope: isAggregate({ format }) ? ('all' as const) : ('without_run' as const) }),
  }
  const isMore = counted.isKnown && said.usd > counted.usd
  const isLess = said.isKnown && said.usd < counted.usd && !isPart
  if ((isMore || isLess) && isApart(amounts)) return amounts
  if ((said.isKnown && counted.isKnown) || said.tokens === null || counted.tokens === null) return null
  return said.tokens === counted.tokens ? null : { ...amounts, counted_tokens: counted.tokens, summary_tokens: said.tokens }
}

/** Whether amounts differ by more than rounding. */
export function isApart(amounts: Disagreement): boolean {
  return comparesTokens(amounts) || difference(amounts) > Math.max(SLACK, SLACK * amounts.counted_cost_usd)
}

/** Those with the largest difference of cost, then of tokens, in an order of their own. */
export function largestOf(disagreements: readonly Disagreement[], most: number): Disagreement[] {
  const name = (one: Disagreement) => JSON.stringify([one.run_id, one.path, one])
  return [...disagreements]
    .sort((a, b) => Number(comparesTokens(a)) - Number(comparesTokens(b)) || difference(b) - difference(a) || (name(a) < name(b) ? -1 : 1))
    .slice(0, most)
}

function comparesTokens({ counted_tokens, summary_tokens }: Disagreement): boolean {
  return counted_tokens !== undefined && summary_tokens !== undefined
}

function difference({ counted_cost_usd, summary_cost_usd, counted_tokens, summary_tokens }: Disagreement): number {
  if (counted_tokens !== undefined && summary_tokens !== undefined) return Math.abs(counted_tokens - summary_tokens)
  return Math.abs(counted_cost_usd - summary_cost_usd)
}
