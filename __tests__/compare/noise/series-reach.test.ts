import { describe, expect, it } from 'vitest'
import { removeCovariate } from '../../../src/compare/noise/covariate.ts'
import type { Centre } from '../../../src/compare/noise/measured.ts'
import { measureSpread } from '../../../src/compare/noise/moments.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { compareSeries, type Series } from '../../../src/compare/noise/series.ts'
import { wiggle } from '../../support/noise/records.ts'

const compare = (series: Omit<Series, 'error'>) => {
  const growth = compareSeries({ ...series, error: 0.003 }, studentQuantile)
  if (growth === null) throw new Error('too few records')
  return growth
}
const centreOf = (index: number, records: number): Centre => ({ index, records, by: 'given' })

/** Quiet, but for the highest record, the fifth, and the lowest, the eighth. */
const VALUES = wiggle(20, 0.01)
const NOISE = Math.sqrt(measureSpread(VALUES).squares / 19)
const withOne = (far: number) => VALUES.map((value, index) => (index === 3 ? far : value))
/** The same with one record far above or below the others. */
const [HIGH, LOW] = [withOne(0.6), withOne(-0.6)]
const UNIT = studentQuantile(0.997, 19) * NOISE

describe('how far chance reaches', () => {
  it.each([
    [1, 2],
    [2, 1.5],
    [3, 1 + Math.PI / 6],
    [10, 1 + Math.PI / 20],
  ])('from the median of %d records a variance of %d, that of head among it', (records, variance) => {
    const growth = compare({ values: VALUES, head: 0.5, centre: centreOf(4, records) })
    expect(growth.reach).toBeCloseTo(UNIT * Math.sqrt(variance), 12)
    expect(growth.reachOf(4)).toBeCloseTo(UNIT * Math.sqrt(variance - 3 / 4), 12)
  })

  it('is the same downwards', () => {
    const growth = compare({ values: VALUES, head: 0, centre: centreOf(7, 10) })
    expect(growth.depth).toBeCloseTo(UNIT * Math.sqrt(1 + Math.PI / 20), 12)
    expect(growth.reachOf(1)).toBe(growth.reach)
  })

  it('is no less up than to the highest record of the newest level, no less down than to the lowest', () => {
    const middle = VALUES[19] ?? 0
    expect(compare({ values: HIGH, head: 0, centre: centreOf(19, 10) }).reach).toBe(0.6 - middle)
    expect(compare({ values: LOW, head: 0, centre: centreOf(19, 10) }).depth).toBe(middle + 0.6)
    const stepped = compare({ values: [...wiggle(10, 0.01, 0.6), ...wiggle(10, 0.01), ...wiggle(10, 0.01, 0.3)], head: 0.3 })
    expect(stepped.start).toBe(20)
    expect(stepped.reach).toBeLessThan(0.05)
    expect(stepped.depth).toBeLessThan(0.05)
  })
})

describe('what ties with chance', () => {
  const over = (head: number) => compare({ values: HIGH, head, centre: centreOf(19, 10) }).isAbove
  const below = (head: number) => compare({ values: LOW, head, centre: centreOf(19, 10) }).isBelow

  it('is none: what a record has cost is neither above nor below', () => {
    expect([over(0.6), below(-0.6)]).toEqual([false, false])
  })

  it('is more by the least that is no rounding', () => {
    expect([over(0.6 + 1e-9), below(-0.6 - 1e-9)]).toEqual([true, true])
  })
})

describe('what a covariate explains', () => {
  const z = wiggle(20, 1).map((value) => (value > 0 ? 0.6 : 0.2))
  const values = wiggle(20, 0.02).map((value, index) => value - 0.75 * (z[index] ?? 0))
  const covariate = { values: z, head: 0.6 }

  it('costs a degree of freedom, and what is less known of head', () => {
    const adjusted = removeCovariate(values, 0.5, covariate)
    const growth = compare({ values, head: 0.5, covariate })
    const noise = Math.sqrt(measureSpread(adjusted.values).squares / 18)
    expect(growth.noise).toBeCloseTo(noise, 12)
    const variance = 1 + Math.PI / 20 + adjusted.leverage
    expect(growth.reach).toBeCloseTo(studentQuantile(0.997, 18) * noise * Math.sqrt(variance), 12)
  })

  it('lets no centre count that was chosen before it was known', () => {
    const chosen = compare({ values, head: 0.5, covariate, centre: centreOf(4, 1) })
    expect({ ...chosen, reachOf: null }).toEqual({ ...compare({ values, head: 0.5, covariate }), reachOf: null })
    const steady = { values: Array(20).fill(0.6), head: 0.6 }
    expect(compare({ values, head: 0.5, covariate: steady, centre: centreOf(4, 1) }).difference).toBe(0.5 - (values[4] ?? 0))
  })
})
