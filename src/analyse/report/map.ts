import type { CostReport } from '../../generated/types.ts'

/**
 * Cost of each group by its name, US dollars: what has no name stands under an empty one, which nothing is called. With calls of an unknown
 * price it is the cost of the others; null where no call of the group has a known price.
 */
export function toCostMap({ groups }: Pick<CostReport, 'groups'>): Record<string, number | null> {
  return Object.fromEntries(
    groups.map(({ name, calls, unpriced_calls: unpriced = 0, cost_usd }) => [
      name ?? '',
      unpriced > 0 && unpriced === calls ? null : cost_usd,
    ]),
  )
}
