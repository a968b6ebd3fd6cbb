import { describe, expect, it } from 'vitest'
import { sideOfPoint } from '../../src/baseline/side.ts'
import type { Side, SideStats, Work } from '../../src/compare/side.ts'
import { compareWorkload } from '../../src/compare/workload.ts'
import { side } from '../support/compare/sides.ts'

const WORK: Work = { cases: null, fromDiskCalls: null, unpricedCalls: null, ends: null }

function suite(totalUsd: number, known: Partial<Side> & { readonly runs?: number; readonly calls?: number }): Side {
  const { runs = null, calls = null, ...rest } = known
  return { ...side([], totalUsd), figures: { runs, calls }, steps: null, ...rest }
}

/** Subjects of one call each, or of as many as their name is followed by. */
function named(...names: readonly string[]): ReadonlyMap<string, SideStats> {
  return new Map(
    names.map((name) => {
      const [own = '', calls = '1'] = name.split(':')
      return [own, { costUsd: 1, calls: Number(calls), tokens: 10 }]
    }),
  )
}

describe('the work of head and baseline', () => {
  it('is alike where nothing differs, or nothing is known', () => {
    const same = suite(1, { runs: 10, calls: 40, cases: named('a', 'b'), steps: named('plan') })
    expect(compareWorkload(same, same)).toBeNull()
    expect(compareWorkload(suite(1, {}), same)).toBeNull()
    expect(compareWorkload(same, suite(1, {}))).toBeNull()
    expect(compareWorkload(suite(1, { runs: 0 }), suite(1, { runs: 3 }))).toBeNull()
  })

  it('differs in its cases, and then a case is what costs are compared by', () => {
    const before = suite(1.2, { runs: 12, cases: named('a', 'b', 'c') })
    const after = suite(1, { runs: 10, cases: named('a', 'b') })
    expect(compareWorkload(before, after)).toEqual({
      differs: [
        { figure: 'cases', baseline: 3, head: 2, shared: 2 },
        { figure: 'runs', baseline: 12, head: 10, shared: null },
      ],
      unit: 'case',
      baseline_usd: 0.39999999999999997,
      head_usd: 0.5,
      percent: expect.closeTo(25, 9),
      fewer: { figure: 'cases', baseline: 3, head: 2 },
    })
  })

  it('of as many other cases has nothing to divide by', () => {
    const workload = compareWorkload(suite(1, { cases: named('a', 'b') }), suite(2, { cases: named('a', 'c') }))
    expect(workload).toMatchObject({
      differs: [{ figure: 'cases', baseline: 2, head: 2, shared: 1 }],
      unit: null,
      percent: null,
      fewer: null,
    })
  })

  it('is compared by run where the cases are the same and are repeated', () => {
    const cases = named('a', 'b')
    const workload = compareWorkload(suite(1, { runs: 4, cases }), suite(1.5, { runs: 6, cases }))
    expect(workload).toMatchObject({ unit: 'run', baseline_usd: 0.25, head_usd: 0.25, percent: 0, fewer: null })
  })

  it('knows the cases of a point of the history by their number alone, and its runs', () => {
    const point = { commit: null, created_at: null, total_cost_usd: 2, calls: 9, models: {}, agents: {}, runs: 8, cases: 4 }
    const head = suite(2, { runs: 6, cases: named('a', 'b', 'c'), work: { ...WORK, cases: 3 } })
    expect(compareWorkload(sideOfPoint(point), head)?.differs).toEqual([
      { figure: 'cases', baseline: 4, head: 3, shared: null },
      { figure: 'runs', baseline: 8, head: 6, shared: null },
    ])
    expect(compareWorkload(suite(2, { work: { ...WORK, cases: 4 } }), suite(2, {}))).toBeNull()
    expect(compareWorkload(suite(2, {}), suite(2, { work: { ...WORK, cases: 4 } }))).toBeNull()
    const { runs: _, ...older } = point
    expect(compareWorkload(sideOfPoint({ ...older, cases: 3 }), head)).toBeNull()
  })

  it.each([
    [10, 9, true],
    [10, 11, true],
    [100, 101, true],
    [101, 100, false],
    [1000, 1009, false],
    [1000, 990, true],
  ])('of %d and %d runs is other work: %s', (before, after, isOther) => {
    expect(compareWorkload(suite(1, { runs: before }), suite(1, { runs: after })) !== null).toBe(isOther)
  })

  it.each([
    ['a step that is new', ['plan:90', 'act:10'], ['plan:90', 'act:10', 'check:6'], { baseline: 2, head: 3, shared: 2 }],
    ['a step that is gone', ['plan:90', 'act:10'], ['plan:90'], { baseline: 2, head: 1, shared: 1 }],
    ['a step that now and then runs', ['plan:95', 'retry:5'], ['plan:95'], null],
    ['a step that now and then runs, and did not before', ['plan:95'], ['plan:95', 'retry:5'], null],
    ['one call of another step', ['plan'], ['act'], { baseline: 1, head: 1, shared: 0 }],
    ['no step that is named', ['plan:95'], [], null],
  ])('with %s', (_, before, after, difference) => {
    const workload = compareWorkload(suite(1, { steps: named(...before) }), suite(1, { steps: named(...after) }))
    expect(workload?.differs ?? null).toEqual(difference && [{ figure: 'steps', ...difference }])
  })

  it.each([
    ['fromDiskCalls', 'from_disk', 0, 6, true],
    ['fromDiskCalls', 'from_disk', 0, 5, false],
    ['unpricedCalls', 'unpriced', 50, 44, true],
    ['unpricedCalls', 'unpriced', 50, 48, false],
    ['unpricedCalls', 'unpriced', null, 44, false],
    ['unpricedCalls', 'unpriced', 44, null, false],
  ] as const)('with shares of %s as %s: %s and %s of 100 calls', (key, figure, before, after, isOther) => {
    const share = (part: number | null) => suite(1, { calls: 100, work: { ...WORK, [key]: part } })
    const difference = { figure, baseline: (before ?? 0) / 100, head: (after ?? 0) / 100, shared: null }
    expect(compareWorkload(share(before), share(after))?.differs ?? []).toEqual(isOther ? [difference] : [])
  })
  it('knows no share of calls whose number is not known', () => {
    const open = suite(1, { work: { ...WORK, fromDiskCalls: 50 } })
    const none = suite(1, { calls: 0, work: { ...WORK, fromDiskCalls: 0 } })
    const half = suite(1, { calls: 100, work: { ...WORK, fromDiskCalls: 50 } })
    for (const one of [open, none]) expect([compareWorkload(one, half), compareWorkload(half, one)]).toEqual([null, null])
  })

  it('is not other work for steps whose calls are not known', () => {
    const silent = (...names: readonly string[]) =>
      suite(1, { steps: new Map(names.map((name) => [name, { costUsd: 1, calls: null, tokens: null }])) })
    expect(compareWorkload(silent('plan'), silent('plan', 'act'))).toBeNull()
  })

  it('is less of it with fewer runs', () => {
    expect(compareWorkload(suite(1, { runs: 4 }), suite(1, { runs: 3 }))?.fewer).toEqual({ figure: 'runs', baseline: 4, head: 3 })
    expect(compareWorkload(suite(1, { runs: 3 }), suite(1, { runs: 4 }))?.fewer).toBeNull()
  })
})
