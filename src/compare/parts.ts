import type { Driver } from '../generated/types.ts'
import { type Cell, type CellSide, shareOf } from './cells.ts'
import { decomposeKind, pricesIn } from './kind-parts.ts'
import { costAt, KINDS, type Kind, type Kinds } from './kinds/kinds.ts'
import type { Pricing } from './kinds/pricing.ts'
import { DRIVERS, logMean, noParts, type Parts } from './lmdi.ts'

/** The price of a kind that moved a cell most, on both sides. Unit: US dollars per token. */
export interface Rate {
  readonly kind: Kind
  readonly deltaUsd: number
  readonly baseline: number
  readonly head: number
}

export interface Decomposed {
  readonly parts: Parts
  readonly rate: Rate | null
  /** What head would have cost at the prices of the baseline; as it is where they are not known. */
  readonly atOldRatesUsd: number
}

/**
 * The change of one cell in parts that add up to it: logarithmic mean Divisia index (LMDI-I, additive; Ang 2005) over the kinds of its tokens. The cost of a
 * kind is calls of the group × share of the model × tokens per call × price; tokens of a kind of prompt are those of the prompt × part of the kind.
 * Where a side costs nothing, the logarithmic mean is 0 and the analytic limit gives the whole change to the factor that is 0 there (Ang and Liu 2007): a
 * new group is calls, a new model in a known group is mix, a first use of a cache is cache, a first price is rates.
 * @param pricing null: prices of the kinds are not known; then tokens of all kinds are one, and what is left is rates.
 */
export function decompose(cell: Cell, pricing: Pricing | null): Decomposed {
  const { baseline, head } = cell
  const parts = noParts()
  if (baseline.costUsd === 0 || head.costUsd === 0) {
    const empty = baseline.costUsd === 0 ? baseline : head
    parts[emptyDriver(empty)] = head.costUsd - baseline.costUsd
    const isKnown = pricing !== null && !pricing.isShape && !head.isPartlyPriced
    return { parts, rate: null, atOldRatesUsd: isKnown ? reprice(head, pricing) : head.costUsd }
  }
  const { kinds: before } = baseline
  const { kinds: after } = head
  if (pricing === null || before === null || after === null || !isPriced(pricing.baseline, before) || !isPriced(pricing.head, after))
    return { parts: isPartly(cell) ? unpriced(decomposeWhole(cell)) : decomposeWhole(cell), rate: null, atOldRatesUsd: head.costUsd }
  const prices = pricesIn(cell, before, after, pricing)
  let rate: Rate | null = null
  for (const kind of KINDS) {
    const amounts = { baseline: prices.baseline[kind] * before[kind], head: prices.head[kind] * after[kind] }
    const part = decomposeKind(cell, { kind, before, after, amounts, prices })
    for (const driver of DRIVERS) parts[driver] += part[driver]
    if (Math.abs(part.rates) > Math.abs(rate?.deltaUsd ?? 0))
      rate = { kind, deltaUsd: part.rates, baseline: prices.baseline[kind], head: prices.head[kind] }
  }
  const whole = spreadRounding(parts, head.costUsd - baseline.costUsd)
  if (isPartly(cell)) return { parts: unpriced(whole), rate: null, atOldRatesUsd: head.costUsd }
  return { parts: whole, rate, atOldRatesUsd: reprice(head, prices) }
}

/** What a side of head costs at the baseline's prices; a kind that the baseline had none of has no other price than that of head. */
function reprice({ costUsd, kinds }: CellSide, prices: { readonly baseline: Kinds; readonly head: Kinds }): number {
  if (kinds === null) return costUsd
  const now = costAt(prices.head, kinds)
  if (now === 0) return costUsd
  const before = { ...prices.baseline }
  for (const kind of KINDS) before[kind] ||= prices.head[kind]
  // Where no price changed it is exactly what it cost.
  return costUsd * (costAt(before, kinds) / now)
}

/** Whether a side has calls in it that no cost is known of: then cost per token says nothing of prices. */
function isPartly({ baseline, head }: Cell): boolean {
  return baseline.isPartlyPriced || head.isPartlyPriced
}

function unpriced(parts: Parts): Parts {
  return { ...parts, rates: 0, unattributed: parts.unattributed + parts.rates }
}

function emptyDriver(side: CellSide): Driver {
  if (side.groupCalls === 0) return 'calls'
  if (side.calls === 0) return 'mix'
  if (side.tokens === 0) return 'tokens_per_call'
  return side.isPartlyPriced ? 'unattributed' : 'rates'
}

/** Tokens of all kinds as one factor. */
function decomposeWhole({ baseline, head }: Cell): Parts {
  const change = head.costUsd - baseline.costUsd
  const weight = logMean(head.costUsd, baseline.costUsd)
  const calls = weight * Math.log(head.groupCalls / baseline.groupCalls)
  const mix = weight * Math.log(shareOf(head) / shareOf(baseline))
  // Cost without tokens has no price per token: then it is the price of a call.
  const tokenless = baseline.tokens === 0 || head.tokens === 0
  const tokens = tokenless ? 0 : weight * Math.log(head.tokens / head.calls / (baseline.tokens / baseline.calls))
  return { ...noParts(), calls, mix, tokens_per_call: tokens, rates: change - calls - mix - tokens }
}

/** Gives what recorded costs were rounded by to the drivers that moved, by how much they did: no driver moves by rounding alone. */
function spreadRounding(parts: Parts, change: number): Parts {
  const rest = change - DRIVERS.reduce((sum, driver) => sum + parts[driver], 0)
  const moved = DRIVERS.reduce((sum, driver) => sum + Math.abs(parts[driver]), 0)
  if (moved === 0) return { ...parts, unattributed: rest }
  const whole = { ...parts }
  for (const driver of DRIVERS) whole[driver] += (rest * Math.abs(parts[driver])) / moved
  return whole
}

/** Whether there is a price for what is in a cell: of a list that gives a model away, or of prices for other kinds, no multiple is what it cost. */
function isPriced(prices: Kinds, tokens: Kinds): boolean {
  return costAt(prices, tokens) > 0
}
