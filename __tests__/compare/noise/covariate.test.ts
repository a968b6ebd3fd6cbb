import { describe, expect, it } from 'vitest'
import { removeCovariate } from '../../../src/compare/noise/covariate.ts'

/** Twice the covariate, and nothing else. */
const VALUES = [0, 8, 2, 8, 2]
const Z = [0, 4, 1, 4, 1]

describe('removeCovariate', () => {
  it('takes what it explains out of the series and out of head', () => {
    const { values, head, isExplained } = removeCovariate(VALUES, 9, { values: Z, head: 3 })
    expect(values).toEqual([4, 4, 4, 4, 4])
    // 3 is 1 above the mean of 2, which explains 2.
    expect(head).toBe(7)
    expect(isExplained).toBe(true)
  })

  it.each([
    [9, 4, 5],
    [-5, 0, 13],
  ])('a covariate of head of %d counts as %d, the farthest that was seen', (far, seen, expected) => {
    expect(removeCovariate(VALUES, 9, { values: Z, head: far }).head).toBe(expected)
    expect(removeCovariate(VALUES, 9, { values: Z, head: seen }).head).toBe(expected)
  })

  it('less is known of head the farther its covariate is from the mean', () => {
    const leverageAt = (own: number) => removeCovariate(VALUES, 9, { values: Z, head: own }).leverage
    // The squares around the mean of 2: 4 + 4 + 1 + 4 + 1 = 14.
    expect([2, 3, 4, 0, 9].map(leverageAt)).toEqual([0, 1 / 14, 4 / 14, 4 / 14, 4 / 14])
  })

  it('goes by the steps from one record to the next, so that a level which moved explains nothing', () => {
    const moved = [0, 0, 0, 0, 8, 8, 8, 8]
    const z = [1, 2, 1, 2, 2, 1, 2, 1]
    expect(removeCovariate(moved, 8, { values: z, head: 1 }).values).toEqual(moved)
  })

  it('one that does not change but for rounding explains nothing', () => {
    const steady = { values: VALUES, head: 9, leverage: 0, isExplained: false }
    expect(removeCovariate(VALUES, 9, { values: [0, 0, 0, 0, 1e-9], head: 3 })).toEqual(steady)
    expect(removeCovariate(VALUES, 9, null)).toEqual(steady)
    expect(removeCovariate(VALUES, 9, { values: [0, 0, 0, 0, 2e-9], head: 3 }).isExplained).toBe(true)
  })
})
