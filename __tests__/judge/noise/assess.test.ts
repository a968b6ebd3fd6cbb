import { describe, expect, it } from 'vitest'
import { chooseCentre } from '../../../src/compare/noise/centre.ts'
import type { Centre } from '../../../src/compare/noise/measured.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import type { CostSummary, HistoryPoint } from '../../../src/generated/types.ts'
import { type Assessed, assessNoise } from '../../../src/judge/noise/assess.ts'
import type { Chance } from '../../../src/judge/noise/chance.ts'
import { buildPoint, buildPoints } from '../../support/baseline/points.ts'
import { change, head, quality } from '../../support/judge/builders.ts'

const LIMIT = { percent: 20, minUsd: 0 }
/** A suite that costs a dollar, give or take a percent, and one whose total wobbles by a quarter. */
const QUIET = [1, 1.01, 0.99, 1.005, 0.995, 1.01, 0.99, 1, 1.005, 1]
const LOUD = [1, 1.3, 0.8, 1.1, 0.75, 1.25, 0.9, 1.2, 0.85, 1]
/** As loud, but what a token costs is always the same. */
const STEADY_PRICE = LOUD.map((total, index) => buildPoint(total, index, { total_tokens: 1000 * total }))

function chanceOf(records: readonly HistoryPoint[], given?: Centre): Chance {
  const totals = records.map(({ total_cost_usd }) => total_cost_usd)
  return { records, leftOut: [], centre: given ?? chooseCentre(totals, studentQuantile), student: studentQuantile }
}

/** Head of so many dollars after these records. */
function assess(usd: number, records: readonly HistoryPoint[] | Chance, other: Partial<Assessed> = {}, summary: Partial<CostSummary> = {}) {
  const chance = 'student' in records ? records : chanceOf(records)
  const before = chance.records[chance.centre.index]?.total_cost_usd ?? 0
  return assessNoise({
    head: head({ total_cost_usd: usd, calls: 6, total_tokens: 1000, ...summary }),
    comparison: { total: change('total', before, usd) },
    chance,
    limit: LIMIT,
    restsOnFewer: false,
    ...other,
  })
}
const given = (index: number): Centre => ({ index, records: 3, by: 'given' })

describe('assessNoise', () => {
  it('tells what the records say, and that of head', () => {
    const leftOut = { commit: null, created_at: null, total_cost_usd: 9, reason: 'fewer_runs', count: 4, usual: 10 } as const
    const noise = assess(1.5, { ...chanceOf(buildPoints(QUIET)), leftOut: [leftOut] })
    expect(noise).toMatchObject({ state: 'fail', reason: null, records: 10, left_out: [leftOut], measured_percent: 50, proven_by: 'total' })
    expect(noise).not.toHaveProperty('isOneRun')
    expect(noise).not.toHaveProperty('withoutOddRunsPercent')
  })

  it('without records knows nothing but what was measured', () => {
    const total = change('total', 1, 1.5)
    const noise = assessNoise({ head: head(), comparison: { total }, chance: null, limit: LIMIT, restsOnFewer: false })
    expect(noise).toMatchObject({ state: 'unknown', reason: 'no_history', records: 0, left_out: [], measured_percent: 50 })
    expect(noise).toMatchObject({ noise_percent: null, newest: null, rise: null })
  })

  it.each([
    ['a baseline', change('total', null, 1)],
    ['head', change('total', 1, null)],
    ['calls', change('total', 1, 0, { head_calls: 0 })],
  ])('without %s there is nothing to compare', (_, total) => {
    expect(assess(1, buildPoints(QUIET), { comparison: { total } })).toBeNull()
  })

  it('with seven records, or without the means to measure, knows nothing of chance', () => {
    const few = { state: 'unknown', reason: 'few_records', noise_percent: null }
    expect(assess(1.5, buildPoints(QUIET.slice(-7)))).toMatchObject({ ...few, records: 7 })
    expect(assess(1.5, { ...chanceOf(buildPoints(QUIET)), student: null })).toMatchObject(few)
    expect(assess(1.5, buildPoints(QUIET.slice(-8)))).toMatchObject({ state: 'fail' })
  })

  it('tells the rise of the base branch', () => {
    const rising = [0.8, 0.8, 0.8, 0.85, 0.9, 0.95, 1, 1, 1, 1]
    expect(assess(1, buildPoints(rising))?.rise).toMatchObject({ usd: 0.8, percent: expect.closeTo(25, 9) })
    expect(assess(1, buildPoints(QUIET))?.rise).toBeNull()
  })
})

