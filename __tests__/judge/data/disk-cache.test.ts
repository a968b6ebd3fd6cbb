import { describe, expect, it } from 'vitest'
import { change, comparison, head, judged } from '../../support/judge/builders.ts'

/** Calls that a cache answered, of all calls. */
type Side = readonly [cached: number, calls: number | null]

function judgeCache([cached, calls]: Side, [before, callsBefore]: Side, baselineUsd: number | null = 1) {
  const { findings, checks } = judged({
    head: head({ calls: calls ?? 0, ...(cached > 0 && { from_disk_calls: cached }) }),
    comparison: comparison(change('total', baselineUsd, 1, { baseline_calls: callsBefore })),
    baseline: { source: 'file', path: 'baseline.json', reason: null, ...(before > 0 && { from_disk_calls: before }) },
  })
  return [...findings, ...checks].filter(({ rule }) => rule === 'disk_cached')
}

const HOW = 'the comparison says nothing about them; run promptfoo with --no-cache'

describe('a cache on disk', () => {
  it.each<[string, Side, Side, string]>([
    [
      'answered calls of this run alone',
      [12, 24],
      [0, 24],
      `12 of 24 calls were answered from a cache on disk in this run, 0 of 24 in the baseline: ${HOW}`,
    ],
    [
      'answered one of many',
      [1, 2000],
      [0, 24],
      `1 of 2,000 calls was answered from a cache on disk in this run, 0 of 24 in the baseline: ${HOW}`,
    ],
    [
      'answered calls of the baseline alone',
      [0, 1],
      [24, 24],
      `0 of 1 call was answered from a cache on disk in this run, 24 of 24 in the baseline: ${HOW}, and record the baseline again`,
    ],
    [
      'answered one call of the baseline alone, however few that is',
      [0, 24],
      [1, 24],
      `0 of 24 calls were answered from a cache on disk in this run, 1 of 24 in the baseline: ${HOW}, and record the baseline again`,
    ],
    [
      'answered clearly more than before',
      [18, 24],
      [12, 24],
      `18 of 24 calls were answered from a cache on disk in this run, 12 of 24 in the baseline: ${HOW}, and record the baseline again`,
    ],
    [
      'answered calls, and the baseline gives no calls',
      [12, 24],
      [0, null],
      `12 of 24 calls were answered from a cache on disk in this run, none that is known in the baseline: ${HOW}`,
    ],
  ])('that %s is a warning', (_, now, before, message) => {
    expect(judgeCache(now, before)).toMatchObject([{ level: 'warning', subject: { kind: 'data', name: null }, message }])
  })

  it.each<[string, Side, Side, boolean]>([
    ['a hair more than 10 percentage points', [601, 1000], [500, 1000], true],
    ['exactly 10 percentage points', [600, 1000], [500, 1000], false],
    ['exactly 10 percentage points of what doubles cannot hold', [7, 10], [6, 10], false],
    ['one call of each side, and thus nothing', [1, 24], [1, 24], false],
    ['all on both sides, where the baseline gives no calls', [5, 5], [5, null], false],
    ['all on both sides, of other numbers of calls', [10, 10], [24, 24], false],
  ])('is judged by its share of the calls: %s apart', (_, now, before, isBroken) => {
    expect(judgeCache(now, before)).toMatchObject([isBroken ? { level: 'warning' } : { outcome: 'passed' }])
  })

  it('is nothing where it answered no call, or where there is nothing to compare with', () => {
    expect(judgeCache([0, 24], [0, 24])).toEqual([])
    expect(judgeCache([12, 24], [0, null], null)).toEqual([])
    expect(judged({ head: head({ from_disk_calls: 1 }), comparison: null }).findings.map(({ rule }) => rule)).not.toContain('disk_cached')
  })
})
