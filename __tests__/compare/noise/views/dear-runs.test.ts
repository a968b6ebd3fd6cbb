import { describe, expect, it } from 'vitest'
import type { Measured } from '../../../../src/compare/noise/measured.ts'
import { findDearRuns } from '../../../../src/compare/noise/views/dear-runs.ts'
import { head, record } from '../../../support/noise/records.ts'

/** Records of $1 whose dearest run cost a tenth, but for so much in logarithms. */
const sharesOf = (logarithms: readonly number[]) => logarithms.map((value) => record(1, { maxRunUsd: 0.1 * Math.exp(value) }))
const ALIKE = sharesOf(Array(8).fill(0))

/** Head of so much, with so many runs, of which these are dear and the others cost nothing to speak of. */
function of(totalUsd: number, runs: number, dear: readonly number[], name = (index: number) => `run-${index}`) {
  const costs = Array.from({ length: runs }, (_, index): [string, number] => [name(index), dear[index] ?? 0.001])
  return head(totalUsd, { runs, runCosts: new Map(costs) })
}
const countOdd = (records = ALIKE, head = of(1, 10, [0.2])) => findDearRuns(records, head).odd.length

describe('a run is odd', () => {
  it('above the usual share by more than 15 %, in logarithms, where that hardly differs', () => {
    expect(countOdd(ALIKE, of(1, 10, [0.1 * Math.exp(0.15)]))).toBe(0)
    expect(countOdd(ALIKE, of(1, 10, [0.1 * Math.exp(0.1501)]))).toBe(1)
    expect(countOdd(ALIKE, of(2, 10, [0.2 * Math.exp(0.15)]))).toBe(0)
  })

  it('above it by more than three deviations where it differs', () => {
    const records = sharesOf([-0.4, 0.2, 0, -0.1, 0.4, -0.2, 0.1, 0.3, -0.3])
    // The median deviation is 0.2: 3 x 1.4826 x 0.2 = 0.88956.
    expect(countOdd(records, of(1, 10, [0.1 * Math.exp(0.889)]))).toBe(0)
    expect(countOdd(records, of(1, 10, [0.1 * Math.exp(0.89)]))).toBe(1)
  })

  it('where eight records know their dearest run', () => {
    const unknown = [record(1, { maxRunUsd: null }), record(1, { maxRunUsd: 0 })]
    expect(countOdd([...unknown, ...ALIKE])).toBe(1)
    expect(countOdd([...unknown, ...ALIKE.slice(1)])).toBe(0)
  })

  it('of three runs or more', () => {
    expect(countOdd(ALIKE, of(1, 3, [0.9]))).toBe(1)
    expect(countOdd(ALIKE, of(1, 2, [0.9]))).toBe(0)
  })

  it('where the cost of runs is known', () => {
    expect(countOdd(ALIKE, head(1, { runCosts: null, maxRunUsd: 0.2 }))).toBe(1)
    expect(countOdd(ALIKE, head(1, { runCosts: null, maxRunUsd: null }))).toBe(0)
  })
})

describe('odd runs', () => {
  it('are told with what the dearest usually costs, in the newest ten records', () => {
    const [cheap, dear] = [Array(5).fill(record(1)), Array(5).fill(record(2))]
    const usualOf = (records: readonly Measured[]) => findDearRuns(records, of(2, 10, [0.5])).odd
    expect(usualOf([...dear, ...cheap, ...dear])).toEqual([{ run_id: 'run-0', usd: 0.5, usual_usd: 0.1 }])
    expect(usualOf([...cheap, ...dear, ...dear])).toEqual([{ run_id: 'run-0', usd: 0.5, usual_usd: 0.2 }])
  })

  it('are told the dearest first, of equal ones by name, at most five', () => {
    const { odd } = findDearRuns(
      ALIKE,
      of(1, 10, [0.2, 0.15, 0.3, 0.2, 0.25, 0.16, 0.17], (index) => `run-${9 - index}`),
    )
    expect(odd.map(({ run_id, usd }) => [run_id, usd])).toEqual([
      ['run-7', 0.3],
      ['run-5', 0.25],
      ['run-6', 0.2],
      ['run-9', 0.2],
      ['run-3', 0.17],
    ])
  })

  it.each([
    [3, 1],
    [10, 1],
    [19, 1],
    [20, 2],
    [29, 2],
  ])('of %d runs %d may be an accident, and no more', (runs, most) => {
    const cappedUsdOf = (count: number) => findDearRuns(ALIKE, of(2, runs, Array(count).fill(0.5))).cappedUsd
    // Each of them cost $0.40 more than the dearest usually does.
    expect(cappedUsdOf(most)).toBeCloseTo(2 - 0.4 * most, 12)
    expect(cappedUsdOf(most + 1)).toBeNull()
    expect(cappedUsdOf(0)).toBeNull()
  })

  it('that cost less than the dearest usually does are not made dearer', () => {
    expect(findDearRuns(ALIKE, of(0.5, 10, [0.08]))).toMatchObject({ odd: [{ usd: 0.08, usual_usd: 0.1 }], cappedUsd: 0.5 })
  })
})