describe('a total within the limit', () => {
  const fewer = { restsOnFewer: true }

  it('is no pass where it rests on fewer runs', () => {
    expect(assess(1, buildPoints(QUIET), fewer)).toMatchObject({ state: 'inconclusive', reason: 'fewer_runs' })
    expect(assess(1, buildPoints(QUIET.slice(-7)), fewer)).toMatchObject({ state: 'inconclusive', reason: 'fewer_runs' })
  })

  it('is what it is above the limit, on however few runs', () => {
    expect(assess(1.5, buildPoints(QUIET), fewer)).toMatchObject({ state: 'fail', reason: null })
    expect(assess(1.25, buildPoints(LOUD), fewer)).toMatchObject({ state: 'inconclusive', reason: 'within_noise' })
    expect(assess(1.5, buildPoints(QUIET.slice(-7)), fewer)).toMatchObject({ state: 'unknown', reason: 'few_records' })
  })

  it.each([
    ['calls have no price', { unpriced_calls: 1 }],
    ['records are invalid', { quality: quality({ invalid_records: 1 }) }],
  ])('is no pass where %s', (_, summary) => {
    expect(assess(1, buildPoints(QUIET), {}, summary)).toMatchObject({ state: 'unknown', reason: 'incomplete' })
    expect(assess(1.5, buildPoints(QUIET), {}, summary)).toMatchObject({ state: 'fail', reason: null })
  })
})

describe('what luck hides', () => {
  /** Records of $2: a token costs a third more, and there are fewer of them. */
  const twice = LOUD.map((total, index) => buildPoint(2 * total, index, { total_tokens: 1000 * total }))
  const hidden = (minUsd: number) => assess(2.2, twice, { limit: { ...LIMIT, minUsd } }, { total_tokens: 825 })

  it('counts from the smallest increase on that counts', () => {
    const usd = ((hidden(0)?.proven_percent ?? 0) / 100) * 2
    expect(usd).toBeCloseTo(2 / 3, 9)
    expect(hidden(usd)).toMatchObject({ state: 'hidden', reason: null, proven_by: 'factors' })
    expect(hidden(usd + 1e-6)).toMatchObject({ state: 'pass', reason: null })
  })

  it('stays so on fewer runs', () => {
    expect(assess(1.1, STEADY_PRICE, { restsOnFewer: true }, { total_tokens: 825 })).toMatchObject({ state: 'hidden', reason: null })
  })

  it('is no matter where the total is above the limit', () => {
    // Of the growth by $0.40 only a quarter of the dollar is proven.
    const noise = assess(1.4, STEADY_PRICE, { limit: { ...LIMIT, minUsd: 0.3 } }, { total_tokens: 1120 })
    expect(noise).toMatchObject({ state: 'fail', proven_percent: expect.closeTo(25, 9) })
  })
})

describe('the newest record', () => {
  it('is told where head is on the other side of the limit above it', () => {
    expect(assess(1.05, buildPoints([...LOUD, 0.85]))).toMatchObject({
      state: 'pass',
      newest: { usd: 0.85, percent: expect.closeTo(23.529, 3) },
    })
    expect(assess(1.25, buildPoints([...LOUD, 1.2]))).toMatchObject({
      state: 'inconclusive',
      newest: { usd: 1.2, percent: expect.closeTo(4.167, 3) },
    })
    expect(assess(1.05, buildPoints(LOUD))?.newest).toBeNull()
  })

  it('is not told where something is proven, nor where head has fewer runs', () => {
    expect(assess(1.3, chanceOf(buildPoints([...QUIET, 1.2]), given(0)))).toMatchObject({ state: 'fail', newest: null })
    const cheap = [...STEADY_PRICE, buildPoint(0.85, 10, { total_tokens: 850 })]
    expect(assess(1.1, chanceOf(cheap, given(9)), {}, { total_tokens: 825 })).toMatchObject({ state: 'hidden', newest: null })
    expect(assess(1.05, buildPoints([...LOUD, 0.85]), { restsOnFewer: true })).toMatchObject({ reason: 'fewer_runs', newest: null })
  })

  it('that was free has no percentage', () => {
    expect(assess(1, chanceOf(buildPoints([1, 0]), given(0)))?.newest).toEqual({ usd: 0, percent: null })
  })
})
