import { describe, expect, it } from 'vitest'
import { findLevels } from '../../../src/compare/noise/levels.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { wiggle } from '../../support/noise/records.ts'

const levels = (values: readonly number[]) => findLevels(values, studentQuantile)

describe('findLevels', () => {
  it('a series without a step is one level', () => {
    expect(levels(wiggle(50, 0.1))).toEqual([0])
  })

  it('cuts where a step is, up or down', () => {
    expect(levels([...wiggle(12, 0.05), ...wiggle(8, 0.05, 0.4)])).toEqual([0, 12])
    expect(levels([...wiggle(12, 0.05), ...wiggle(8, 0.05, -0.4)])).toEqual([0, 12])
  })

  it('finds each of several steps', () => {
    const values = [...wiggle(10, 0.02), ...wiggle(7, 0.02, 0.3), ...wiggle(6, 0.02, 0.5), ...wiggle(9, 0.02, 0.2)]
    expect(levels(values)).toEqual([0, 10, 17, 23])
  })

  it('finds a rise that was taken back', () => {
    expect(levels([...wiggle(10, 0.05), ...wiggle(5, 0.05, 0.4), ...wiggle(5, 0.05)])).toEqual([0, 10, 15])
    expect(levels([...Array(10).fill(0), ...Array(5).fill(0.4), ...Array(5).fill(0)])).toEqual([0, 10, 15])
  })

  it('three records are a level, two are none of their own', () => {
    expect(levels([...wiggle(17, 0.01), 0.3, 0.31, 0.3])).toEqual([0, 17])
    expect(levels([...wiggle(17, 0.01), 0.3, 0.31])).not.toContain(17)
  })

  it('one odd record in the middle is no level', () => {
    expect(levels([...wiggle(10, 0.02), 2, ...wiggle(9, 0.02)])).toEqual([0])
  })

  it('a step below 2 % is none, however sure it is', () => {
    expect(levels([...Array(10).fill(0), ...Array(10).fill(0.0199)])).toEqual([0])
    expect(levels([...Array(10).fill(0), ...Array(10).fill(0.0201)])).toEqual([0, 10])
    expect(levels([...Array(6).fill(0), ...Array(6).fill(0.02)])).toEqual([0, 6])
  })

  it('a step is sure above the quantile of Student for as many cuts as there are', () => {
    const step = (deviations: number) => [-0.1, 0, 0.1, ...[-0.1, 0, 0.1].map((value) => value + 0.1 * Math.sqrt(2 / 3) * deviations)]
    // One cut, four degrees of freedom: in printed tables 8.610 for .9995.
    expect(levels(step(8.6))).toEqual([0])
    expect(levels(step(8.62))).toEqual([0, 3])
  })

  it('a stretch in the middle has three records, and so has what comes after it', () => {
    expect(levels([...wiggle(14, 0.05), ...wiggle(3, 0.02, 0.3), ...wiggle(3, 0.05)])).toEqual([0, 14, 17])
    expect(levels([...wiggle(14, 0.05), ...wiggle(3, 0.02, 0.3), ...wiggle(2, 0.05)])).toEqual([0])
    expect(levels([...wiggle(14, 0.05), ...wiggle(2, 0.02, 0.3), ...wiggle(3, 0.05)])).toEqual([0])
  })

  it('a step that is not sure is none', () => {
    expect(levels([...wiggle(10, 0.2), ...wiggle(10, 0.2, 0.2)])).toEqual([0])
  })

  it.each([0, 1, 5])('with %d records there is nothing to cut', (count) => {
    expect(levels([0, 0, 0, 9, 9].slice(0, count))).toEqual([0])
  })
})
