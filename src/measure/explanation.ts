import { type ListPrices, weigh } from '../compare/explain.ts'
import type { Side } from '../compare/side.ts'
import { InputError } from '../errors.ts'
import type { Explanation } from '../generated/types.ts'
import { type CostRecord, NO_USAGE, type Pricer } from '../usage/record.ts'

/**
 * Why the total changed. Price lists are loaded only where the recorded costs leave open what each kind of token costs.
 * Null where a side has no calls and tokens per model.
 */
export async function explainChange(baseline: Side, head: Side, prices: () => Promise<Pricer>): Promise<Explanation | null> {
  const weighed = weigh(baseline, head)
  if (weighed === null) return null
  return weighed.explain(weighed.openModels.length === 0 ? () => null : listFrom(await prices()))
}

const CALL: CostRecord = { ...NO_USAGE, calls: 1 }

/** What one token of each kind costs, by a call that has nothing else. */
function listFrom(pricer: Pricer): ListPrices {
  return (model) => {
    const priceOf = (tokens: Partial<CostRecord>) => {
      const priced = priceQuietly(pricer, { ...CALL, model, ...tokens })
      return priced === null || priced.isAssumed ? null : priced.costUsd
    }
    const call = priceOf({})
    if (call === null) return null
    const only = (tokens: Partial<CostRecord>) => Math.max(0, (priceOf(tokens) ?? call) - call)
    return {
      input: only({ inputTokens: 1 }),
      cached: only({ inputTokens: 1, cachedTokens: 1 }),
      written: only({ inputTokens: 1, cacheWriteTokens: 1 }),
      output: only({ outputTokens: 1 }),
    }
  }
}

/** A price file that two patterns of fit is an error where it prices something; an explanation is no reason to stop. */
function priceQuietly(pricer: Pricer, record: CostRecord) {
  try {
    return pricer.price(record)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}
