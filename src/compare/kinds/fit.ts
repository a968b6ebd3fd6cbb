import { costAt, KINDS, type Kinds } from './kinds.ts'
import { areRoundByNoChance } from './round.ts'
import { roundingOf } from './rounding.ts'
import { numberAt, solve } from './solve.ts'

/** Tokens of one model in one place, and what was recorded of their cost. */
export interface Row {
  readonly tokens: Kinds
  readonly calls: number
  readonly costUsd: number
}

/** Prices that recorded costs follow from. */
export interface Fit {
  /** US dollars per token; 0 for a kind that no row has. */
  readonly prices: Kinds
  /** Rows beyond those that any prices would have fitted: without one of them the prices are a guess that nothing contradicts. */
  readonly spare: number
  /** Whether they are round, as sellers name prices, by no chance. */
  readonly isRound: boolean
}

/** Half a price list says nothing: a price is known to a twentieth, or its kind hardly costs anything. */
const KNOWN_SHARE = 0.05
const HARDLY = 0.002
/** Rounding of several rows adds up in the worst of them. */
const WORST = 2

/**
 * Prices of the kinds that explain what rows cost, up to rounding; null where the rows do not settle them, where no prices do, or where those that
 * do are none that a seller has.
 * @param perCallUsd how much of a call's cost may be rounding.
 */
export function fitPrices(rows: readonly Row[], perCallUsd: number): Fit | null {
  const kinds = KINDS.filter((kind) => rows.some(({ tokens }) => tokens[kind] > 0))
  if (kinds.length === 0) return null
  // An order of its own: then the last digit does not depend on which side a row is of. Each row counts by how well it is known.
  const ordered = rows
    .toSorted((a, b) => a.costUsd - b.costUsd || KINDS.reduce((order, kind) => order || a.tokens[kind] - b.tokens[kind], 0))
    .map((row) => ({ ...row, roundingUsd: roundingOf(row.costUsd, row.calls, perCallUsd) }))
  const columns = kinds.map((kind) => ({ kind, most: largestOf(ordered.map(({ tokens }) => tokens[kind])) }))
  const equations = ordered.map(({ tokens, costUsd, roundingUsd }) => {
    return [...columns.map(({ kind, most }) => tokens[kind] / most / roundingUsd), costUsd / roundingUsd]
  })
  const solution = solve(equations, kinds.length)
  if (solution === null) return null
  const hardly = largestOf(ordered.map(({ costUsd }) => costUsd)) * HARDLY
  if (solution.values.some((value, column) => numberAt(solution.reach, column) > Math.max(value * KNOWN_SHARE, hardly))) return null
  const prices = { input: 0, cached: 0, written: 0, output: 0 }
  for (const [column, { kind, most }] of columns.entries()) prices[kind] = numberAt(solution.values, column) / most
  const rests = ordered.map(({ tokens, costUsd, roundingUsd }) => (costUsd - costAt(prices, tokens)) / roundingUsd)
  const isRounding = rests.every((rest) => Math.abs(rest) <= WORST) && rests.reduce((sum, rest) => sum + rest * rest, 0) <= rests.length
  return isRounding && kinds.every((kind) => kind === 'cached' || prices[kind] > 0) && isPlausible(prices)
    ? { prices, spare: rows.length - kinds.length, isRound: areRoundByNoChance(kinds.map((kind) => prices[kind])) }
    : null
}

function largestOf(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one))
}

/** Whether prices are such as sellers have: what a cache gives is not dearer than what it does not, and an answer is dearer than a prompt, but not by the hundred. */
function isPlausible({ input, cached, written, output }: Kinds): boolean {
  // All of the prompt may have come from a cache.
  if (input === 0) return true
  const isIn = (price: number, least: number, most: number) => price === 0 || (price >= input * least && price <= input * most)
  return isIn(cached, 0.005, 1.02) && isIn(written, 0.2, 3) && isIn(output, 0.5, 20)
}
