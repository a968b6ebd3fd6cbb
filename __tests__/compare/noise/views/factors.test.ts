import { describe, expect, it } from 'vitest'
import { toPercent } from '../../../../src/compare/noise/logarithm.ts'
import type { Growth } from '../../../../src/compare/noise/series.ts'
import { listFactors, proveByFactors } from '../../../../src/compare/noise/views/factors.ts'

/** Chance reaches 0.2 up and 0.3 down. */
function growth(difference: number): Growth {
  const [reach, depth] = [0.2, 0.3]
  return { difference, reach, depth, isAbove: difference > reach, isBelow: difference < -depth, noise: 0.1, start: 0, reachOf: () => reach }
}

describe('listFactors', () => {
  it('tells of each factor that is known how far chance reaches on its side', () => {
    const factors = { calls: growth(0.25), tokensPerCall: growth(-0.25), pricePerToken: null }
    expect(listFactors(factors)).toEqual([
      { name: 'calls', percent: toPercent(0.25), reach_percent: toPercent(0.2), sure: true },
      { name: 'tokens_per_call', percent: toPercent(-0.25), reach_percent: -toPercent(-0.3), sure: false },
    ])
  })

  it('a factor that did not change is told with how far chance reaches up', () => {
    const [same] = listFactors({ calls: null, tokensPerCall: null, pricePerToken: growth(0) })
    expect(same).toEqual({ name: 'price_per_token', percent: 0, reach_percent: toPercent(0.2), sure: false })
  })
})

describe('proveByFactors', () => {
  it('adds what is sure, and takes falls from rises', () => {
    expect(proveByFactors([growth(0.5), growth(0.25)])).toBe(0.75)
    expect(proveByFactors([growth(0.5), growth(-0.375)])).toBe(0.125)
    expect(proveByFactors([growth(0.5), growth(0.1)])).toBe(0.5)
    expect(proveByFactors([growth(0.5), null])).toBe(0.5)
  })

  it('a fall alone proves nothing', () => {
    expect(proveByFactors([growth(-0.5), null])).toBe(0)
    expect(proveByFactors([])).toBe(0)
  })
})
