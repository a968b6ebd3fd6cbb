import { describe, expect, it } from 'vitest'
import { expectAmount } from '../../src/judge/amount.ts'

describe('an amount that somebody passes in', () => {
  it.each([0, 0.1, 10])('may be %d', (value) => {
    expect(expectAmount('limit', value, 10)).toBe(value)
  })

  it.each<[unknown, string]>([
    [-0.1, '-0.1'],
    [10.1, '10.1'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [5n, '5'],
    ['5', '"5"'],
    [null, 'null'],
  ])('is not %s', (value, got) => {
    expect(() => expectAmount('limit', value, 10)).toThrow(`limit must be a number from 0 to 10, got ${got}. Example: limit: 2.5`)
  })
})
