import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingBaseline, parseBaseline } from '../../src/baseline/document.ts'
import { historyOf } from '../../src/baseline/history.ts'
import { applyWindow, chooseRecord, type WindowLimits } from '../../src/baseline/window.ts'
import { compare } from '../../src/compare/compare.ts'
import { studentQuantile } from '../../src/compare/noise/quantile.ts'
import { sideOfSummary } from '../../src/compare/side.ts'
import type { HistoryPoint } from '../../src/generated/types.ts'
import { exceedsIncrease } from '../../src/judge/growth/increase.ts'
import { buildPoint, buildPoints } from '../support/baseline/points.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'

const limits = (records: number, percent = 20, minUsd = 0): WindowLimits => ({ records, level: { percent, minUsd } })

/** The record that was chosen, and of how many it is the median. */
function choose(points: readonly HistoryPoint[], window: WindowLimits) {
  const history = chooseRecord(points, window, studentQuantile)
  return history && { point: history.records[history.centre.index], records: history.centre.records, by: history.centre.by }
}

describe('a window of so many records', () => {
  it.each<[string, number[], WindowLimits, index: number, records: number]>([
    ['one record', [1], limits(5), 0, 1],
    ['three', [1, 1.1, 1.05], limits(5), 2, 3],
    ['two, the lower', [1.1, 1], limits(5), 1, 2],
    ['four, the lower of the middle', [1.03, 1, 1.01, 1.02], limits(5), 2, 4],
    ['equal totals, the newest', [1, 1, 1, 1, 1], limits(5), 4, 5],
    ['a median that stands there twice, the newer', [1, 1.01, 1.01, 1.05, 1.02], limits(5), 2, 5],
    ['more than the window, the last of them', [9, 9, 1, 1.1, 1.05], limits(3), 4, 3],
    ['a window of one, the newest alone', [1, 1.1, 1.05], limits(1), 2, 1],
    ['a window of 50', Array.from({ length: 60 }, (_, index) => 1 + index / 1000), limits(50), 34, 50],
    ['a level that went up, the new level', [1, 1.02, 2, 2.02], limits(5), 2, 2],
    ['a level that went down, the new level', [2, 2.02, 1, 1.02], limits(5), 2, 2],
    ['a spike before the newest', [1, 1.02, 5, 1.01], limits(5), 3, 3],
    ['a spike that is the newest', [1, 1.02, 1.01, 5], limits(5), 3, 1],
    ['exactly the limit apart, which is one level', [1, 1.2], limits(5), 0, 2],
    ['a hair over the limit', [1, 1.2000001], limits(5), 1, 1],
    ['large gaps of less than the minimum', [0.01, 0.02, 0.03], limits(5, 20, 0.05), 1, 3],
    ['a gap of the minimum itself', [0.01, 0.06], limits(5, 20, 0.05), 1, 1],
    ['totals of nothing', [0, 0, 0], limits(5), 2, 3],
    ['something after nothing', [0, 0, 1], limits(5), 2, 1],
    ['nothing after something, which was not measured whole', [1, 1.1, 0], limits(5), 0, 2],
  ])('of %s', (_, totals, window, index, records) => {
    const points = buildPoints(totals)
    expect(choose(points, window)).toEqual({ point: points[index], records, by: 'given' })
  })

  it('of no record is none', () => {
    expect(choose([], limits(5))).toBeNull()
  })

  it('is always one of the last records, of the level of the newest, and in the middle of those', () => {
    const totals = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 })
    const windows = fc.record({
      records: fc.integer({ min: 1, max: 50 }),
      percent: fc.double({ min: 0, max: 300, noNaN: true }),
      minUsd: fc.constantFrom(0, 1, 50),
    })
    fc.assert(
      fc.property(totals, windows, (costs, { records, percent, minUsd }) => {
        const points = buildPoints(costs)
        const last = points.slice(-records)
        const median = choose(points, limits(records, percent, minUsd))
        if (median?.point === undefined) throw new Error('there is a record')
        const total = median.point.total_cost_usd
        const newest = costs.at(-1) ?? 0
        expect(last).toContain(median.point)
        expect(exceedsIncrease(Math.min(total, newest), Math.max(total, newest), { percent, minUsd })).toBe(false)
        expect(median.records).toBeGreaterThanOrEqual(1)
        expect(median.records).toBeLessThanOrEqual(last.length)
        const level = costs
          .slice(-records)
          .filter((cost) => !exceedsIncrease(Math.min(cost, newest), Math.max(cost, newest), { percent, minUsd }))
        expect(median.records).toBe(level.length)
        expect(level.filter((cost) => cost < total).length).toBeLessThanOrEqual((level.length - 1) / 2)
        expect(level.filter((cost) => cost > total).length).toBeLessThanOrEqual(level.length / 2)
      }),
    )
  })
})

