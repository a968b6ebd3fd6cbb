import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/compare/cells.ts'
import { decomposeKind, pricesIn } from '../../src/compare/kind-parts.ts'
import { type Kind, type Kinds, scale } from '../../src/compare/kinds/kinds.ts'
import { noParts } from '../../src/compare/lmdi.ts'
import { cell, fitted, kindsOf } from '../support/compare/cells.ts'

const PRICES: Kinds = { input: 0.001, cached: 0.0005, written: 0.00125, output: 0.004 }

/** The parts of one kind, of which each side has these tokens at these prices. */
function partsOf(kind: Kind, before: Kinds, after: Kinds, then = PRICES, now = then, of: Cell = cell()) {
  const amounts = { baseline: before[kind] * then[kind], head: after[kind] * now[kind] }
  return decomposeKind(of, { kind, before, after, amounts, prices: { baseline: then, head: now } })
}

describe('one kind of tokens', () => {
  it.each<[driver: string, kind: Kind, before: Partial<Kinds>, after: Partial<Kinds>]>([
    ['cache', 'cached', { input: 1, output: 1 }, { input: 1, cached: 8, output: 1 }],
    ['cache', 'input', { cached: 1 }, { input: 4, cached: 1 }],
    ['input_tokens_per_call', 'written', { output: 5 }, { written: 8, output: 5 }],
    ['output_tokens_per_call', 'output', { input: 1 }, { input: 1, output: 2 }],
  ])('that only one side has is %s of %s', (driver, kind, before, after) => {
    const [one, two] = [kindsOf(before), kindsOf(after)]
    const amount = two[kind] * PRICES[kind]
    expect(partsOf(kind, one, two)).toEqual({ ...noParts(), [driver]: amount })
    expect(partsOf(kind, two, one)).toEqual({ ...noParts(), [driver]: -amount })
  })

  it('that has a price on one side alone is rates, even a single token', () => {
    const one = kindsOf({ cached: 1, output: 1 })
    const free = { ...PRICES, cached: 0, output: 0 }
    expect(partsOf('cached', one, one, free, PRICES)).toEqual({ ...noParts(), rates: 0.0005 })
    expect(partsOf('output', one, one, PRICES, free)).toEqual({ ...noParts(), rates: -0.004 })
  })

  it('has each driver that doubled as much of the change', () => {
    const [before, after] = [kindsOf({ input: 100, cached: 100 }), kindsOf({ input: 800, cached: 0 })]
    const of = cell({ groupCalls: 20, calls: 10 }, { groupCalls: 40, calls: 40 })
    // Twice the calls, twice the share, as long prompts, twice the part of them, and half the price: 8 times the tokens cost 4 times as much.
    const parts = partsOf('input', before, after, PRICES, scale(PRICES, 0.5), of)
    const part = expect.closeTo(0.3 / 2, 9)
    expect(parts).toEqual({
      ...noParts(),
      calls: part,
      mix: part,
      cache: part,
      rates: expect.closeTo(-0.3 / 2, 9),
      input_tokens_per_call: expect.closeTo(0, 12),
    })
  })

  it('of answers has no cache', () => {
    const [before, after] = [kindsOf({ input: 100, output: 100 }), kindsOf({ input: 300, output: 400 })]
    expect(partsOf('output', before, after)).toEqual({ ...noParts(), output_tokens_per_call: expect.closeTo(1.2, 9) })
  })
})

describe('prices of a cell', () => {
  const [before, after] = [kindsOf({ input: 1000 }), kindsOf({ input: 500 })]
  const inCell = (baselineUsd: number, headUsd: number, overrides = {}, sides: [object, object] = [{}, {}]) =>
    pricesIn(
      cell({ costUsd: baselineUsd, ...sides[0] }, { costUsd: headUsd, ...sides[1] }),
      before,
      after,
      fitted(PRICES, PRICES, overrides),
    )
  const inputs = (prices: ReturnType<typeof inCell>) => [prices.baseline.input, prices.head.input]
  const near = (...numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 9))

  it('are those that costs follow from', () => {
    expect(inputs(inCell(3, 4))).toEqual([0.001, 0.001])
  })

  it.each<[what: string, overrides: object, sides: [object, object]]>([
    ['of a mere shape', { isShape: true }, [{}, {}]],
    ['with calls of the baseline that have no price', {}, [{ isPartlyPriced: true }, {}]],
    ['with calls of head that have no price', {}, [{}, { isPartlyPriced: true }]],
  ])('are the multiple that makes up its cost: %s', (_, overrides, sides) => {
    expect(inputs(inCell(2, 1.5, overrides, sides))).toEqual(near(0.002, 0.003))
  })

  it('are one multiple for both sides where rounding allows it', () => {
    const shape = { isShape: true, perCallUsd: 0.0001 }
    // Twice the list makes $2 and $1; ten calls may each be off by 0.0001.
    expect(inputs(inCell(2.0003, 0.9997, shape))).toEqual(near(0.002, 0.002))
    expect(inputs(inCell(2, 1.003, shape))).toEqual(near(0.002, 0.002006))
  })

  it('are two multiples where rounding explains one side alone', () => {
    const shape = { isShape: true, perCallUsd: 1 }
    // Half a percent may be rounding: a lot of a dear side, and nothing of a cheap one.
    const lopsided = (dearUsd: number, cheapUsd: number, isBaselineDear: boolean) => {
      const [dear, cheap] = [kindsOf({ input: 1_000_000 }), kindsOf({ input: 100 })]
      const [first, second] = isBaselineDear ? [dear, cheap] : [cheap, dear]
      const [firstUsd, secondUsd] = isBaselineDear ? [dearUsd, cheapUsd] : [cheapUsd, dearUsd]
      return inputs(pricesIn(cell({ costUsd: firstUsd }, { costUsd: secondUsd }), first, second, fitted(PRICES, PRICES, shape)))
    }
    expect(lopsided(1000, 0.2, true)).toEqual(near(0.001, 0.002))
    expect(lopsided(1000, 0.2, false)).toEqual(near(0.002, 0.001))
  })
})
