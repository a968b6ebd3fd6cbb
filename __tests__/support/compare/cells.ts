import type { Part } from '../../../src/compare/causes.ts'
import type { Cell, CellSide } from '../../../src/compare/cells.ts'
import type { Row } from '../../../src/compare/kinds/fit.ts'
import { costAt, KINDS, type Kinds } from '../../../src/compare/kinds/kinds.ts'
import type { Pricing } from '../../../src/compare/kinds/pricing.ts'
import { noParts, type Parts } from '../../../src/compare/lmdi.ts'

const NONE: Kinds = { input: 0, cached: 0, written: 0, output: 0 }

/** Amounts of some kinds, and none of the others. */
export function kindsOf(some: Partial<Kinds>): Kinds {
  return { ...NONE, ...some }
}

/** A side with ten calls of a group that has no others. */
export function cellSide(overrides: Partial<CellSide> = {}): CellSide {
  return { groupCalls: 10, calls: 10, tokens: 1000, kinds: null, costUsd: 1, isPartlyPriced: false, ...overrides }
}

/** A side whose tokens are known by kind and cost what they cost at these prices. */
export function pricedSide(some: Partial<Kinds>, prices: Kinds, overrides: Partial<CellSide> = {}): CellSide {
  const kinds = kindsOf(some)
  const tokens = KINDS.reduce((sum, kind) => sum + kinds[kind], 0)
  return cellSide({ tokens, kinds, costUsd: costAt(prices, kinds), ...overrides })
}

/** One model in one step; each side has these figures. */
export function cell(baseline: Partial<CellSide> = {}, head: Partial<CellSide> = {}, overrides: Partial<Cell> = {}): Cell {
  return { group: 'plan', by: 'step', model: 'a', baseline: cellSide(baseline), head: cellSide(head), ...overrides }
}

/** A cell of which these drivers moved. */
export function part(moved: Partial<Parts>, of: Cell = cell(), rate: Part['rate'] = null): Part {
  return { cell: of, parts: { ...noParts(), ...moved }, rate, atOldRatesUsd: of.head.costUsd }
}

/** Prices that recorded costs were found to follow from. */
export function fitted(baseline: Kinds, head: Kinds = baseline, overrides: Partial<Pricing> = {}): Pricing {
  return { source: 'fitted', baseline, head, isShape: false, perCallUsd: 0, ...overrides }
}

/** What these tokens cost at these prices, and a bit. */
export function costed(some: Partial<Kinds>, prices: Kinds, beyondUsd = 0): Row {
  const tokens = kindsOf(some)
  return { tokens, calls: 1, costUsd: costAt(prices, tokens) + beyondUsd }
}
