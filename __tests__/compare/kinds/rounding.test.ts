import { describe, expect, it } from 'vitest'
import { areRoundByNoChance } from '../../../src/compare/kinds/round.ts'
import { roundingOf, roundingPerCall } from '../../../src/compare/kinds/rounding.ts'

describe('how much of a cost may be rounding', () => {
  it.each<[costs: number[], perCallUsd: number]>([
    [[], 0.5],
    [[3], 0.5],
    [[0.5], 0.05],
    [[0.5, 0.25, 2], 0.005],
    [[1.23e-7], 5e-10],
    [[0.1234567890123], 5e-13],
    [[1.5e21], 0.5],
  ])('is half of the last decimal that costs have: %o', (costs, perCallUsd) => {
    expect(roundingPerCall(costs)).toBeCloseTo(perCallUsd, 18)
  })

  it('is that of each call, no more than half a percent of the cost, and what doubles lose', () => {
    expect(roundingOf(1, 3, 1e-6)).toBeCloseTo(3e-6 + 1e-9, 15)
    expect(roundingOf(1, 3, 1)).toBeCloseTo(0.005 + 1e-9, 15)
    expect(roundingOf(100, 1, 0)).toBeCloseTo(1e-7, 15)
  })
})

describe('prices as sellers name them', () => {
  it.each<[perMillion: number[], isRound: boolean]>([
    [[2.5], true],
    [[1.25, 10], true],
    [[0.075], true],
    [[0, 2.5], true],
    [[2.503], false],
    [[2.4999999], true],
    [[2.5000004], true],
    [[2.5000006], false],
    [[2.503, 10], true],
    [[], false],
    [[0], false],
  ])('%o per million tokens: %s', (perMillion, isRound) => {
    expect(areRoundByNoChance(perMillion.map((price) => price * 1e-6))).toBe(isRound)
  })
})
