import { describe, expect, it } from 'vitest'
import { DRIVERS, logMean, noParts } from '../../src/compare/lmdi.ts'

describe('the logarithmic mean', () => {
  it.each<[a: number, b: number, mean: number]>([
    [1, Math.E, Math.E - 1],
    [Math.E, 1, Math.E - 1],
    [2, 1, 1 / Math.LN2],
    [1.5, 1, 0.5 / Math.log(1.5)],
    [3, 3, 3],
    [1.2, 1, 0.2 / Math.log(1.2)],
  ])('of %s and %s is %s', (a, b, mean) => {
    expect(logMean(a, b)).toBeCloseTo(mean, 12)
  })

  it('keeps its digits where both are nearly the same', () => {
    // The mean of the two, less the square of their difference by 12.
    for (const step of [1e-12, 1e-9, 1e-7, 1e-5]) expect(logMean(1 + step, 1)).toBeCloseTo(1 + step / 2 - step ** 2 / 12, 15)
  })

  it('keeps its digits where one is a hundred million times the other', () => {
    expect(logMean(1e-16, 1) * Math.log(1e16)).toBeCloseTo(1, 14)
    expect(logMean(1e-20, 1) * Math.log(1e20)).toBeCloseTo(1, 14)
  })
})

it('a change in which nothing moved has nothing of each driver', () => {
  const drivers = ['calls', 'mix', 'input_tokens_per_call', 'output_tokens_per_call', 'cache', 'tokens_per_call', 'rates', 'unattributed']
  expect([...DRIVERS]).toEqual(drivers)
  expect(noParts()).toEqual(Object.fromEntries(drivers.map((driver) => [driver, 0])))
})
