import { describe, expect, it } from 'vitest'
import { KINDS, type Kinds, scale } from '../../src/compare/kinds/kinds.ts'
import { noParts } from '../../src/compare/lmdi.ts'
import { decompose } from '../../src/compare/parts.ts'
import { cell, fitted, kindsOf, pricedSide } from '../support/compare/cells.ts'

const PRICES: Kinds = { input: 0.001, cached: 0.0005, written: 0.00125, output: 0.004 }
const DEARER = scale(PRICES, 2)
const KNOWN = { input: 600, cached: 300, written: 100, output: 50 }

const priced = (baseline: Partial<Kinds>, head: Partial<Kinds>, then = PRICES, now = then) =>
  cell(pricedSide(baseline, then), pricedSide(head, now))

describe('what a side that costs nothing leaves', () => {
  const free = { costUsd: 0 }
  const none = { costUsd: 0, groupCalls: 0, calls: 0, tokens: 0 }

  it.each([
    ['calls', none],
    ['mix', { ...none, groupCalls: 10 }],
    ['tokens_per_call', { costUsd: 0, tokens: 0 }],
    ['rates', free],
    ['unattributed', { ...free, isPartlyPriced: true }],
  ] as const)('is %s', (driver, side) => {
    expect(decompose(cell(side, {}), null).parts).toEqual({ ...noParts(), [driver]: 1 })
    expect(decompose(cell({}, side), null).parts).toEqual({ ...noParts(), [driver]: -1 })
  })

  it('is at the prices of the baseline what they make of it, where they are known', () => {
    const head = pricedSide(KNOWN, DEARER)
    const of = (pricing: Parameters<typeof decompose>[1], overrides = {}) =>
      decompose(cell({ costUsd: 0 }, { ...head, ...overrides }), pricing).atOldRatesUsd / head.costUsd
    expect(of(fitted(PRICES, DEARER))).toBeCloseTo(0.5, 12)
    expect(of(null)).toBe(1)
    expect(of(fitted(PRICES, DEARER, { isShape: true }))).toBe(1)
    expect(of(fitted(PRICES, DEARER), { isPartlyPriced: true })).toBe(1)
    expect(of(fitted(PRICES, DEARER), { kinds: null })).toBe(1)
    expect(of(fitted(PRICES, DEARER), { kinds: kindsOf({}) })).toBe(1)
    expect(decompose(cell({}, { costUsd: 0, kinds: kindsOf({}) }), fitted(PRICES)).atOldRatesUsd).toBe(0)
  })
})

describe('where no prices of kinds are known', () => {
  it.each<[what: string, of: ReturnType<typeof cell>, pricing: Parameters<typeof decompose>[1]]>([
    ['no pricing', priced(KNOWN, scale(KNOWN, 2)), null],
    ['kinds of the baseline', cell({}, pricedSide(KNOWN, PRICES, { tokens: 2000, costUsd: 2 })), fitted(PRICES)],
    ['kinds of head', cell(pricedSide(KNOWN, PRICES, { tokens: 1000 }), { tokens: 2000, costUsd: 2 }), fitted(PRICES)],
    ['a price for what the baseline has', priced(KNOWN, scale(KNOWN, 2)), fitted(kindsOf({}), PRICES)],
    ['a price for what head has', priced(KNOWN, scale(KNOWN, 2)), fitted(PRICES, kindsOf({}))],
  ])('tokens of all kinds are one: without %s', (_, of, pricing) => {
    const { parts, rate, atOldRatesUsd } = decompose(of, pricing)
    expect(parts.tokens_per_call).toBeGreaterThan(0)
    expect([parts.input_tokens_per_call, parts.output_tokens_per_call, parts.cache]).toEqual([0, 0, 0])
    expect([rate, atOldRatesUsd]).toEqual([null, of.head.costUsd])
  })

  it('what is left is rates, or nobody can attribute it where calls have no known price', () => {
    const dearer = { costUsd: 3 }
    expect(decompose(cell({}, dearer), null).parts).toEqual({ ...noParts(), rates: 2 })
    for (const partly of [cell({ isPartlyPriced: true }, dearer), cell({}, { ...dearer, isPartlyPriced: true })])
      expect(decompose(partly, null).parts).toEqual({ ...noParts(), unattributed: 2 })
  })

  it('calls, shares and tokens have as much of the change as their logarithms', () => {
    const of = cell({ groupCalls: 20 }, { groupCalls: 40, calls: 40, tokens: 8000, costUsd: 16 })
    // Each of them doubled, and the price too.
    const quarter = expect.closeTo(15 / 4, 9)
    expect(decompose(of, null).parts).toEqual({ ...noParts(), calls: quarter, mix: quarter, tokens_per_call: quarter, rates: quarter })
  })

  it('tokens on one side alone say nothing of their number', () => {
    for (const of of [cell({ tokens: 0 }, { costUsd: 2 }), cell({}, { costUsd: 2, tokens: 0 })])
      expect(decompose(of, null).parts).toEqual({ ...noParts(), rates: 1 })
  })
})

