import { describe, expect, it } from 'vitest'
import { fromPicos, monthOf } from '../../../src/judge/projection/month.ts'

describe('a month in picodollars', () => {
  it.each<[string, [usd: number, runs: number, perMonth: number], bigint | null]>([
    ['is the cost of a run times the runs', [1, 4, 10], 2_500_000_000_000n],
    ['is rounded once, at its end', [1, 3, 3], 1_000_000_000_000n],
    ['rounds half a picodollar up', [4e-12, 8, 1], 1n],
    ['rounds less than half of one down', [3e-12, 8, 1], 0n],
    ['is nothing of runs that cost nothing', [0, 5, 10], 0n],
    ['is known from one run on', [1, 1, 2], 2_000_000_000_000n],
    ['is not known without a run', [1, 0, 10], null],
  ])('%s', (_, [usd, runs, perMonth], picos) => {
    expect(monthOf(usd, runs, perMonth)).toBe(picos)
  })

  it.each<[bigint, number]>([
    [0n, 0],
    [1n, 0.000000000001],
    [123_456_789_012n, 0.123456789012],
    [1_240_000_000_000_000n, 1240],
    [-620_100_000_000_000n, -620.1],
    [-1n, -0.000000000001],
  ])('%s are written as the decimal they stand for: %d', (picos, usd) => {
    expect(fromPicos(picos)).toBe(usd)
  })
})
