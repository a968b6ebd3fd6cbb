import { describe, expect, it } from 'vitest'
import { lowerMedian, measureSpread, standardDifference } from '../../../src/compare/noise/moments.ts'

describe('measureSpread', () => {
  it('is the size, the mean, and the squares around it', () => {
    expect(measureSpread([1, 2, 6])).toEqual({ count: 3, mean: 3, squares: 14 })
  })
})

describe('standardDifference', () => {
  it('is the difference of two means in standard errors of it', () => {
    // A spread of sqrt((2 + 22) / (3 + 5 - 2)) = 2; sqrt(1/3 + 1/5) is 0.7303.
    const [a, b] = [
      { count: 3, mean: 1, squares: 2 },
      { count: 5, mean: 4, squares: 22 },
    ]
    expect(standardDifference(a, b)).toBeCloseTo(3 / (2 * Math.sqrt(8 / 15)), 12)
    expect(standardDifference(b, a)).toBeCloseTo(-3 / (2 * Math.sqrt(8 / 15)), 12)
  })

  it('of values that are all the same is large, but a number', () => {
    const [a, b] = [measureSpread([1, 1, 1]), measureSpread([2, 2, 2])]
    expect(standardDifference(a, b)).toBeCloseTo(1e9 / Math.sqrt(2 / 3), -3)
    expect(standardDifference(a, a)).toBe(0)
  })
})

describe('lowerMedian', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2],
    [[10, 9], 9],
    [[7], 7],
    [[100, 20, 3], 20],
  ])('of %j is %d', (values, expected) => {
    expect(lowerMedian(values)).toBe(expected)
  })
})
