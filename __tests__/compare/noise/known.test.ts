import { describe, expect, it } from 'vitest'
import { isEnough, measuredOfPoint, measuredOfSummary } from '../../../src/compare/noise/known.ts'
import { buildPoint, buildPoints } from '../../support/baseline/points.ts'
import { agent, head, runs } from '../../support/judge/builders.ts'

describe('isEnough', () => {
  it('eight records are, seven are not', () => {
    expect(isEnough(buildPoints(Array(8).fill(1)))).toBe(true)
    expect(isEnough(buildPoints(Array(7).fill(1)))).toBe(false)
  })

  it('each of them has to have cost something', () => {
    expect(isEnough(buildPoints([0.001, 1, 1, 1, 1, 1, 1, 0.001]))).toBe(true)
    expect(isEnough(buildPoints([1, 1, 1, 0, 1, 1, 1, 1]))).toBe(false)
  })
})

describe('measuredOfPoint', () => {
  it('takes what the record says', () => {
    const point = buildPoint(3, 0, { total_tokens: 900, input_tokens: 800, cached_input_tokens: 200, max_run_usd: 0.5 })
    expect(measuredOfPoint(point)).toEqual({
      totalUsd: 3,
      calls: 6,
      tokens: 900,
      cachedShare: 0.25,
      maxRunUsd: 0.5,
      agents: new Map([['planner', { costUsd: 3, calls: 6, tokens: 1000 }]]),
    })
  })

  it('an older record knows its tokens by its models, and neither cache nor dearest run', () => {
    const used = { calls: 1, cost_usd: 1 }
    const point = buildPoint(3, 0, { models: { a: { ...used, total_tokens: 40 }, b: { ...used, total_tokens: 2 } } })
    expect(measuredOfPoint(point)).toMatchObject({ tokens: 42, cachedShare: null, maxRunUsd: null })
  })

  it('a hundred models may not be all of them, so that the tokens are not known', () => {
    const models = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`m-${index}`, { calls: 1, total_tokens: 1, cost_usd: 1 }]))
    expect(measuredOfPoint(buildPoint(3, 0, { models: models(99) })).tokens).toBe(99)
    expect(measuredOfPoint(buildPoint(3, 0, { models: models(100) })).tokens).toBeNull()
  })

  it('without prompts nothing is a share of them', () => {
    expect(measuredOfPoint(buildPoint(3, 0, { input_tokens: 0, cached_input_tokens: 0 })).cachedShare).toBeNull()
    expect(measuredOfPoint(buildPoint(3, 0, { cached_input_tokens: 5 })).cachedShare).toBeNull()
    expect(measuredOfPoint(buildPoint(3, 0, { input_tokens: 5 })).cachedShare).toBeNull()
    expect(measuredOfPoint(buildPoint(3, 0, { input_tokens: 1, cached_input_tokens: 0 })).cachedShare).toBe(0)
  })
})

describe('measuredOfSummary', () => {
  it('takes what head says, with the cost of each run', () => {
    const summary = head({
      total_cost_usd: 2,
      calls: 8,
      total_tokens: 1200,
      input_tokens: 1000,
      cached_input_tokens: 400,
      runs: 5,
      run_costs: runs({ a: 1.5, b: 0.5 }),
      agent_stats: { planner: agent({}, { cost_usd: 2, calls: 8, total_tokens: 1200 }) },
    })
    expect(measuredOfSummary(summary)).toEqual({
      totalUsd: 2,
      calls: 8,
      tokens: 1200,
      cachedShare: 0.4,
      runs: 5,
      maxRunUsd: 1.5,
      agents: new Map([['planner', { costUsd: 2, calls: 8, tokens: 1200 }]]),
      runCosts: new Map([
        ['a', 1.5],
        ['b', 0.5],
      ]),
    })
  })

  it('does not know runs that are not listed, nor a cache that nobody wrote of', () => {
    const { costs_usd: _costs, ...unlisted } = runs({ a: 1.5 })
    expect(measuredOfSummary(head({ run_costs: unlisted }))).toMatchObject({ runCosts: null, maxRunUsd: 1.5, cachedShare: null })
    expect(measuredOfSummary(head({ input_tokens: 0, cached_input_tokens: 0 })).cachedShare).toBeNull()
    expect(measuredOfSummary(head({ input_tokens: 1, cached_input_tokens: 1 })).cachedShare).toBe(1)
  })
})
