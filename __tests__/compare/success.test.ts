import { describe, expect, it } from 'vitest'
import { sideOfFlow, sideOfPoint } from '../../src/baseline/side.ts'
import { sideOfSummary } from '../../src/compare/side.ts'
import { compareSuccess } from '../../src/compare/success.ts'
import { head } from '../support/judge/builders.ts'

const summary = (runs: number, successful_tasks: number | null, failed_tasks: number | null, overrides = {}) =>
  sideOfSummary(head({ total_cost_usd: 1.2, runs, successful_tasks, failed_tasks, ...overrides }))

describe('the success of both sides', () => {
  it('is their rates, what a success costs, and the interval of the difference', () => {
    expect(compareSuccess(summary(10, 9, 1), summary(10, 3, 7))).toEqual({
      baseline: { runs: 10, successful_runs: 9, success_rate: 0.9, cost_per_success_usd: 1.2 / 9 },
      head: { runs: 10, successful_runs: 3, success_rate: 0.3, cost_per_success_usd: 0.39999999999999997 },
      // R. G. Newcombe 1998, table II: 9 of 10 less 3 of 10.
      change: { share: expect.closeTo(-0.6, 12), low: expect.closeTo(-0.809, 4), high: expect.closeTo(-0.1705, 4) },
    })
  })

  it('is not known while one run does not say how it ended', () => {
    expect(compareSuccess(summary(10, 9, 0), summary(10, null, null))).toBeNull()
    expect(compareSuccess(null, summary(2, 1, 1))).toMatchObject({ baseline: null, head: { successful_runs: 1 }, change: null })
    expect(compareSuccess(summary(2, 1, 1), summary(3, 1, 1))).toMatchObject({ baseline: { runs: 2 }, head: null, change: null })
  })

  it('has no cost where nothing succeeded, and while calls have no price', () => {
    expect(compareSuccess(null, summary(2, 0, 2))?.head?.cost_per_success_usd).toBeNull()
    expect(compareSuccess(null, summary(2, 1, 1, { unpriced_calls: 1 }))?.head?.cost_per_success_usd).toBeNull()
  })

  it('is known of a flow summary and of a point of the history that says it', () => {
    const flow = sideOfFlow({ runs: 4, successes: 3, models: [] })
    const point = { commit: null, created_at: null, total_cost_usd: 1, calls: 4, models: {}, agents: {}, runs: 4 }
    expect(compareSuccess(flow, flow)?.baseline).toMatchObject({ runs: 4, successful_runs: 3 })
    expect(compareSuccess(sideOfPoint({ ...point, successful_tasks: 3, failed_tasks: 1 }), flow)?.baseline).toMatchObject({ runs: 4 })
    expect(compareSuccess(sideOfPoint(point), flow)?.baseline).toBeNull()
  })
})
