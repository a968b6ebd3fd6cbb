import { describe, expect, it } from 'vitest'
import { newcombeInterval, wilsonInterval, Z_95 } from '../../src/compare/shares.ts'

const near = (low: number, high: number) => ({ low: expect.closeTo(low, 4), high: expect.closeTo(high, 4) })

describe('the interval of a share', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each<[successes: number, count: number, low: number, high: number]>([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i', (successes, count, low, high) => {
    expect(wilsonInterval({ successes, count }, Z_95)).toEqual(near(low, high))
  })

  it('ends exactly at none and at all, and is not known without a try', () => {
    expect(wilsonInterval({ successes: 0, count: 1 }, Z_95)).toEqual({ low: 0, high: expect.closeTo(0.7935, 4) })
    expect(wilsonInterval({ successes: 1, count: 1 }, Z_95)).toEqual({ low: expect.closeTo(0.2065, 4), high: 1 })
    expect(wilsonInterval({ successes: 1, count: 3 }, Z_95)).toEqual(near(0.0615, 0.7923))
    for (const count of [3, 7, 19, 40]) {
      expect(wilsonInterval({ successes: 0, count }, Z_95)?.low).toBe(0)
      expect(wilsonInterval({ successes: count, count }, Z_95)?.high).toBe(1)
    }
    expect(wilsonInterval({ successes: 0, count: 0 }, Z_95)).toBeNull()
  })
})

describe('the interval of a difference', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
  it.each<[one: [number, number], other: [number, number], low: number, high: number]>([
    [[48, 80], [56, 70], 0.0524, 0.3339],
    [[3, 10], [9, 10], 0.1705, 0.809],
    [[0, 29], [5, 56], -0.0381, 0.1926],
  ])('of %o and %o', ([successes, count], [successesThen, countThen], low, high) => {
    expect(newcombeInterval({ successes, count }, { successes: successesThen, count: countThen }, Z_95)).toEqual(near(low, high))
  })

  it('is not known where one of both has no try', () => {
    const [none, some] = [
      { successes: 0, count: 0 },
      { successes: 1, count: 2 },
    ]
    expect([newcombeInterval(none, some, Z_95), newcombeInterval(some, none, Z_95)]).toEqual([null, null])
  })
})
