import { type Cell, type CellSide, shareOf } from './cells.ts'
import { costAt, type Kind, type Kinds, PROMPT, promptOf, scale } from './kinds/kinds.ts'
import type { Pricing } from './kinds/pricing.ts'
import { roundingOf } from './kinds/rounding.ts'
import { logMean, noParts, type Parts } from './lmdi.ts'

/** One kind in a cell, with the tokens of all. */
interface KindOfCell {
  readonly kind: Kind
  readonly before: Kinds
  readonly after: Kinds
  readonly amounts: { readonly baseline: number; readonly head: number }
  readonly prices: { readonly baseline: Kinds; readonly head: Kinds }
}

/** The change of what one kind of tokens costs in a cell, in parts that add up to it. */
export function decomposeKind({ baseline, head }: Cell, { kind, before, after, amounts, prices }: KindOfCell): Parts {
  const parts = noParts()
  const isPrompt = PROMPT.some((one) => one === kind)
  const length = isPrompt ? 'input_tokens_per_call' : 'output_tokens_per_call'
  if (amounts.baseline === 0 || amounts.head === 0) {
    const tokens = amounts.baseline === 0 ? before : after
    const empty = tokens[kind] > 0 ? 'rates' : isPrompt && promptOf(tokens) > 0 ? 'cache' : length
    parts[empty] = amounts.head - amounts.baseline
    return parts
  }
  const weight = logMean(amounts.head, amounts.baseline)
  const [longest, then] = isPrompt ? [promptOf(after), promptOf(before)] : [after.output, before.output]
  parts.calls = weight * Math.log(head.groupCalls / baseline.groupCalls)
  parts.mix = weight * Math.log(shareOf(head) / shareOf(baseline))
  parts[length] = weight * Math.log(longest / head.calls / (then / baseline.calls))
  if (isPrompt) parts.cache = weight * Math.log(after[kind] / longest / (before[kind] / then))
  parts.rates = weight * Math.log(prices.head[kind] / prices.baseline[kind])
  return parts
}

/** Prices that make up the cost of a cell; of a mere shape, the multiple of it that does: one for both sides where rounding allows it. */
export function pricesIn({ baseline, head }: Cell, before: Kinds, after: Kinds, pricing: Pricing): { baseline: Kinds; head: Kinds } {
  if (!pricing.isShape && !baseline.isPartlyPriced && !head.isPartlyPriced) return pricing
  const [first, second] = [costAt(pricing.baseline, before), costAt(pricing.head, after)]
  const multiple = (baseline.costUsd + head.costUsd) / (first + second)
  const isWithin = (side: CellSide, expected: number) => {
    return Math.abs(side.costUsd - multiple * expected) <= roundingOf(side.costUsd, side.calls, pricing.perCallUsd)
  }
  const isOne = isWithin(baseline, first) && isWithin(head, second)
  return {
    baseline: scale(pricing.baseline, isOne ? multiple : baseline.costUsd / first),
    head: scale(pricing.head, isOne ? multiple : head.costUsd / second),
  }
}
