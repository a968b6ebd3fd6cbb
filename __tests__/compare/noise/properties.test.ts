import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseCentre } from '../../../src/compare/noise/centre.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { measureSubject } from '../../../src/compare/noise/subject.ts'
import { anyHead, anyMeasured, likelyMeasured, scale } from '../../support/noise/arbitraries.ts'
import { judge } from '../../support/noise/measuring.ts'
import { tries } from '../../support/tries.ts'

const likelyRecords = fc.array(likelyMeasured, { minLength: 8, maxLength: 30 })

describe('noise, of whatever files say', () => {
  it('no figure is ever Infinity or no number, and nothing is sure of a reach below 0', () => {
    fc.assert(
      fc.property(fc.array(anyMeasured, { maxLength: 60 }), anyHead, (records, head) => {
        const figures = judge(records, head)
        const told = JSON.stringify(figures, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'BROKEN' : value))
        expect(told).not.toContain('BROKEN')
        expect(figures.reach_percent ?? 0).toBeGreaterThanOrEqual(0)
        expect(figures.proven_percent ?? 0).toBeGreaterThanOrEqual(0)
        expect(figures.smallest_provable_percent ?? 20).toBeGreaterThanOrEqual(19.999999)
      }),
      tries(1000),
    )
  })

  it('the centre is a record that cost something, and no older than the newest ten of those', () => {
    const total = fc.oneof(fc.constant(0), fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }))
    fc.assert(
      fc.property(fc.array(total, { minLength: 1, maxLength: 60 }), (totals) => {
        const { index, records } = chooseCentre(totals, studentQuantile)
        const known = [...totals.keys()].filter((place) => (totals[place] ?? 0) > 0)
        expect(known.length === 0 ? [totals.length - 1] : known.slice(-10)).toContain(index)
        expect(records).toBeGreaterThanOrEqual(1)
        expect(records).toBeLessThanOrEqual(10)
      }),
      tries(500),
    )
  })

  it('a subject has figures that are numbers, or none', () => {
    const total = fc.option(fc.oneof(fc.constantFrom(0, 1e-300, 1e300), fc.double({ min: 0.5, max: 2, noNaN: true })))
    fc.assert(
      fc.property(fc.array(total, { maxLength: 60 }), fc.double({ min: 0, max: 1.7e308, noNaN: true }), (totals, head) => {
        const figures = measureSubject({ totals, head, error: 0.01, limitPercent: 20, t: studentQuantile })
        expect(Object.values(figures ?? {}).filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([])
        expect(figures === null || totals[figures.index] !== null).toBe(true)
      }),
      tries(500),
    )
  })
})

describe('noise, of suites as they are', () => {
  it('is the same in dollars and in cents', () => {
    fc.assert(
      fc.property(likelyRecords, likelyMeasured, fc.constantFrom(0.01, 100, 4096), (records, head, factor) => {
        const [one, other] = [
          judge(records, head),
          judge(
            records.map((record) => scale(record, factor)),
            scale(head, factor),
          ),
        ]
        expect([other.state, other.reason, other.proven_by, other.repetitions]).toEqual([
          one.state,
          one.reason,
          one.proven_by,
          one.repetitions,
        ])
        for (const name of ['noise_percent', 'reach_percent', 'measured_percent', 'proven_percent', 'smallest_provable_percent'] as const) {
          expect(other[name]).toBeCloseTo(one[name] ?? Number.NaN, 6)
        }
      }),
      tries(300),
    )
  })

  it('does not depend on the order of agents and runs', () => {
    const turn = <Side extends typeof likelyMeasured extends fc.Arbitrary<infer Kind> ? Kind : never>(side: Side) => ({
      ...side,
      agents: new Map([...side.agents].reverse()),
      runCosts: side.runCosts && new Map([...side.runCosts].reverse()),
    })
    fc.assert(
      fc.property(likelyRecords, likelyMeasured, (records, head) => {
        const [one, other] = [judge(records, head), judge(records.map(turn), turn(head))]
        expect({ ...other, proven_percent: 0, withoutOddRunsPercent: 0 }).toEqual({ ...one, proven_percent: 0, withoutOddRunsPercent: 0 })
        expect(other.proven_percent).toBeCloseTo(one.proven_percent ?? Number.NaN, 9)
      }),
      tries(300),
    )
  })

  it('a dearer head never turns a failure into anything else, unless one run makes it', () => {
    fc.assert(
      fc.property(likelyRecords, likelyMeasured, fc.double({ min: 1, max: 3, noNaN: true }), (records, head, factor) => {
        const [one, other] = [judge(records, scale(head, 1.5)), judge(records, scale(head, 1.5 * factor))]
        fc.pre(one.state === 'fail')
        expect(other.state === 'fail' || other.reason === 'one_run').toBe(true)
      }),
      tries(500),
    )
  })

  it('what is proven and measured above the limit fails, and nothing else does', () => {
    fc.assert(
      fc.property(likelyRecords, likelyMeasured, (records, head) => {
        const { state, measured_percent: measured, proven_percent: proven } = judge(records, scale(head, 1.3))
        expect(state === 'fail').toBe((measured ?? 0) > 20 && (proven ?? 0) > 20)
        expect(state === 'hidden').toBe((measured ?? 0) <= 20 && (proven ?? 0) > 20)
      }),
      tries(300),
    )
  })
})
