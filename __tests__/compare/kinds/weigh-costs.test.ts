import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/compare/kinds/fit.ts'
import { KINDS, type Kinds, scale } from '../../../src/compare/kinds/kinds.ts'
import { weighCosts } from '../../../src/compare/kinds/pricing.ts'
import { costed } from '../../support/compare/cells.ts'

/** No round prices: else two rows of two kinds settle them. */
const PRICES: Kinds = scale({ input: 0.001, cached: 0.0005, written: 0.00125, output: 0.004 }, 0.73331)
const DEARER: Kinds = { ...PRICES, output: PRICES.output * 1.5 }
const BLENDS = [
  { input: 1000, output: 100 },
  { input: 500, output: 300 },
  { input: 700, output: 900 },
]

const rows = (count: number, prices = PRICES): Row[] => BLENDS.slice(0, count).map((tokens) => costed(tokens, prices))

function expectPrices(prices: Kinds | undefined, expected: Kinds) {
  for (const kind of KINDS) expect(prices?.[kind], kind).toBeCloseTo(kind === 'input' || kind === 'output' ? expected[kind] : 0, 9)
}

describe('recorded costs', () => {
  it('settle one price per kind for both sides, with one row more than kinds', () => {
    const { sure, guess, perCallUsd } = weighCosts({ baseline: rows(2), head: rows(3).slice(2) })
    expect(sure).toEqual({ source: 'fitted', baseline: sure?.baseline, head: sure?.baseline, isShape: false, perCallUsd })
    expectPrices(sure?.baseline, PRICES)
    expect(guess).toBeNull()
  })

  it('settle a price per kind and side, with one row more than kinds on each', () => {
    const { sure, guess, perCallUsd } = weighCosts({ baseline: rows(3), head: rows(3, DEARER) })
    expect(sure).toMatchObject({ source: 'fitted', isShape: false, perCallUsd })
    expectPrices(sure?.baseline, PRICES)
    expectPrices(sure?.head, DEARER)
    expect(guess).toBeNull()
  })

  it('say how the prices of a side with too few rows stand to each other, by those of the other', () => {
    for (const [baseline, head] of [
      [rows(3), rows(1, DEARER)],
      [rows(1, DEARER), rows(3)],
    ] as const) {
      const { sure, guess, perCallUsd } = weighCosts({ baseline, head })
      expect(sure).toEqual({ source: 'fitted', baseline: sure?.baseline, head: sure?.baseline, isShape: true, perCallUsd })
      expectPrices(sure?.baseline, PRICES)
      expect(guess).toBeNull()
    }
  })

  it('say nothing of a side with a kind that the other one does not have', () => {
    const other = [costed({ input: 1000, output: 100 }, DEARER), costed({ input: 100, written: 900, output: 100 }, DEARER)]
    for (const [baseline, head] of [
      [rows(3), other],
      [other, rows(3)],
    ] as const)
      expect(weighCosts({ baseline, head })).toMatchObject({ sure: null, guess: null })
  })

  it('leave a guess with as many rows as kinds', () => {
    const { sure, guess, perCallUsd } = weighCosts({ baseline: rows(1), head: rows(2).slice(1) })
    expect(sure).toBeNull()
    expect(guess).toEqual({ source: 'fitted', baseline: guess?.baseline, head: guess?.baseline, isShape: false, perCallUsd })
    expectPrices(guess?.baseline, PRICES)
  })

  it('leave a guess of each side with as many rows as kinds on each', () => {
    const { sure, guess } = weighCosts({ baseline: rows(2), head: rows(2, DEARER) })
    expect(sure).toBeNull()
    expect(guess?.isShape).toBe(false)
    expectPrices(guess?.baseline, PRICES)
    expectPrices(guess?.head, DEARER)
  })

  it('leave nothing where a side fits no prices and the other is no more than a guess', () => {
    for (const [baseline, head] of [
      [rows(2), rows(1, DEARER)],
      [rows(1, DEARER), rows(2)],
    ] as const)
      expect(weighCosts({ baseline, head })).toMatchObject({ sure: null, guess: null })
  })

  it('are rounded to the decimals that the finest of both sides has', () => {
    const of = (...costs: readonly number[]) => costs.map((costUsd) => ({ ...costed({ input: 1 }, PRICES), costUsd }))
    expect(weighCosts({ baseline: of(0.5), head: of(0.25, 1) }).perCallUsd).toBeCloseTo(0.005, 12)
    expect(weighCosts({ baseline: of(0.125), head: of(1) }).perCallUsd).toBeCloseTo(0.0005, 12)
  })
})
