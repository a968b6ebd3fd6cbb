import { describe, expect, it } from 'vitest'
import { findRise } from '../../../src/judge/noise/rise.ts'
import { buildPoint, buildPoints } from '../../support/baseline/points.ts'

const LIMIT = { percent: 20, minUsd: 0 }
const RISING = [1, 1, 1, 1.1, 1.1, 1.2, 1.2, 1.3]
const rise = (totals: readonly number[], baselineUsd = 1.3) => findRise({ records: buildPoints(totals) }, baselineUsd, LIMIT)

describe('findRise', () => {
  it('is over the first records, with how long that took', () => {
    expect(rise(RISING)).toEqual({ usd: 1, percent: expect.closeTo(30, 9), records: 8, days: 7 })
  })

  it('is over the median of the first three, because one may be odd', () => {
    expect(rise([0.1, 1, 1.02, ...RISING.slice(3)])?.usd).toBe(1)
    expect(rise([1.02, 9, 1, ...RISING.slice(3)])?.usd).toBe(1.02)
    expect(rise([1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5])?.usd).toBe(1)
  })

  it('is none within the limit, and none at it', () => {
    expect(rise(RISING, 1.2)).toBeNull()
    expect(rise(RISING, 1.201)).toMatchObject({ percent: expect.closeTo(20.1, 9) })
  })

  it('takes eight records', () => {
    expect(rise(RISING.slice(1))).toBeNull()
  })

  it('is none where the first records were free', () => {
    expect(rise([0, 0, ...RISING.slice(2)])).toBeNull()
  })

  it.each([0, 7])('does not know how long it took where record %d has no time', (place) => {
    const records = RISING.map((total, index) => buildPoint(total, index, index === place ? { created_at: null } : {}))
    expect(findRise({ records }, 1.3, LIMIT)).toMatchObject({ records: 8, days: null })
  })

  it('takes whole days, the nearest', () => {
    const at = (time: string) =>
      findRise({ records: RISING.map((total, index) => buildPoint(total, index, index === 7 ? { created_at: time } : {})) }, 1.3, LIMIT)
    expect(at('2026-10-04T11:00:00Z')?.days).toBe(3)
    expect(at('2026-10-04T12:00:00Z')?.days).toBe(4)
  })
})
