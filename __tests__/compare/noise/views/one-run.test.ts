import { describe, expect, it } from 'vitest'
import { judge } from '../../../support/noise/measuring.ts'
import { head, records, split } from '../../../support/noise/records.ts'

/** Twelve runs of $0.10, of which some are dearer. */
function runs(...dear: number[]) {
  return new Map(Array.from({ length: 12 }, (_, index): [string, number] => [`run-${index + 1}`, dear[index] ?? 0.1]))
}

function of(costs: ReadonlyMap<string, number>, other = {}) {
  const totalUsd = [...costs.values()].reduce((sum, cost) => sum + cost, 0)
  const calls = 80 * totalUsd
  return head(totalUsd, { calls, tokens: calls * 1000, agents: split(calls, calls * 1000, totalUsd), runCosts: costs, ...other })
}

describe('one dear run of head', () => {
  it('proves nothing, and is named with what the dearest usually costs', () => {
    const figures = judge(records(0.03), of(runs(0.1, 0.1, 0.61)))
    expect(figures).toMatchObject({ state: 'inconclusive', reason: 'one_run', proven_percent: 0, isOneRun: true, repetitions: null })
    expect(figures.odd_runs).toEqual([{ run_id: 'run-3', usd: 0.61, usual_usd: expect.closeTo(0.12, 2) }])
    expect(figures.withoutOddRunsPercent).toBeLessThan(5)
  })

  it('excuses no other: with it capped the total must still be above the limit', () => {
    const dear = new Map([...runs().entries()].map(([id], index): [string, number] => [id, index === 2 ? 0.9 : 0.17]))
    const figures = judge(records(0.03), of(dear))
    expect(figures).toMatchObject({ state: 'fail', proven_by: 'total', isOneRun: false })
    expect(figures.proven_percent).toBeLessThan(figures.measured_percent ?? 0)
    expect(figures.proven_percent).toBeCloseTo(figures.withoutOddRunsPercent ?? 0, 9)
  })

  it('excuses no dearer price', () => {
    const costs = runs(0.1, 0.1, 0.61)
    const figures = judge(records(0.03), of(costs, { calls: 96, tokens: 96_000, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'fail', proven_by: 'factors' })
  })

  it('makes a growth that is proven with it alone', () => {
    const figures = judge(records(0.12), of(new Map([...runs().keys()].map((id, index) => [id, index === 2 ? 0.6 : 0.13]))))
    // Without it the total is above the limit as well, but within what chance does.
    expect(figures).toMatchObject({ reason: 'one_run', isOneRun: true })
    expect(figures.withoutOddRunsPercent).toBeGreaterThan(20)
  })

  it('makes a growth that is within the limit without it', () => {
    const figures = judge(records(0.12), of(runs(0.1, 0.1, 0.4)))
    // With it the total is within what chance does.
    expect(figures.reach_percent).toBeGreaterThan(figures.measured_percent ?? Number.NaN)
    expect(figures).toMatchObject({ reason: 'one_run', isOneRun: true })
  })

  it('is not what makes a growth that is above the limit without it', () => {
    // The dear run cost $0.10 more than the dearest usually does: without it the total is still a quarter above.
    const dear = new Map([...runs().keys()].map((id, index): [string, number] => [id, index === 2 ? 0.22 : 0.13]))
    const figures = judge(records(0.12), of(dear))
    expect(figures).toMatchObject({ reason: 'within_noise', isOneRun: false, odd_runs: [{ run_id: 'run-3' }] })
    expect(figures.withoutOddRunsPercent).toBeGreaterThan(20)
    expect(figures.repetitions).not.toBeNull()
  })

  it('that cost more than all together, as a broken file says, leaves nothing of the total', () => {
    const figures = judge(records(0.12), of(runs(), { runCosts: runs(9) }))
    expect(figures).toMatchObject({ isOneRun: false, withoutOddRunsPercent: -100 })
  })

  it('longer prompts prove nothing beside it', () => {
    const figures = judge(records(0.03), of(runs(0.1, 0.1, 0.61), { calls: 96 }))
    expect(figures).toMatchObject({ state: 'inconclusive', reason: 'one_run' })
  })

  it('two in twelve are no accident', () => {
    const figures = judge(records(0.03), of(runs(0.4, 0.1, 0.4)))
    expect(figures).toMatchObject({ state: 'fail', withoutOddRunsPercent: null })
    expect(figures.odd_runs.map(({ run_id }) => run_id)).toEqual(['run-1', 'run-3'])
  })

  it('is known without its name where runs are not listed', () => {
    const figures = judge(records(0.03), of(runs(0.1, 0.1, 0.61), { runCosts: null, maxRunUsd: 0.61 }))
    expect(figures).toMatchObject({ reason: 'one_run', odd_runs: [{ run_id: null, usd: 0.61 }] })
  })

  it('with fewer than three runs each is a large part, and none is odd', () => {
    const two = new Map([
      ['a', 0.1],
      ['b', 1.6],
    ])
    expect(judge(records(0.03), of(two, { runs: 2 }))).toMatchObject({ state: 'fail', odd_runs: [] })
  })

  it('without noise none is odd: what is dearer is so because of the change', () => {
    expect(judge(records(0), of(runs(0.1, 0.1, 0.61)))).toMatchObject({ state: 'fail', odd_runs: [] })
  })
})
