import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareShare } from '../../../src/judge/exact.ts'
import { exceedsIncrease } from '../../../src/judge/growth/increase.ts'
import { sumUsd } from '../../../src/usage/money.ts'
import { tries } from '../../support/tries.ts'

const PICO = 1e-12

describe('exceedsIncrease', () => {
  it.each([
    [1.1, 1.32, 20, false],
    [1.1, 1.320000000001, 20, true],
    [0.1, 0.12, 20, false],
    [0.7, 0.84, 20, false],
    [0.000001, 0.0000012, 20, false],
    [0.000001, 0.000001200001, 20, true],
    [1e-12, 1e-12, 0, false],
    [1e-12, 2e-12, 100, false],
    [1e-12, 2e-12, 99.999999999, true],
    [3, 3.1, 3.333333333, true],
    [3, 3.1, 3.333333334, false],
    [1, 1 + PICO, 0, true],
    [1, 1, 0, false],
    [1, 0.5, 0, false],
    [0, 0, 0, false],
    [0, PICO, 1_000_000, true],
    [8191.1, 9829.32, 20, false],
    [4000.5, 4800.600000000001, 20, true],
    [100_000.1, 120_000.12, 20, false],
    [1e12, 1.2e12, 20, false],
    [0.1 + 0.2, 0.36, 20, false],
    [247_079.962, 296_495.9544, 20, false],
    [247_079.962, 296_495.954401, 20, true],
    // Four steps of a double above the limit, which is what may have been lost of a baseline eleven times as small.
    [10_000, 110_000.00000000006, 1000, false],
    [10_000, 110_000.0000000002, 1000, true],
  ])('%d to %d against %d %% is %s', (baseline, head, percent, expected) => {
    expect(exceedsIncrease(baseline, head, { percent, minUsd: 0 })).toBe(expected)
  })

  it.each([
    [1, 1.5, 0.5, true],
    [1, 1.5, 0.500000000001, false],
    [1.1, 1.4, 0.3, true],
    [0, 0.05, 0.05, true],
    [10_000, 12_500, 2500.0000000001, false],
    // What may be lost of large amounts is not held against them.
    [10_000, 12_500, 2500.000000000003, true],
    [0, 0.049999999999, 0.05, false],
  ])('%d to %d counts from an increase of $%d on: %s', (baseline, head, minUsd, expected) => {
    expect(exceedsIncrease(baseline, head, { percent: 20, minUsd })).toBe(expected)
  })

  it('never errs at the edge: exactly the percentage passes, one picodollar more does not', () => {
    // Up to $8,000 and 100 % more, where doubles tell picodollars apart.
    const baselines = fc.integer({ min: 1, max: 40_000_000 })
    fc.assert(
      fc.property(baselines, fc.integer({ min: 0, max: 100 }), (cents, percent) => {
        const baseline = cents / 10_000
        const exact = (cents * (100 + percent)) / 1_000_000
        const above = Number(`${exact.toFixed(6)}000001`)
        const limit = { percent, minUsd: 0 }
        return !exceedsIncrease(baseline, exact, limit) && exceedsIncrease(baseline, above, limit)
      }),
    )
  })

  it.each([
    ['up to 6 decimals', 6],
    ['all 12 decimals, more than a double has room for', 12],
  ])('passes 24 copies of an amount against 20, and not one millionth more: %s', (_, decimals) => {
    const dollars = fc.oneof(fc.nat({ max: 999_999 }), fc.integer({ min: 8000, max: 20_000 }))
    const fraction = fc.nat({ max: 999_999 }).chain((first) => fc.nat({ max: 999_999 }).map((second) => `${pad(first)}${pad(second)}`))
    const limit = { percent: 20, minUsd: 0 }
    fc.assert(
      fc.property(dollars, fraction, fc.integer({ min: 1, max: 30 }), (whole, digits, times) => {
        const amount = Number(`${whole}.${digits.slice(0, decimals)}`)
        const copies = (count: number) => Array.from({ length: count * times }, () => amount)
        const [baseline, head] = [sumUsd(copies(20)), sumUsd(copies(24))]
        expect(exceedsIncrease(baseline, head, limit)).toBe(false)
        expect(exceedsIncrease(baseline, sumUsd([head, 1e-6]), limit)).toBe(true)
        // In legs, each written as a number.
        const legs = [copies(10), copies(9), copies(5)].map(sumUsd)
        expect(exceedsIncrease(baseline, sumUsd(legs), limit)).toBe(false)
        expect(compareShare(head, 24 * times, amount, 1)).toBe(0)
      }),
      tries(500),
    )
  })
})

function pad(micro: number): string {
  return String(micro).padStart(6, '0')
}
