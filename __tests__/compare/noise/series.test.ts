import { describe, expect, it } from 'vitest'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { compareSeries, type Series } from '../../../src/compare/noise/series.ts'
import { wiggle } from '../../support/noise/records.ts'

const compare = (series: Omit<Series, 'error'>) => {
  const growth = compareSeries({ ...series, error: 0.003 }, studentQuantile)
  if (growth === null) throw new Error('too few records')
  return growth
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('compareSeries', () => {
  it('reaches as far as Student says, for one record and a median of ten', () => {
    const values = wiggle(20, 0.1)
    const mean = sum(values) / 20
    const noise = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / 19)
    const growth = compare({ values, head: 0.5 })
    expect(growth.noise).toBeCloseTo(noise, 12)
    // Quantile .997 with 19 degrees of freedom, by integration of the density: 3.0829.
    expect(growth.reach / (noise * Math.sqrt(1 + Math.PI / 20))).toBeCloseTo(studentQuantile(0.997, 19), 12)
    expect(growth.reachOf(4)).toBeLessThan(growth.reach)
  })

  it('is never less noisy than half a percent', () => {
    const growth = compare({ values: Array(20).fill(0), head: 0.03 })
    expect(growth).toMatchObject({ noise: 0.005, difference: 0.03, isAbove: true })
    expect(compare({ values: Array(20).fill(0), head: 0.01 }).isAbove).toBe(false)
  })

  it('a step that was accepted adds nothing to the noise', () => {
    const flat = compare({ values: wiggle(20, 0.05), head: 0 })
    const stepped = compare({ values: wiggle(20, 0.05).map((value, index) => value + (index < 10 ? 0 : 0.6)), head: 0.6 })
    expect(stepped.noise / flat.noise).toBeCloseTo(1, 1)
    expect(stepped.start).toBe(10)
  })

  it('a fall that counts at once adds nothing to the noise, and is compared alone', () => {
    const growth = compare({ values: [...wiggle(19, 0.01), -0.3], head: -0.1 })
    expect(growth.noise).toBeCloseTo(compare({ values: wiggle(19, 0.01), head: 0 }).noise, 12)
    expect(growth).toMatchObject({ start: 19, isAbove: true })
    expect(growth.difference).toBeCloseTo(0.2, 12)
  })

  it('chance reaches at least as far as a record of the newest level', () => {
    const values = wiggle(20, 0.02).map((value, index) => (index === 4 ? 0.9 : value))
    const centre = { index: 19, records: 10, by: 'level' } as const
    expect(compare({ values, head: 0.85, centre })).toMatchObject({ isAbove: false, reach: 0.9 - (values[19] ?? 0) })
    expect(compare({ values, head: 0.95, centre }).isAbove).toBe(true)
  })

  it('tells a fall from chance as well', () => {
    expect(compare({ values: wiggle(20, 0.02), head: -0.2 })).toMatchObject({ isAbove: false, isBelow: true })
    expect(compare({ values: wiggle(20, 0.02), head: -0.03 })).toMatchObject({ isAbove: false, isBelow: false })
  })

  describe('with a covariate', () => {
    const z = wiggle(20, 1).map((value) => (value > 0 ? 0.6 : 0.2))
    const values = wiggle(20, 0.01).map((value, index) => value - 0.75 * (z[index] ?? 0))

    it('what it explains is no noise', () => {
      const growth = compare({ values, head: -0.75 * 0.2, covariate: { values: z, head: 0.2 } })
      expect(growth.noise).toBeLessThan(0.02)
      expect(Math.abs(growth.difference)).toBeLessThan(0.02)
      expect(compare({ values, head: -0.75 * 0.2 }).noise).toBeGreaterThan(0.1)
    })

    it('explains no more of head than was seen', () => {
      const [seen, beyond] = [0.2, 0].map((share) => compare({ values, head: 0.5, covariate: { values: z, head: share } }))
      expect(beyond?.difference).toBe(seen?.difference)
      expect(beyond?.isAbove).toBe(true)
    })

    it('a level that moved is not explained by it', () => {
      // Calls doubled and tokens per call with them, at once: from one record to the next they have nothing to do with each other.
      const moved = wiggle(20, 0.01).map((value, index) => value + (index < 10 ? 0 : 0.5))
      const calls = wiggle(25, 0.01)
        .slice(5)
        .map((value, index) => value + (index < 10 ? 0 : 0.1))
      expect(compare({ values: moved, head: 0.5, covariate: { values: calls, head: 0.1 } }).start).toBe(10)
    })

    it('one that never changes says nothing', () => {
      const constant = { values: Array(20).fill(0.6), head: 0.1 }
      const [with_, without] = [compare({ values, head: 0, covariate: constant }), compare({ values, head: 0 })]
      expect({ ...with_, reachOf: null }).toEqual({ ...without, reachOf: null })
    })
  })

  it('says nothing with fewer than eight records, or of what is no number', () => {
    const ask = (values: readonly number[], head: number) => compareSeries({ values, head, error: 0.003 }, studentQuantile)
    expect(ask(wiggle(7, 0.1), 0)).toBeNull()
    expect(ask(wiggle(8, 0.1), 0)).not.toBeNull()
    expect(ask([...wiggle(8, 0.1), Number.NEGATIVE_INFINITY], 0)).toBeNull()
    expect(ask(wiggle(8, 0.1), Number.NaN)).toBeNull()
  })
})
