import { describe, expect, it } from 'vitest'
import { sortOut } from '../../src/baseline/comparable.ts'
import type { HistoryPoint } from '../../src/generated/types.ts'
import { buildPoint, buildPoints } from '../support/baseline/points.ts'

type Parts = Partial<HistoryPoint>

/** Records of $1 that differ in this; what was left out, by place and reason. */
function leftOut(...parts: readonly Parts[]) {
  const points = parts.map((part, index) => buildPoint(1, index, part))
  const sorted = sortOut(points)
  const out = sorted.leftOut.map(({ commit, reason, count, usual }) => [commit, reason, count, usual])
  expect(sorted.records.length + sorted.leftOut.length).toBe(points.length)
  return out
}

const runs = (...counts: readonly number[]): Parts[] => counts.map((count) => ({ runs: count }))
const cases = (...counts: readonly number[]): Parts[] => counts.map((count) => ({ cases: count, runs: 3 }))

describe('a record is comparable', () => {
  it.each<[string, Parts[]]>([
    ['where nothing is known of runs and cases', [{}, {}, {}]],
    ['where it is the only one', runs(3)],
    ['where all have the same number of runs', runs(12, 12, 12, 12)],
    ['where it has more runs than those before', runs(12, 12, 12, 20)],
    ['where the number of runs always varies', runs(9, 14, 11, 13, 10, 12, 14, 9)],
    ['where the suite was made smaller three records ago', runs(12, 12, 12, 12, 12, 6, 6, 6)],
    ['where the suite grew long ago', runs(6, 6, 6, 12, 12, 12, 12, 12, 12, 12)],
    ['where the same share has no price in all', [{ unpriced_calls: 3 }, { unpriced_calls: 3 }]],
    ['where a share of next to nothing has no price', [{ calls: 100 }, { calls: 100, unpriced_calls: 4 }]],
    ['where all come from a cache on disk, as those before did', [{ from_disk_calls: 6 }, { from_disk_calls: 6 }, { from_disk_calls: 6 }]],
    ['where a share of calls of exactly 5 % has no price', [{ calls: 100 }, { calls: 100, unpriced_calls: 5 }]],
    ['where exactly 5 % of its calls come from a disk', [{}, { calls: 100, from_disk_calls: 5 }]],
    ['where the last three could not be read whole', [{ invalid_records: 1 }, { invalid_records: 2 }, { invalid_records: 1 }]],
    ['where it is the only one, and has no run', runs(0)],
    ['where the runs of most are not known', [{ runs: 12 }, {}, {}, {}, {}, { runs: 12 }]],
    ['where it is at the fence of runs that vary', runs(10, 10, 12, 12, 7)],
    ['where nothing was called in any', [{ calls: 0 }, { calls: 0 }]],
    ['where the last three cost nothing', [{ total_cost_usd: 0 }, { total_cost_usd: 0 }, { total_cost_usd: 0 }]],
  ])('%s', (_, parts) => {
    expect(leftOut(...parts)).toEqual([])
  })
})