describe('applyWindow', () => {
  const summarize = () => summarizeFiles({ [LEDGER]: jsonl(row()) })
  /** A stored baseline of $0.50 that follows records of these totals. */
  const readStored = async (...totals: number[]) => {
    const summary = await summarize()
    const own = buildPoint(0.5, 9, { commit: null, created_at: summary.created_at })
    return parseBaseline(JSON.stringify({ ...summary, history: [...buildPoints(totals), own] }), 'b.json')
  }

  it('leaves a baseline without a history as it is', async () => {
    const baselines = [
      missingBaseline('artifact', 'x', null),
      parseBaseline('{"total_cost_usd": 1}', 'b.json'),
      parseBaseline(JSON.stringify(await summarize()), 'b.json'),
    ]
    for (const baseline of baselines) expect(applyWindow(baseline, limits(5), null)).toBe(baseline)
  })

  it('keeps everything of the newest record where that is the median', async () => {
    const baseline = await readStored(0.49, 0.51)
    const { used, side, summary: whole } = applyWindow(baseline, limits(5), null)
    expect(used).toEqual({ ...baseline.used, window: { records: 3, by: 'given', newest_cost_usd: 0.5 } })
    expect({ side, whole }).toEqual({ side: baseline.side, whole: baseline.summary })
  })

  it('knows models and agents of an older record that is the median, and no more', async () => {
    const { used, side, summary: whole } = applyWindow(await readStored(0.48, 0.49), limits(5), null)
    expect(used).toMatchObject({
      state: 'found',
      format: 'history',
      commit: 'commit-1',
      total_cost_usd: 0.49,
      price_catalog: null,
      window: { records: 3, by: 'given', newest_cost_usd: 0.5 },
    })
    // Limits that were broken before are looked up in the newest.
    expect(whole?.total_cost_usd).toBe(0.5)
    const stats = { calls: 6, tokens: 1000, costUsd: 0.49 }
    expect(side).toMatchObject({
      totalUsd: 0.49,
      models: new Map([['gpt-4o', stats]]),
      agents: new Map([['planner', stats]]),
      steps: null,
      customers: null,
      figures: { calls: 6 },
    })
  })

  it('knows the tokens of an older record that is the median, so that limits on tokens go on', async () => {
    const summary = await summarize()
    const known = { total_tokens: 1000, input_tokens: 900, cached_input_tokens: 300, runs: 2, max_run_usd: 0.3, successful_tasks: 1 }
    const history = [buildPoint(0.48, 0, known), buildPoint(0.49, 1, known), buildPoint(0.5, 2, known)]
    const { side } = applyWindow(parseBaseline(JSON.stringify({ ...summary, history }), 'b.json'), limits(5), null)
    expect(side?.figures).toEqual({
      calls: 6,
      runs: 2,
      input_tokens: 900,
      output_tokens: 100,
      cached_input_tokens: 300,
      cost_per_run_max_usd: 0.3,
      successful_tasks: 1,
    })
    if (side === null) throw new Error('there is a record')
    expect(compare(side, sideOfSummary(summary)).total).toMatchObject({ baseline_tokens: 1000, head_tokens: summary.total_tokens })
  })

  it('tells of the calls from a cache on disk of the record that it is', async () => {
    const summary = { ...(await summarize()), from_disk_calls: 1 }
    const read = (history: readonly HistoryPoint[]) =>
      applyWindow(parseBaseline(JSON.stringify({ ...summary, history }), 'b.json'), limits(5), null)
    const own = historyOf(summary)
    expect(own).toMatchObject([{ total_cost_usd: 0.5, from_disk_calls: 1 }])
    expect(read(own).used.from_disk_calls).toBe(1)
    const cached = (total: number, index: number) => buildPoint(total, index, { from_disk_calls: 4 })
    expect(read([buildPoint(0.48, 0), buildPoint(0.49, 1), ...own]).used).not.toHaveProperty('from_disk_calls')
    expect(read([cached(0.48, 0), cached(0.49, 1), ...own]).used.from_disk_calls).toBe(4)
  })

  it('tells of the graders of the record that it is', async () => {
    const graders = { calls: 2, errors: 0, input_tokens: 150, output_tokens: 31, total_tokens: 181, cost_usd: 0.0001 }
    const summary = { ...(await summarize()), graders }
    const read = (history: readonly HistoryPoint[]) =>
      applyWindow(parseBaseline(JSON.stringify({ ...summary, history }), 'b.json'), limits(5), null)
    const own = historyOf(summary)
    expect(read(own).used.graders).toEqual(graders)
    expect(read([buildPoint(0.48, 0), buildPoint(0.49, 1), ...own]).used).not.toHaveProperty('graders')
    const others = { ...graders, calls: 3 }
    expect(read([buildPoint(0.48, 0), buildPoint(0.49, 1, { graders: others }), ...own]).used.graders).toEqual(others)
  })

  it('with a window of 1 is the newest record', async () => {
    expect(applyWindow(await readStored(0.48, 0.49), limits(1), null).used).toMatchObject({
      format: 'cost-summary',
      total_cost_usd: 0.5,
      window: { records: 1 },
    })
  })
})
