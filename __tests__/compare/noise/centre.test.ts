import { describe, expect, it } from 'vitest'
import { chooseCentre } from '../../../src/compare/noise/centre.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { wiggle } from '../../support/noise/records.ts'

const choose = (logarithms: readonly number[]) =>
  chooseCentre(
    logarithms.map((value) => Math.exp(value)),
    studentQuantile,
  )

describe('chooseCentre', () => {
  it('is the lower median of the last ten records', () => {
    const values = [...wiggle(10, 0.05), ...[3, 9, 1, 7, 5, 10, 2, 8, 4, 6].map((rank) => rank / 100)]
    expect(choose(values)).toEqual({ index: 14, records: 10, by: 'level' })
  })

  it('of records that cost the same it is the newest', () => {
    expect(chooseCentre(Array(12).fill(1.2), studentQuantile)).toEqual({ index: 11, records: 10, by: 'level' })
  })

  it('knows only the newest level', () => {
    const centre = choose([...wiggle(12, 0.02), ...wiggle(5, 0.02, 0.5)])
    expect(centre).toMatchObject({ records: 5, by: 'level' })
    expect(centre.index).toBeGreaterThanOrEqual(12)
  })

  it('a rise counts at once', () => {
    expect(choose([...wiggle(19, 0.01), 0.14])).toEqual({ index: 19, records: 1, by: 'rise' })
    expect(choose([...wiggle(18, 0.04), 0.14, 0.15])).toEqual({ index: 18, records: 2, by: 'rise' })
  })

  it('of two records that rose the centre is the cheaper one, whether they are a rise or most of a level', () => {
    const values = [...wiggle(18, 0.01), 0.14, 0.15]
    expect(choose(values)).toMatchObject({ index: 18, by: 'level', records: 3 })
  })

  it('after three records a rise is a level of its own, or counts where that is not sure yet', () => {
    expect(choose([...wiggle(17, 0.01), ...wiggle(3, 0.01, 0.14)])).toMatchObject({ records: 3, by: 'level' })
    expect(choose([...wiggle(17, 0.1), ...wiggle(3, 0.03, 0.2)])).toMatchObject({ records: 3, by: 'rise' })
  })

  it.each([1, 2])('a fall counts at once where noise is small, after %d records', (count) => {
    const centre = choose([...wiggle(18, 0.01), ...wiggle(count, 0.01, -0.16)])
    expect(centre).toMatchObject({ records: count, by: 'fall' })
    expect(centre.index).toBeGreaterThanOrEqual(18)
  })

  it('a fall that chance may have made does not count', () => {
    expect(choose([...wiggle(19, 0.1), -0.25])).toMatchObject({ by: 'level' })
  })

  it('one cheap record before one as usual is no fall', () => {
    expect(choose([...wiggle(18, 0.01), -0.5, 0])).toMatchObject({ records: 10, by: 'level' })
  })

  it('one dear record before one as usual raises nothing', () => {
    const values = [...wiggle(18, 0.01), 0.5, 0]
    expect(values[choose(values).index]).toBeLessThan(0.02)
  })

  it('of two records that fell the centre is the dearer one', () => {
    expect(choose([...wiggle(18, 0.01), -0.16, -0.18])).toEqual({ index: 18, records: 2, by: 'fall' })
    expect(choose([...wiggle(18, 0.01), -0.18, -0.16])).toEqual({ index: 19, records: 2, by: 'fall' })
  })

  it('a fall to what a record before has cost is none', () => {
    expect(choose([...Array(10).fill(0), -0.16, ...Array(9).fill(0), -0.16])).toMatchObject({ by: 'level' })
    expect(choose([...Array(10).fill(0), -0.15, ...Array(9).fill(0), -0.16])).toEqual({ index: 20, records: 1, by: 'fall' })
  })

  it('three records that fell count once they are a level', () => {
    expect(choose([...wiggle(8, 0.05), -0.18, -0.19, -0.2])).toMatchObject({ records: 10, by: 'level' })
    expect(choose([...wiggle(8, 0.05), -0.2, -0.21, -0.22])).toEqual({ index: 9, records: 3, by: 'level' })
  })

  it('of four records that rose the newest three count', () => {
    expect(choose([...wiggle(16, 0.1), 0.2, 0.2, 0.21, 0.22])).toEqual({ index: 18, records: 3, by: 'rise' })
  })

  it('a rise is one over the twenty records before it', () => {
    expect(choose([0.5, ...wiggle(20, 0.02), 0.08])).toEqual({ index: 21, records: 1, by: 'rise' })
    expect(choose([0.5, ...wiggle(19, 0.02), 0.08])).toMatchObject({ by: 'level' })
  })

  it('of three records the last one has to rise much to count', () => {
    // Two records before leave one degree of freedom: 15.9 standard errors.
    expect(choose([0, 0, 0.03])).toEqual({ index: 2, records: 1, by: 'rise' })
    expect(choose([0, 0.1, 0.4])).toEqual({ index: 1, records: 3, by: 'level' })
    expect(choose([0, 0.3, 0.3])).toEqual({ index: 2, records: 3, by: 'level' })
  })

  it('without noise the newest record counts, dearer or cheaper', () => {
    expect(choose([...Array(12).fill(0), 0.03])).toEqual({ index: 12, records: 1, by: 'rise' })
    expect(choose([...Array(12).fill(0), -0.03])).toEqual({ index: 12, records: 1, by: 'fall' })
  })

  it('a record that cost nothing is none', () => {
    expect(chooseCentre([0, 1, 1, 0, 1, 0], studentQuantile)).toEqual({ index: 4, records: 3, by: 'level' })
    expect(chooseCentre([1, 1, 1, Number.POSITIVE_INFINITY], studentQuantile)).toEqual({ index: 2, records: 3, by: 'level' })
    expect(chooseCentre([0, 0], studentQuantile)).toEqual({ index: 1, records: 1, by: 'level' })
    expect(chooseCentre([], studentQuantile)).toEqual({ index: 0, records: 1, by: 'level' })
  })
})
