import { describe, expect, it } from 'vitest'
import { compareShare, isRounding, roundingOf, toInteger } from '../../src/judge/exact.ts'

describe('a number in whole units', () => {
  it.each([
    [0, 12, 0n],
    [0.1, 12, 100_000_000_000n],
    [-0.5, 12, -500_000_000_000n],
    [1_000_000, 12, 10n ** 18n],
    [1e21, 12, 10n ** 33n],
    // Half a unit counts as one, less as none.
    [5e-13, 12, 1n],
    [4.9e-13, 12, 0n],
    [1.5e-12, 12, 2n],
    [1.234, 2, 123n],
    [1.235, 2, 124n],
    [0.5, 0, 1n],
    [0.4, 0, 0n],
    [7, 0, 7n],
  ])('%d with %d decimals is %d', (value, decimals, integer) => {
    expect(toInteger(value, decimals)).toBe(integer)
  })
})

describe('what was lost of a large amount', () => {
  it.each([
    [0, 0n],
    [8191.999999999999, 0n],
    [8192, 4n],
    [1_000_000, 444n],
    [1_000_000_000, 444_089n],
  ])('of $%d is at most %d picodollars', (usd, picos) => {
    expect(roundingOf(usd)).toBe(picos)
  })

  it.each([
    [0, 1, true],
    [1e-12, 1, false],
    [4e-12, 8192, true],
    [5e-12, 8192, false],
  ])('may be all of $%d in $%d: %s', (part, whole, isLost) => {
    expect(isRounding(part, whole)).toBe(isLost)
  })
})

describe('a share and its limit', () => {
  it.each([
    [0.3, 0.1, 3, 1, 0],
    [0.300000000001, 0.1, 3, 1, 1],
    [0.299999999999, 0.1, 3, 1, -1],
    [1, 4, 25, 100, 0],
    [0, 0, 5, 100, 0],
    [1e-12, 0, 5, 100, 1],
    // As near as the digits of the parts allow to the limit: neither above nor below.
    [10_000, 100_000, 10, 100, 0],
    [10_000.000000000004, 100_000, 10, 100, 0],
    [9_999.999999999996, 100_000, 10, 100, 0],
    [10_000.000000000002, 1, 10_000, 1, 0],
    [10_000.000000000005, 1, 10_000, 1, 1],
    [1_000, 10_000.000000000004, 10, 100, 0],
    [1_000, 10_000.000000000005, 10, 100, -1],
    [10_000.0000001, 100_000, 10, 100, 1],
    [9_999.9999999, 100_000, 10, 100, -1],
  ])('$%d of $%d against %d of %d', (part, whole, limit, per, sign) => {
    expect(compareShare(part, whole, limit, per)).toBe(sign)
  })
})
