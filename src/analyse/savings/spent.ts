import type { SpentBy, Stats } from '../../generated/types.ts'
import { differenceUsd, sumUsd } from '../../usage/money.ts'
import { type CostRecord, NO_USAGE, type Priced, type Pricer } from '../../usage/record.ts'
import { inner } from './inner.ts'
import { keyOf, type Used } from './usage.ts'

/** What one model of one provider cost in one step, with its tokens as records that a catalog can price: a batch call has a price of its own. */
export interface Spent {
  readonly by: SpentBy
  readonly live: CostRecord
  /** What these cost. US dollars. */
  readonly liveUsd: number
  readonly batch: CostRecord
}

/** The spend behind usage. Groups with calls that have no known price have no cost to compare with: they are only counted. */
export function listSpent(used: readonly Used[]): { spent: Spent[]; leftOutCalls: number } {
  const isPriced = ({ live, batch }: Used) => !live.unpriced_calls && !batch.unpriced_calls
  const made = used.filter((one) => callsOf(one) > 0)
  return {
    spent: made.filter(isPriced).map(toSpent),
    leftOutCalls: made.reduce((sum, one) => (isPriced(one) ? sum : sum + callsOf(one)), 0),
  }
}

function callsOf({ live, batch }: Used): number {
  return live.calls + batch.calls
}

function toSpent(used: Used): Spent {
  const { step, agent, model, live, batch } = used
  return {
    by: { step, agent, model, calls: callsOf(used), cost_usd: sumUsd([live.cost_usd, batch.cost_usd]) },
    live: toUsage(used, live),
    liveUsd: live.cost_usd,
    batch: { ...toUsage(used, batch), batch: true },
  }
}

function toUsage({ model, provider }: Used, stats: Stats): CostRecord {
  return {
    ...NO_USAGE,
    model,
    provider,
    calls: stats.calls,
    inputTokens: stats.input_tokens,
    outputTokens: stats.output_tokens,
    cachedTokens: stats.cached_input_tokens ?? 0,
    cacheWriteTokens: stats.cache_write_tokens ?? 0,
  }
}

/** What all providers of the same step and model sold, together. */
export function groupByModel(spent: readonly Spent[]): Spent[][] {
  const groups = new Map<string, Spent[]>()
  for (const one of spent) inner(groups, keyOf(one.by), () => []).push(one)
  return [...groups.values()]
}

/** The spend of at least one, as one row. */
export function addUp(spent: readonly Spent[]): SpentBy {
  return spent
    .map(({ by }) => by)
    .reduce((sum, { step, agent, model, calls, cost_usd }) => {
      return { step, agent, model, calls: sum.calls + calls, cost_usd: sumUsd([sum.cost_usd, cost_usd]) }
    })
}

/** List price of a model's output, US dollars per 1 million tokens; null where it is not known. */
export function outputPrice(pricer: Pricer, model: string, provider: string | null): Priced | null {
  return pricer.price({ ...NO_USAGE, model, provider, outputTokens: 1_000_000 })
}

/** What the same tokens cost by the catalog, batch calls as batch calls, with some of the usage changed. */
export function priceAs(pricer: Pricer, { live, batch }: Spent, change: Partial<CostRecord> = {}): Priced | null {
  const [first, second] = [pricer.price({ ...live, ...change }), pricer.price({ ...batch, ...change })]
  return first === null || second === null ? null : { ...first, costUsd: sumUsd([first.costUsd, second.costUsd]) }
}

/** `a - b`, 0 where b is more; without the dust of doubles. US dollars. */
export function less(a: number, b: number): number {
  return Math.max(0, differenceUsd(a, b))
}

/** The largest first; equals by what they are about, so that the order of input never shows. */
export function bySaving<Row extends Pick<SpentBy, 'step' | 'agent'> & { model?: string }>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
  nameOf: (row: Row) => string = keyOf,
): Row[] {
  return rows.toSorted((a, b) => amountOf(b) - amountOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1))
}
