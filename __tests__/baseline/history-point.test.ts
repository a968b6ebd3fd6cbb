import { describe, expect, it } from 'vitest'
import { historyOf, missingFrom, missingOf } from '../../src/baseline/history.ts'
import type { CostSummary, HistoryPoint } from '../../src/generated/types.ts'
import { buildPoint } from '../support/baseline/points.ts'
import { buildModel, buildStats, buildSummary } from '../support/render/summary.ts'

/** The record of a summary as it is written. */
function pointOf(overrides: Partial<CostSummary>): HistoryPoint {
  const [point] = historyOf(buildSummary(overrides))
  if (point === undefined) throw new Error('there is one')
  return JSON.parse(JSON.stringify(point))
}

const quality = (invalid_records: number) => ({ ...buildSummary().quality, invalid_records })
const graders = buildStats(2, 100, 0.01)

describe('what the total of a summary does not hold', () => {
  it('is nothing where all was read and priced', () => {
    expect(missingFrom(buildSummary())).toStrictEqual({})
    expect(missingFrom(buildSummary({ from_disk_calls: 0 }))).toStrictEqual({})
    expect(missingOf(buildPoint(1, 0, { unpriced_calls: 0, invalid_records: 0, from_disk_calls: 0 }))).toStrictEqual({})
  })

  it.each([
    [{ unpriced_calls: 1 }, { unpriced_calls: 1 }],
    [{ quality: quality(1) }, { invalid_records: 1 }],
    [{ from_disk_calls: 1 }, { from_disk_calls: 1 }],
    [{ graders }, { graders }],
  ])('is told, be it a single one, and goes into its record: %j', (overrides, missing) => {
    expect(missingFrom(buildSummary(overrides))).toStrictEqual(missing)
    expect(pointOf(overrides)).toMatchObject(missing)
    expect(missingOf(pointOf(overrides))).toStrictEqual(missing)
  })
})

describe('the record of a summary', () => {
  it('knows what is known of its work', () => {
    const { run_costs } = buildSummary()
    const known = pointOf({ cached_input_tokens: 0, case_stats: { one: buildStats(1, 1, 1), two: buildStats(1, 1, 1) } })
    expect(known).toMatchObject({
      total_tokens: 316265,
      input_tokens: 277836,
      cached_input_tokens: 0,
      runs: 12,
      cases: 2,
      max_run_usd: 0.2026525,
    })
    const unknown = Object.keys(pointOf({ runs: 0, run_costs: { ...run_costs, max_usd: null } }))
    expect(unknown.filter((key) => ['cached_input_tokens', 'cases', 'max_run_usd', 'runs'].includes(key))).toEqual(['runs'])
  })

  it.each([
    [2, 1, { successful_tasks: 2, failed_tasks: 1 }],
    [0, 0, { successful_tasks: 0, failed_tasks: 0 }],
    [null, 1, {}],
    [1, null, {}],
    [null, null, {}],
  ])('knows how runs ended where both are said: %s and %s', (successful_tasks, failed_tasks, expected) => {
    const ends = Object.entries(pointOf({ successful_tasks, failed_tasks })).filter(([key]) => key.endsWith('_tasks'))
    expect(Object.fromEntries(ends)).toEqual(expected)
  })

  it('knows the tokens of a model by the kinds that it used', () => {
    const kinds = (overrides: object) => {
      const { models } = pointOf({ model_stats: { a: { ...buildModel(1, 80, 1), ...overrides } } })
      return models.a
    }
    const base = { calls: 1, total_tokens: 80, cost_usd: 1, input_tokens: 70 }
    expect(kinds({})).toStrictEqual(base)
    expect(kinds({ cached_input_tokens: 0, cache_write_tokens: 0 })).toStrictEqual(base)
    expect(kinds({ cached_input_tokens: 1, cache_write_tokens: 2 })).toStrictEqual({
      ...base,
      cached_input_tokens: 1,
      cache_write_tokens: 2,
    })
  })

  it('of more than 100 names that cost as much as each other keeps the first by name', () => {
    const names = Array.from({ length: 101 }, (_, index) => `m${100 + index}`)
    const kept = (order: readonly string[]) =>
      Object.keys(pointOf({ model_stats: Object.fromEntries(order.map((name) => [name, buildModel(1, 8, 1)])) }).models)
    expect(kept(names)).toEqual(names.slice(0, 100))
    expect(kept(names.toReversed())).toEqual(names.slice(0, 100))
  })
})
