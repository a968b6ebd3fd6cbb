import { describe, expect, it } from 'vitest'
import { sortOut } from '../../src/baseline/comparable.ts'
import type { HistoryPoint } from '../../src/generated/types.ts'
import { buildPoint } from '../support/baseline/points.ts'

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
})
