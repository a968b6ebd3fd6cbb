import { type Fit, fitPrices, type Row } from './fit.ts'
import { costAt, KINDS, type Kinds } from './kinds.ts'
import { roundingOf, roundingPerCall } from './rounding.ts'
import type { ModelRows } from './rows.ts'

/** What the kinds of a model's tokens cost on either side, and where that is known from. */
export interface Pricing {
  readonly source: 'fitted' | 'catalog'
  readonly baseline: Kinds
  readonly head: Kinds
  /** Only how the kinds' prices stand to each other: in each place and side they are this many times as high as its cost says. */
  readonly isShape: boolean
  /** How much of a call's cost may be rounding. Unit: US dollars. */
  readonly perCallUsd: number
}

/** What recorded costs say of a model's prices. */
export interface Evidence {
  /** Beyond doubt; null: a price list is to be asked. */
  readonly sure: Pricing | null
  /** What fits, though nothing contradicts it because there is nothing more to fit. */
  readonly guess: Pricing | null
  readonly perCallUsd: number
}

/**
 * Finds a model's prices in recorded costs.
 * First the hypothesis that no price changed: one price per kind for all rows of both sides. It holds where there are more rows than prices and what is
 * left over is rounding. Else each side has prices of its own, if each has more rows than prices; if only one has, the other's are taken to stand to
 * each other like those. With as many rows as prices some prices always fit, and a changed price could hide in them: that is a guess, unless they come
 * out as round as sellers name them.
 */
export function weighCosts({ baseline, head }: ModelRows): Evidence {
  const perCallUsd = roundingPerCall([...baseline, ...head].map(({ costUsd }) => costUsd))
  const fit = (rows: readonly Row[]) => fitPrices(rows, perCallUsd)
  const pricing = (before: Fit, after: Fit, isShape = false): Pricing => {
    return { source: 'fitted', baseline: before.prices, head: after.prices, isShape, perCallUsd }
  }
  const both = fit([...baseline, ...head])
  if (both !== null && (both.spare > 0 || both.isRound)) return { sure: pricing(both, both), guess: null, perCallUsd }
  const [before, after] = [fit(baseline), fit(head)]
  const [sureBefore, sureAfter] = [before, after].map((one) => (one !== null && one.spare > 0 ? one : null))
  if (sureBefore && sureAfter) return { sure: pricing(sureBefore, sureAfter), guess: null, perCallUsd }
  if (sureBefore && covers(sureBefore, head)) return { sure: pricing(sureBefore, sureBefore, true), guess: null, perCallUsd }
  if (sureAfter && covers(sureAfter, baseline)) return { sure: pricing(sureAfter, sureAfter, true), guess: null, perCallUsd }
  const guess = both !== null ? pricing(both, both) : before !== null && after !== null ? pricing(before, after) : null
  return { sure: null, guess, perCallUsd }
}

/**
 * Prices where recorded costs do not settle them.
 * A list comes before a guess where it reproduces what was recorded: the same multiple of its prices on both sides (a discount, a margin), or its very
 * prices on one side, so that the other side's did change. A guess comes before a list that reproduces neither. Null: nobody knows.
 */
export function pricingFrom({ sure, guess, perCallUsd }: Evidence, rows: ModelRows, list: Kinds | null): Pricing | null {
  if (sure !== null) return sure
  if (list === null) return guess
  const listed: Pricing = { source: 'catalog', baseline: list, head: list, isShape: true, perCallUsd }
  const sides = [rows.baseline, rows.head].map((side) => multiplesOf(side, list, perCallUsd))
  // A list that gives the model away explains no cost.
  if (!sides.flat().every(({ multiple }) => Number.isFinite(multiple))) return guess
  const isSame = agree(sides.flat())
  const isList = sides.some((side) => side.length > 0 && side.every(({ multiple, rounding }) => Math.abs(multiple - 1) <= rounding))
  return isSame || isList || guess === null ? listed : guess
}

interface Multiple {
  readonly multiple: number
  readonly rounding: number
}

function multiplesOf(rows: readonly Row[], list: Kinds, perCallUsd: number): Multiple[] {
  return rows.map(({ tokens, costUsd, calls }) => {
    const expected = costAt(list, tokens)
    return { multiple: costUsd / expected, rounding: (2 * roundingOf(costUsd, calls, perCallUsd)) / expected }
  })
}

/** Whether one multiple may stand behind all. */
function agree(multiples: readonly Multiple[]): boolean {
  const least = Math.max(...multiples.map(({ multiple, rounding }) => multiple - rounding))
  return least <= Math.min(...multiples.map(({ multiple, rounding }) => multiple + rounding))
}

/** Whether a fit has a price for every kind of these rows. */
function covers({ prices }: Fit, rows: readonly Row[]): boolean {
  return rows.every(({ tokens }) => KINDS.every((kind) => tokens[kind] === 0 || prices[kind] > 0))
}
