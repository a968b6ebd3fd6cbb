import { describe, expect, it } from 'vitest'
import { meanInterval, normalReach, spreadOf, welchInterval } from '../../../src/analyse/experiment/interval.ts'
import { newcombeInterval, wilsonInterval, Z_95 } from '../../../src/compare/shares.ts'
import { drawer } from '../../support/experiment/drawer.ts'

const spread = (values: readonly number[]) => spreadOf(values, values.reduce((sum, value) => sum + value, 0) / values.length)

const FIRST = [0.01, 0.012, 0.015, 0.011, 0.03]
const OTHER = [0.02, 0.025, 0.019, 0.05, 0.022, 0.021, 0.024]

describe('the interval of a mean', () => {
  it('is that of scipy.stats.ttest_1samp', () => {
    const { low, high } = meanInterval(spread(FIRST), 0.95) ?? { low: 0, high: 0 }
    expect(low).toBeCloseTo(0.005338415142535979, 14)
    expect(high).toBeCloseTo(0.02586158485746402, 14)
  })

  it('is that of scipy.stats.ttest_ind with equal_var=False for the difference of two', () => {
    const { low, high } = welchInterval(spread(FIRST), spread(OTHER), 0.95) ?? { low: 0, high: 0 }
    expect(low).toBeCloseTo(-0.0020621648214141156, 14)
    expect(high).toBeCloseTo(0.02257645053569983, 14)
  })

  it('does not exist for a single value', () => {
    expect(meanInterval(spread([1]), 0.95)).toBeNull()
    expect(welchInterval(spread([1]), spread(OTHER), 0.95)).toBeNull()
    expect(welchInterval(spread(OTHER), spread([1]), 0.95)).toBeNull()
  })

  it('has no width where nothing varies', () => {
    expect(welchInterval(spread([2, 2, 2]), spread([3, 3]), 0.95)).toEqual({ low: 1, high: 1 })
  })

  it('is the same to the last bit whatever the order of the values', () => {
    const draw = drawer(3)
    const values = Array.from({ length: 50 }, () => draw.cost(0, 1))
    expect(spreadOf(values.toReversed(), 1.1)).toEqual(spreadOf(values, 1.1))
  })
})

describe('the interval of a share', () => {
  // scipy.stats.binomtest(k, n).proportion_ci(method="wilson")
  it.each([
    [0, 10, 0, 0.27753279986288926],
    [3, 10, 0.10779126740630102, 0.6032218525388546],
    [9, 10, 0.5958499732047615, 0.9821237869049271],
    [10, 10, 0.7224672001371109, 1],
    [56, 70, 0.6918335550374693, 0.8769526075163704],
  ])('is that of SciPy for %d of %d', (successes, count, low, high) => {
    const interval = wilsonInterval({ successes, count }, Z_95)
    expect(interval?.low).toBeCloseTo(low, 13)
    expect(interval?.high).toBeCloseTo(high, 13)
  })

  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10, rounded to four decimals there.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('is that of Newcombe for the difference %d of %d less %d of %d', (successes, count, before, of, low, high) => {
    const interval = newcombeInterval({ successes: before, count: of }, { successes, count }, Z_95)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  it('of 95 % has the constant of the whole library', () => {
    expect(normalReach(0.95)).toBeCloseTo(Z_95, 14)
  })

  it('does not exist without a try', () => {
    expect(newcombeInterval({ successes: 0, count: 0 }, { successes: 1, count: 2 }, Z_95)).toBeNull()
  })
})

describe('intervals of 95 %', () => {
  const TRIES = 2000

  // Costs are log-normal. Where both variants are skewed alike the skew cancels; where they are not, few runs promise too much, as docs/commands.md says.
  it.each([
    [10, 10, 0.5, 0.5, 0.94, 0.98],
    [30, 20, 0.3, 0.5, 0.93, 0.97],
    [100, 100, 0.5, 0.5, 0.935, 0.965],
    [10, 10, 0.5, 1, 0.82, 0.9],
  ])('hold the true difference of costs: %d and %d runs, spreads %d and %d', (before, after, narrow, wide, least, most) => {
    const draw = drawer(7)
    const truth = meanOf(0.3, wide) - meanOf(0, narrow)
    let held = 0
    for (let index = 0; index < TRIES; index++) {
      const first = Array.from({ length: before }, () => draw.cost(0, narrow))
      const other = Array.from({ length: after }, () => draw.cost(0.3, wide))
      const interval = welchInterval(spread(first), spread(other), 0.95)
      if (interval && interval.low <= truth && truth <= interval.high) held += 1
    }
    expect(held / TRIES).toBeGreaterThan(least)
    expect(held / TRIES).toBeLessThan(most)
  })

  it.each([
    [40, 40, 0.5, 0.7],
    [60, 90, 0.9, 0.8],
  ])('hold the true difference of success: %d and %d runs, %d and %d', (before, after, low, high) => {
    const draw = drawer(11)
    let held = 0
    for (let index = 0; index < TRIES; index++) {
      const first = { successes: draw.successes(before, low), count: before }
      const interval = newcombeInterval(first, { successes: draw.successes(after, high), count: after }, Z_95)
      if (interval && interval.low <= high - low && high - low <= interval.high) held += 1
    }
    expect(held / TRIES).toBeGreaterThan(0.935)
    expect(held / TRIES).toBeLessThan(0.965)
  })
})

/** Mean of a log-normal distribution. */
function meanOf(mu: number, sigma: number): number {
  return Math.exp(mu + sigma ** 2 / 2)
}
