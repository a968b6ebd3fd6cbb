import { describe, expect, it } from 'vitest'
import { studentQuantile } from '../../src/compare/noise/quantile.ts'
import { sideOfSummary } from '../../src/compare/side.ts'
import type { CostSummary } from '../../src/generated/types.ts'
import { gatherEvidence, type Sides } from '../../src/judge/evidence.ts'
import { buildPoints } from '../support/baseline/points.ts'
import { head, policy, runs } from '../support/judge/builders.ts'

const LIMITS = { maxIncreasePercent: 20, minIncreaseUsd: 0 }
const VOLUME = policy('volume: { runs_per_month: 100 }')

/** A suite of so many runs that cost so much together, all of which say how they ended. */
const suite = (total_cost_usd: number, count: number, overrides: Partial<CostSummary> = {}) =>
  head({ total_cost_usd, runs: count, successful_tasks: count - 1, failed_tasks: 1, run_costs: runs({}, { count }), ...overrides })

function gather(before: CostSummary | null, now: CostSummary, overrides: Partial<Sides> = {}) {
  const baseline = { side: before && sideOfSummary(before), history: null }
  return gatherEvidence({ policy: null, limits: LIMITS, head: now, headSide: sideOfSummary(now), baseline, student: null, ...overrides })
}

describe('what is known before any rule is applied', () => {
  it('is nothing without a baseline and a policy where no run says how it ended', () => {
    expect(gather(null, head())).toEqual({ comparison: null, workload: null, success: null, noise: null, projection: null, chance: null })
  })

  it('is of head alone without a baseline how its runs ended, and what a month of it costs', () => {
    expect(gather(null, suite(1, 10), { policy: VOLUME })).toMatchObject({
      ...{ comparison: null, workload: null, noise: null, chance: null },
      success: { baseline: null, head: { runs: 10, successful_runs: 9 } },
      projection: { head_usd: 10, baseline_usd: null, low_usd: null, high_usd: null },
    })
  })

  it('is how both sides compare in cost, work and success', () => {
    expect(gather(suite(1, 10), suite(1.1, 10), { policy: VOLUME })).toMatchObject({
      comparison: { total: { baseline_cost_usd: 1, head_cost_usd: 1.1 } },
      workload: null,
      success: { baseline: { runs: 10 }, head: { runs: 10 } },
      noise: { state: 'unknown', reason: 'no_history', measured_percent: expect.closeTo(10, 9) },
      projection: { head_usd: 11, baseline_usd: 10, low_usd: null },
      chance: null,
    })
  })

  it('says that a total within the limit rests on fewer runs, where each of them cost more than it may', () => {
    const workload = { differs: [{ figure: 'runs', baseline: 10, head: 8 }], fewer: { figure: 'runs', baseline: 10, head: 8 } }
    expect(gather(suite(1, 10), suite(1, 8))).toMatchObject({ workload, noise: { state: 'inconclusive', reason: 'fewer_runs' } })
    // Exactly 20 % more per run.
    expect(gather(suite(1, 10), suite(0.96, 8))).toMatchObject({ workload, noise: { state: 'unknown', reason: 'no_history' } })
  })

  it('holds the records of the base branch, and how far chance reaches in a month', () => {
    const records = buildPoints([1, 1.03, 0.97, 1.02, 0.98, 1.03, 0.97, 1, 1.02, 0.98])
    const history = { records, leftOut: [], centre: { index: 9, records: 1, by: 'newest' as const } }
    const before = suite(0.98, 10)
    const overrides = { policy: VOLUME, student: studentQuantile, baseline: { side: sideOfSummary(before), history } }
    const { chance, noise, projection } = gather(before, suite(1, 10), overrides)
    expect(chance).toEqual({ ...history, student: studentQuantile })
    expect(noise?.records).toBe(10)
    const reach = 1 + (noise?.reach_percent ?? Number.NaN) / 100
    expect(projection?.high_usd).toBeCloseTo(10 * reach, 9)
    expect(projection?.low_usd).toBeCloseTo(10 / reach, 9)
  })
})
