import type { OutputShare, OutputShares } from '../../generated/types.ts'
import { sumUsd } from '../../usage/money.ts'
import type { Pricer } from '../../usage/record.ts'
import { bySaving, less, priceAs, type Spent } from './spent.ts'
import { keyOf } from './usage.ts'

/** From this part of the cost on, the length of the output is what drives it. Percent. */
export const DRIVES = 50

const ASSUMPTION =
  'list prices tell how much of the cost was output, and answers cost nothing; shorter ones save a part of it. ' +
  `Only steps count of which output is ${DRIVES} % of the cost or more, and only models with a list price`

/** Which part of the cost of each step is that of its output. Models without a list price are left out. */
export function findOutputShares(spent: readonly Spent[], pricer: Pricer): OutputShares {
  const steps = new Map<string, OutputShare>()
  for (const one of spent) {
    const { by, live, batch } = one
    const whole = priceAs(pricer, one)?.costUsd ?? 0
    const silent = priceAs(pricer, one, { outputTokens: 0 })?.costUsd ?? 0
    if (whole === 0) continue
    const outputUsd = by.cost_usd * (less(whole, silent) / whole)
    const key = keyOf({ step: by.step, agent: by.agent })
    const sum = steps.get(key)
    const calls = by.calls + (sum?.calls ?? 0)
    const costUsd = sumUsd([by.cost_usd, sum?.cost_usd ?? 0])
    const outputCostUsd = Math.min(costUsd, sumUsd([outputUsd, sum?.output_cost_usd ?? 0]))
    const tokens = live.outputTokens + batch.outputTokens + (sum === undefined ? 0 : sum.output_tokens_per_call * sum.calls)
    steps.set(key, {
      step: by.step,
      agent: by.agent,
      calls,
      cost_usd: costUsd,
      output_cost_usd: outputCostUsd,
      share_percent: costUsd === 0 ? 0 : Math.min(100, (outputCostUsd / costUsd) * 100),
      output_tokens_per_call: tokens / calls,
    })
  }
  const rows = bySaving([...steps.values()], (row) => row.output_cost_usd)
  const driven = rows.filter((row) => row.share_percent >= DRIVES)
  return { assumption: ASSUMPTION, at_most_usd: sumUsd(driven.map((row) => row.output_cost_usd)), rows }
}