describe('a record is left out', () => {
  it.each<[string, Parts[], unknown[]]>([
    ['the newest, cut to half', runs(12, 12, 12, 6), [['commit-3', 'fewer_runs', 6, 12]]],
    ['the second, cut by one run', runs(12, 11), [['commit-1', 'fewer_runs', 11, 12]]],
    ['one in the middle', runs(12, 12, 5, 12, 12), [['commit-2', 'fewer_runs', 5, 12]]],
    [
      'two in a row, which are no norm yet',
      runs(12, 12, 12, 6, 6),
      [
        ['commit-4', 'fewer_runs', 6, 12],
        ['commit-3', 'fewer_runs', 6, 12],
      ],
    ],
    ['fewer cases in as many runs', cases(20, 20, 20, 19), [['commit-3', 'fewer_cases', 19, 20]]],
    ['far fewer runs where they vary', runs(9, 14, 11, 13, 10, 2), [['commit-5', 'fewer_runs', 2, 11]]],
    ['one below the fence of runs that vary', runs(10, 10, 12, 12, 6), [['commit-4', 'fewer_runs', 6, 12]]],
    [
      'the first two, where most of the five after each had more',
      runs(8, 8, 9, 9, 9, 9),
      [
        ['commit-1', 'fewer_runs', 8, 9],
        ['commit-0', 'fewer_runs', 8, 9],
      ],
    ],
    [
      'one with too few cases and runs, for its cases',
      [...cases(20, 20, 20), { cases: 19, runs: 1 }],
      [['commit-3', 'fewer_cases', 19, 20]],
    ],
    ['one with fewer runs, where those of some are not known', [...runs(12), {}, ...runs(12, 5), {}], [['commit-3', 'fewer_runs', 5, 12]]],
    [
      'two that were answered from a disk, beside a third at the limit',
      [{}, { calls: 100, from_disk_calls: 5 }, { calls: 100, from_disk_calls: 6 }, { calls: 100, from_disk_calls: 6 }],
      [
        ['commit-3', 'from_disk', 6, null],
        ['commit-2', 'from_disk', 6, null],
      ],
    ],
    [
      'two that could not be read, which are no norm yet',
      [{ invalid_records: 1 }, { invalid_records: 2 }],
      [
        ['commit-1', 'invalid', 2, null],
        ['commit-0', 'invalid', 1, null],
      ],
    ],
    [
      'one long before three of its kind, which are the norm',
      [{ total_cost_usd: 0 }, {}, { total_cost_usd: 0 }, { total_cost_usd: 0 }, { total_cost_usd: 0 }],
      [['commit-0', 'free', null, null]],
    ],
    [
      'one more of whose calls have no price',
      [
        { calls: 1, unpriced_calls: 1 },
        { calls: 2, unpriced_calls: 1 },
      ],
      [['commit-0', 'unpriced', 1, null]],
    ],
    ['records that could not be read', [{}, {}, { invalid_records: 2 }], [['commit-2', 'invalid', 2, null]]],
    ['one that cost nothing', [{}, {}, { total_cost_usd: 0 }], [['commit-2', 'free', null, null]]],
    ['one that was answered from a disk', [{}, {}, { from_disk_calls: 6 }], [['commit-2', 'from_disk', 6, null]]],
    ['those from before a model without a price', [{}, { unpriced_calls: 3 }], [['commit-0', 'unpriced', 0, null]]],
  ])('%s', (_, parts, expected) => {
    expect(leftOut(...parts)).toEqual(expected)
  })

  it('and of those long ago nobody is told', () => {
    const sorted = sortOut(
      [12, 12, 5, ...Array.from({ length: 12 }, () => 12)].map((count, index) => buildPoint(1, index, { runs: count })),
    )
    expect(sorted.records).toHaveLength(14)
    expect(sorted.leftOut).toEqual([])
  })

  const told = (totals: readonly number[]) => sortOut(buildPoints(totals)).leftOut.map(({ commit }) => commit)

  it('and nobody is told of one that is not among the newest ten', () => {
    const nine = Array.from({ length: 9 }, () => 1)
    expect(told([1, 0, ...nine])).toEqual(['commit-1'])
    expect(told([1, 0, 1, ...nine])).toEqual([])
  })

  it('and only the newest five are told, the newest first', () => {
    expect(told([1, 0, 0, 0, 0, 0, 0, 1, 1])).toEqual(['commit-6', 'commit-5', 'commit-4', 'commit-3', 'commit-2'])
  })

  it('and what is told of it is its commit, day and total', () => {
    const points = buildPoints([1, 0])
    const { commit = null, created_at = null } = points[1] ?? {}
    expect(sortOut(points).leftOut).toEqual([{ commit, created_at, total_cost_usd: 0, reason: 'free', count: null, usual: null }])
  })
})
