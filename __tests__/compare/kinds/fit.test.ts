import { describe, expect, it } from 'vitest'
import { fitPrices, type Row } from '../../../src/compare/kinds/fit.ts'
import { KINDS, type Kinds } from '../../../src/compare/kinds/kinds.ts'
import { costed, kindsOf } from '../../support/compare/cells.ts'

const PRICES: Kinds = { input: 0.001, cached: 0.0005, written: 0.00125, output: 0.004 }
const EXACT = 0

const expectPrices = (prices: Kinds | undefined, expected: Kinds) => {
  for (const kind of KINDS) expect(prices?.[kind], kind).toBeCloseTo(expected[kind], 12)
}

/** Rows of prompts alone, all of 1000 tokens for $1, but for these parts of what a call may be rounded by. */
const off = (...parts: readonly number[]): Row[] => parts.map((part) => costed({ input: 1000 }, PRICES, part * 0.001))

describe('prices that fit', () => {
  it('are one for each kind that there is, and 0 for the others', () => {
    const rows = [costed({ input: 1000, output: 100 }, PRICES), costed({ input: 500, output: 300 }, PRICES)]
    const fit = fitPrices(rows, EXACT)
    expectPrices(fit?.prices, { ...PRICES, cached: 0, written: 0 })
    expect([fit?.prices.cached, fit?.prices.written]).toEqual([0, 0])
  })

  it('are of four kinds', () => {
    const rows = [{ input: 900 }, { input: 100, cached: 800 }, { input: 100, written: 700 }, { input: 100, output: 60 }]
    expectPrices(
      fitPrices(
        rows.map((tokens) => costed(tokens, PRICES)),
        EXACT,
      )?.prices,
      PRICES,
    )
  })

  it('have as many rows to spare as there are beyond the kinds', () => {
    const rows = [costed({ input: 1000 }, PRICES), costed({ input: 500, output: 300 }, PRICES), costed({ input: 7 }, PRICES)]
    expect([1, 2, 3].map((count) => fitPrices(rows.slice(0, count), EXACT)?.spare)).toEqual([0, 0, 1])
  })

  it('say whether they are round', () => {
    const of = (input: number) => fitPrices([costed({ input: 1000 }, kindsOf({ input }))], EXACT)?.isRound
    expect([of(2.5e-6), of(2.503e-6)]).toEqual([true, false])
  })

  it('are none without rows, without tokens, or with fewer rows than kinds', () => {
    expect(fitPrices([], EXACT)).toBeNull()
    expect(fitPrices([{ tokens: kindsOf({}), calls: 1, costUsd: 1 }], EXACT)).toBeNull()
    expect(fitPrices([costed({ input: 1000, output: 100 }, PRICES)], EXACT)).toBeNull()
  })

  it('are the same to the last digit in whatever order the rows are', () => {
    /** Blends of input, cached and output that cost as much as each other, and one that was recorded twice. */
    const blends = ['331 200 20', '371 200 10', '281 300 20', '421 100 10', '381 100 20', '461 100 0', '461 100 0', '281 300 20']
    const rows = blends.map((blend, index) => {
      const [input = 0, cached = 0, output = 0] = blend.split(' ').map(Number)
      return { ...costed({ input, cached, output }, PRICES), costUsd: index < 6 ? 0.511 : 0.5115 }
    })
    const first = fitPrices(rows, 1e-3)
    expect(first).not.toBeNull()
    for (let turn = 1; turn < rows.length; turn++) {
      const turned = [...rows.slice(turn), ...rows.slice(0, turn)]
      expect([fitPrices(turned, 1e-3), fitPrices(turned.toReversed(), 1e-3)]).toEqual([first, first])
    }
  })
})

describe('a price that is hardly known', () => {
  /** Prompts alone for $1, and with answers for a bit more; each is rounded to a cent. */
  const answers = (costUsd: number, output: number, perCallUsd = 0.005) => {
    return fitPrices([costed({ input: 1000 }, PRICES), { ...costed({ input: 1000, output }, PRICES), costUsd }], perCallUsd)
  }

  it('is none where rounding may be more than a twentieth of it', () => {
    expect(answers(1.01, 10)).toBeNull()
    expect(answers(1.2, 50)).not.toBeNull()
  })

  it('is one where its kind hardly costs anything', () => {
    expect(answers(1.001, 1, 0.0001)).not.toBeNull()
    expect(answers(1.001, 1, 0.0015)).toBeNull()
  })
})

describe('what is left over', () => {
  it.each<[what: string, fits: boolean, rows: Row[]]>([
    ['one of ten that is off by more than twice its rounding', false, off(0, 0, 0, 0, 0, 0, 0, 0, 0, 2.4)],
    ['one of ten that is as much too cheap', false, off(0, 0, 0, 0, 0, 0, 0, 0, 0, -2.4)],
    ['one of ten that is off by less', true, off(0, 0, 0, 0, 0, 0, 0, 0, 0, 2)],
    ['all by a bit more than their rounding', false, off(1.1, -1.1, 1.1, -1.1, 1.1, -1.1)],
    ['all by a bit less than their rounding', true, off(0.98, -0.98, 0.98, -0.98, 0.98, -0.98)],
  ])('is rounding or not: %s', (_, fits, rows) => {
    expect(fitPrices(rows, 0.001) !== null).toBe(fits)
  })
})

describe('prices that no seller has', () => {
  const rows = [{ input: 900 }, { input: 100, cached: 800 }, { input: 100, written: 700 }, { input: 100, output: 600 }]
  const fits = (prices: Partial<Kinds>) =>
    fitPrices(
      rows.map((tokens) => costed(tokens, { ...PRICES, ...prices })),
      EXACT,
    ) !== null

  it.each<[kind: keyof Kinds, times: number, isPrice: boolean]>([
    ['cached', 0.004, false],
    ['cached', 0.006, true],
    ['cached', 1.01, true],
    ['cached', 1.03, false],
    ['written', 0.19, false],
    ['written', 0.21, true],
    ['written', 2.9, true],
    ['written', 3.1, false],
    ['output', 0.49, false],
    ['output', 0.51, true],
    ['output', 19, true],
    ['output', 20.5, false],
  ])('%s of %s times the input: %s', (kind, times, isPrice) => {
    expect(fits({ [kind]: PRICES.input * times })).toBe(isPrice)
  })

  it('give nothing away but what comes from a cache', () => {
    const free = (kind: keyof Kinds) => {
      const more = costed({ input: 1000, [kind]: 500 }, kindsOf({ input: 0.001 }), -0.0001)
      return fitPrices([costed({ input: 1000 }, PRICES), more], 0.0005)
    }
    expect(free('cached')?.prices).toEqual(kindsOf({ input: expect.closeTo(0.001, 6) }))
    expect([free('written'), free('output')]).toEqual([null, null])
  })

  it('are not held against those of a prompt where all of it came from a cache', () => {
    const own = kindsOf({ cached: 0.0005, output: 0.0001 })
    const fit = fitPrices([costed({ cached: 800 }, own), costed({ cached: 100, output: 600 }, own)], EXACT)
    expectPrices(fit?.prices, own)
  })
})