describe('prices that changed', () => {
  it('are all of the change of tokens that did not, and head costs at the old ones what the baseline did', () => {
    const of = priced(KNOWN, KNOWN, PRICES, DEARER)
    const { parts, rate, atOldRatesUsd } = decompose(of, fitted(PRICES, DEARER))
    expect(parts.rates).toBeCloseTo(of.baseline.costUsd, 12)
    expect(rate).toEqual({ kind: 'input', deltaUsd: expect.closeTo(0.6, 12), baseline: 0.001, head: 0.002 })
    expect(atOldRatesUsd).toBeCloseTo(of.baseline.costUsd, 12)
  })

  it('are known of the kind that they moved most, the first of those that they moved as much', () => {
    const now = { ...PRICES, input: 0.002, cached: 0.0015, output: 0.005 }
    const of = (tokens: Partial<Kinds>) => decompose(priced(tokens, tokens, PRICES, now), fitted(PRICES, now)).rate?.kind
    expect(of({ input: 10, cached: 20 })).toBe('cached')
    expect(of({ input: 30, cached: 20 })).toBe('input')
    const half = { ...PRICES, input: 0.001, output: 0.001 }
    const whole = { ...half, input: 0.002, output: 0.002 }
    const same = { input: 100, output: 100 }
    expect(decompose(priced(same, same, half, whole), fitted(half, whole)).rate?.kind).toBe('input')
    expect(decompose(priced(same, same, whole, half), fitted(whole, half)).rate).toMatchObject({ kind: 'input', head: 0.001 })
  })

  it('are none of a kind that the baseline did not have', () => {
    const before = { ...PRICES, cached: 0 }
    const of = priced({ input: 900 }, { input: 500, cached: 400 }, PRICES, DEARER)
    const { atOldRatesUsd } = decompose(of, fitted(before, DEARER))
    expect(atOldRatesUsd).toBeCloseTo(500 * PRICES.input + 400 * DEARER.cached, 12)
  })

  it('are none, with no rate, where nothing but tokens changed, and head costs to the last digit what it cost', () => {
    for (const tokens of [137, 777, 1009, 4243]) {
      const of = priced(KNOWN, { ...KNOWN, output: tokens })
      for (const pricing of [fitted(PRICES), fitted(PRICES, { ...PRICES }), fitted(PRICES, PRICES, { isShape: true })]) {
        const { parts, rate, atOldRatesUsd } = decompose(of, pricing)
        expect([rate, parts.rates, atOldRatesUsd]).toEqual([null, 0, of.head.costUsd])
      }
    }
  })

  it('are nobody knows whose where calls have no known price', () => {
    const of = priced(KNOWN, KNOWN, PRICES, DEARER)
    for (const side of ['baseline', 'head'] as const) {
      const partly = { ...of, [side]: { ...of[side], isPartlyPriced: true } }
      const { parts, rate, atOldRatesUsd } = decompose(partly, fitted(PRICES, DEARER))
      expect([parts.rates, rate, atOldRatesUsd]).toEqual([0, null, of.head.costUsd])
      expect(parts.unattributed).toBeCloseTo(of.baseline.costUsd, 12)
    }
  })
})

describe('what recorded costs are rounded by', () => {
  const change = (of: ReturnType<typeof cell>) => of.head.costUsd - of.baseline.costUsd

  it('belongs to the drivers that moved, by how much they did', () => {
    const exact = priced({ input: 1000, output: 100 }, { input: 2000, output: 50 })
    const of = { ...exact, head: { ...exact.head, costUsd: exact.head.costUsd + 0.1 } }
    const { parts } = decompose(of, fitted(PRICES))
    // $1 more of prompts and $0.2 less of answers: five sixths and one sixth of the rounding.
    expect(parts.input_tokens_per_call).toBeCloseTo(1 + 0.1 * (5 / 6), 9)
    expect(parts.output_tokens_per_call).toBeCloseTo(-0.2 + 0.1 / 6, 9)
    expect(parts.rates).toBe(0)
    expect(parts.input_tokens_per_call + parts.output_tokens_per_call).toBeCloseTo(change(of), 12)
  })

  it('is nobody knows what where none moved', () => {
    const exact = priced({ input: 1000 }, { input: 1000 })
    const of = { ...exact, head: { ...exact.head, costUsd: exact.head.costUsd + 0.0625 } }
    expect(decompose(of, fitted(PRICES)).parts).toEqual({ ...noParts(), unattributed: 0.0625 })
  })
})

it('every kind has a part where each has tokens', () => {
  for (const kind of KINDS) {
    const now = { ...PRICES, [kind]: PRICES[kind] * 2 }
    const { rate } = decompose(priced(KNOWN, KNOWN, PRICES, now), fitted(PRICES, now))
    expect(rate?.kind).toBe(kind)
  }
})
