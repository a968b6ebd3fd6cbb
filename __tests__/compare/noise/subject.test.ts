import { describe, expect, it } from 'vitest'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { measureSubject, SUBJECTS_ERROR } from '../../../src/compare/noise/subject.ts'
import { wiggle } from '../../support/noise/records.ts'

const measure = (totals: readonly (number | null)[], head: number, subjects = 1) =>
  measureSubject({ totals, head, error: SUBJECTS_ERROR / subjects, limitPercent: 20, t: studentQuantile })
const costs = (count: number, noise: number) => wiggle(count, noise).map((luck) => 0.4 * Math.exp(luck))

describe('measureSubject', () => {
  it('a growth far above the noise is proven, one inside it is not', () => {
    expect(measure(costs(20, 0.03), 0.6)).toMatchObject({ isProven: true, records: 20 })
    expect(measure(costs(20, 0.15), 0.52)).toMatchObject({ isProven: false })
  })

  it('a growth within the limit is not above it, however sure it is', () => {
    expect(measure(costs(20, 0.005), 0.46)).toMatchObject({ isProven: false })
  })

  it('the more subjects are judged, the further chance reaches', () => {
    const [one, many] = [1, 30].map((subjects) => measure(costs(20, 0.1), 0.6, subjects)?.reachPercent ?? 0)
    expect(many).toBeGreaterThan(one ?? 0)
  })

  it('knows the records since it was last missing, and says which of all stands for them', () => {
    const figures = measure([0.1, null, ...costs(9, 0.02), 0.4], 0.4)
    expect(figures).toMatchObject({ records: 10 })
    expect(figures?.index).toBeGreaterThanOrEqual(2)
    expect(measure([0.1, null, ...Array(9).fill(0.4)], 0.4)).toMatchObject({ records: 9, index: 10 })
  })

  it('knows the newest fifty records', () => {
    expect(measure([...Array(5).fill(0.1), ...Array(50).fill(0.4)], 0.4)).toMatchObject({ records: 50, index: 54, measuredPercent: 0 })
    expect(measure(Array(51).fill(0.4), 0.4)).toMatchObject({ records: 50, index: 50 })
  })

  it('a growth of exactly the limit is not above it', () => {
    expect(measure(Array(10).fill(0.4), 0.48)).toMatchObject({ isProven: false, measuredPercent: expect.closeTo(20, 9) })
    expect(measure(Array(10).fill(0.4), 0.4801)).toMatchObject({ isProven: true })
  })

  it.each([
    ['with fewer than eight records', costs(7, 0.1), 0.5],
    ['missing in the newest record', [...costs(12, 0.1), null], 0.5],
    ['free in the newest record', [...costs(12, 0.1), 0], 0.5],
    ['free in head', costs(12, 0.1), 0],
    ['without any record', [], 0.5],
  ])('says nothing %s', (_, totals, head) => {
    expect(measure(totals, head)).toBeNull()
  })
})
