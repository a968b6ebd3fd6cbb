import { describe, expect, it } from 'vitest'
import { missingBaseline, parseBaseline } from '../../src/baseline/document.ts'
import { applyWindow, chooseRecord, loadStudent, type WindowLimits, withinWindow } from '../../src/baseline/window.ts'
import { studentQuantile } from '../../src/compare/noise/quantile.ts'
import type { HistoryPoint } from '../../src/generated/types.ts'
import { buildPoint, buildPoints } from '../support/baseline/points.ts'
import { buildSummary } from '../support/render/summary.ts'

const limits = (records: number | null): WindowLimits => ({ records, level: { percent: 20, minUsd: 0 } })
/** Records of about $1, of which the last but one stands in the middle. */
const STEADY = [1.02, 0.99, 1.03, 0.98, 1.04, 0.97, 1, 1.05]

const read = (history: readonly HistoryPoint[]) => parseBaseline(JSON.stringify(buildSummary({ history: [...history] })), 'b.json')
const windowOf = async (history: readonly HistoryPoint[], records: number | null) =>
  (await withinWindow(read(history), limits(records))).used.window

describe('where no number of records is given', () => {
  it('the newest record stands for the branch until there are eight', async () => {
    const points = buildPoints(STEADY.slice(1))
    expect(chooseRecord(points, limits(null), studentQuantile)?.centre).toEqual({ index: 6, records: 1, by: 'newest' })
    expect(await windowOf(points, null)).toMatchObject({ records: 1, by: 'newest' })
  })

  it('the centre of the newest level does from eight on', async () => {
    const points = buildPoints(STEADY)
    const centre = { index: 6, records: 8, by: 'level' }
    expect(chooseRecord(points, limits(null), studentQuantile)?.centre).toEqual(centre)
    expect(await windowOf(points, null)).toEqual({ records: 8, by: 'level', newest_cost_usd: 1.276457 })
    // Who cannot tell chance from change takes the newest.
    expect(chooseRecord(points, limits(null), null)?.centre).toEqual({ index: 7, records: 1, by: 'newest' })
  })

  it('and of eight one is no measure, it is the newest still', async () => {
    expect(await windowOf([...buildPoints(STEADY.slice(1)), buildPoint(0, 7)], null)).toMatchObject({ records: 1, by: 'newest' })
  })
})

describe('where a number of records is given', () => {
  it('it goes before the centre of the newest level', async () => {
    expect(await windowOf(buildPoints(STEADY), 3)).toMatchObject({ records: 3, by: 'given' })
  })
})

describe('records of which none is comparable', () => {
  it('leave the newest of them', () => {
    const unread = (index: number) => buildPoint(1, index, { invalid_records: 1 })
    const points = [buildPoint(0, 0), unread(1), buildPoint(0, 2), unread(3)]
    const chosen = chooseRecord(points, limits(5), studentQuantile)
    expect([chosen?.records, chosen?.centre]).toEqual([[points[3]], { index: 0, records: 1, by: 'given' }])
  })

  it('do not go before a single one that is', () => {
    expect(chooseRecord(buildPoints([1, 0]), limits(5), studentQuantile)?.records.map(({ commit }) => commit)).toEqual(['commit-0'])
  })
})

describe('a baseline without records', () => {
  it('is as it is, whether its history is empty or missing', async () => {
    for (const baseline of [read([]), missingBaseline('file', 'b.json', null), parseBaseline('{"total_cost_usd": 1}', 'b.json')])
      for (const records of [null, 5]) expect(await withinWindow(baseline, limits(records))).toBe(baseline)
    expect(applyWindow(read([]), limits(5), studentQuantile).used.window).toBeNull()
  })
})

describe('the quantile of Student', () => {
  it('is loaded from eight records on', async () => {
    expect(await loadStudent(buildPoints(STEADY.slice(1)))).toBeNull()
    expect(await loadStudent(buildPoints(STEADY))).toBe(studentQuantile)
  })
})
