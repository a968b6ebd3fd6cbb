import { describe, expect, it } from 'vitest'
import { compareTotal } from '../../../src/compare/noise/proof.ts'
import { studentQuantile } from '../../../src/compare/noise/quantile.ts'
import { judge } from '../../support/noise/measuring.ts'
import { head, record, records, wiggle } from '../../support/noise/records.ts'

const NO_AGENTS = { agents: new Map() }
/** Nothing but the total can prove a growth. */
const TOTAL_ALONE = { agents: new Map(), tokens: null }

describe('repetitions that would tell', () => {
  /** Records around $1, of which the last is exactly that. */
  const before = wiggle(20, 0.1).map((luck, index) => record(index === 19 ? 1 : Math.exp(luck), TOTAL_ALONE))
  const centre = { index: 19, records: 10, by: 'given' } as const
  const judgeAt = (totalUsd: number, limitPercent: number) => judge(before, head(totalUsd, TOTAL_ALONE), centre, limitPercent)

  it('are told above the limit, and not at it', () => {
    expect(judgeAt(1.25, 24.9)).toMatchObject({ state: 'inconclusive', reason: 'within_noise', repetitions: 3 })
    expect(judgeAt(1.25, 25)).toMatchObject({ state: 'pass', measured_percent: 25, repetitions: null })
  })

  it('are not told where it is proven without them', () => {
    expect(judgeAt(1.9, 25)).toMatchObject({ state: 'fail', repetitions: null })
  })

  it('are twenty at most', () => {
    // From the dearest record on, so that none of them is in the way.
    const dearest = { index: 4, records: 10, by: 'given' } as const
    const usd = before[4]?.totalUsd ?? 0
    const reachOf = compareTotal({ records: before, head: head(usd), centre: dearest }, usd, studentQuantile)?.reachOf ?? (() => 0)
    const repetitionsAt = (growth: number) => judge(before, head(usd * Math.exp(growth), TOTAL_ALONE), dearest, 5).repetitions
    expect(repetitionsAt((reachOf(1) + reachOf(2)) / 2)).toBe(2)
    expect(repetitionsAt((reachOf(19) + reachOf(20)) / 2)).toBe(20)
    expect(repetitionsAt((reachOf(20) + reachOf(21)) / 2)).toBeNull()
  })

  it('do not tell what a record has cost exactly', () => {
    const dear = before.map((one, index) => (index === 10 ? record(1.3, TOTAL_ALONE) : one))
    expect(judge(dear, head(1.3, TOTAL_ALONE), centre)).toMatchObject({ state: 'inconclusive', repetitions: null })
    expect(judge(dear, head(1.301, TOTAL_ALONE), centre)).toMatchObject({ state: 'inconclusive', repetitions: 3 })
  })
})

describe('the records that count', () => {
  it('are those of the newest level', () => {
    const [older, newer] = [records(0.02, 10), records(0.02, 10).map(({ totalUsd }) => record(2 * totalUsd))]
    const costs = newer.map(({ totalUsd }) => totalUsd)
    expect(judge([...older, ...newer], head(2.4, NO_AGENTS))).toMatchObject({
      level_records: 10,
      lowest_usd: Math.min(...costs),
      highest_usd: Math.max(...costs),
    })
  })

  it('are the newest fifty', () => {
    expect(judge(records(0.05, 60), head(1.2))).toMatchObject({ level_records: 50 })
  })

  it('cost something: one in their middle that did not is left out alone', () => {
    const [older, newer] = [records(0.05).slice(0, 6), records(0.05).slice(6, 12)]
    expect(judge([...older, record(0), ...newer], head(1.2))).toMatchObject({ level_records: 12 })
  })

  it('are compared with the one that was chosen, be it the first', () => {
    const before = records(0.03)
    const figures = judge(before, head(1.8, TOTAL_ALONE), { index: 0, records: 5, by: 'given' })
    expect(figures.proven_by).toBe('total')
    expect(figures.proven_percent).toBeCloseTo((1.8 / (before[0]?.totalUsd ?? 0) - 1) * 100, 9)
  })

  it('tell what chance does where the one that was chosen cost nothing, but no growth', () => {
    const [before, free] = [records(0.05), { index: 0, records: 1, by: 'given' } as const]
    const figures = judge([record(0), ...before], head(1.5), free)
    expect(figures.measured_percent).toBeNull()
    expect(figures.reach_percent).toBeCloseTo(judge(before, head(1.5)).reach_percent ?? 0, 9)
  })

  it('none tell nothing', () => {
    expect(judge([], head(1))).toMatchObject({ measured_percent: null, noise_percent: null, isOneRun: false })
  })
})

describe('what is proven', () => {
  it('by the total and by what it is made of alike, is proven by the total', () => {
    const figures = judge(records(0.03), head(1.2 * 1.5, { tokens: 96_000 * 1.5, ...NO_AGENTS }))
    expect(figures).toMatchObject({ state: 'fail', proven_by: 'total' })
    expect(figures.factors[1]).toMatchObject({ name: 'tokens_per_call', sure: true })
  })

  it('is no growth within the limit, however sure the total is', () => {
    const figures = judge(records(0.01), head(1.2 * 1.15, { calls: 96 * 1.15, tokens: 96_000 * 1.15, ...NO_AGENTS }))
    expect(figures.measured_percent).toBeGreaterThan(figures.reach_percent ?? Number.NaN)
    expect(figures).toMatchObject({ state: 'pass', proven_percent: 0, proven_by: null })
  })

  it('of a head that cost nothing is nothing, but what chance does is known', () => {
    const figures = judge(records(0.05), head(0, { tokens: 192_000 }))
    expect(figures).toMatchObject({ measured_percent: -100, proven_percent: 0, proven_by: null, isOneRun: false, odd_runs: [] })
    expect(figures.reach_percent).toBeCloseTo(judge(records(0.05), head(1.2)).reach_percent ?? 0, 9)
  })

  it('of a head that cost more than a number can say is nothing', () => {
    expect(judge(records(0.05), head(Number.POSITIVE_INFINITY))).toMatchObject({ measured_percent: null, proven_percent: 0 })
  })
})
