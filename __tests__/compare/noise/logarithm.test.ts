import { describe, expect, it } from 'vitest'
import { divide, isBeyondLimit, isKnown, logarithm, ROUNDED, toLogarithm, toPercent } from '../../../src/compare/noise/logarithm.ts'

describe('isBeyondLimit', () => {
  it('a growth of exactly the limit is not above it, and neither is one that rounding adds', () => {
    expect(isBeyondLimit(Math.log(1.2), 20)).toBe(false)
    expect(isBeyondLimit(toLogarithm(20) + ROUNDED, 20)).toBe(false)
    expect(isBeyondLimit(toLogarithm(20.0001), 20)).toBe(true)
  })
})

describe('toPercent', () => {
  it('takes back what a logarithm made of a percentage', () => {
    expect(toPercent(toLogarithm(37))).toBeCloseTo(37, 12)
    expect(toPercent(Math.log(0.5))).toBeCloseTo(-50, 12)
  })

  it('is never more than can be written', () => {
    expect(toPercent(1e6)).toBe(1e300)
  })
})

describe('what has a logarithm', () => {
  it.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN, null])('%s has none', (value) => {
    expect(isKnown(value)).toBe(false)
    expect(divide(value, 4)).toBeNull()
    expect(divide(4, value)).toBeNull()
  })

  it('is any number above 0', () => {
    expect(isKnown(5e-324)).toBe(true)
    expect(divide(6, 4)).toBe(1.5)
    expect(logarithm(Math.E)).toBe(1)
    expect(logarithm(0)).toBeNull()
  })
})
