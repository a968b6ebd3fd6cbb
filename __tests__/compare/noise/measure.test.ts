import { describe, expect, it } from 'vitest'
import { judge } from '../../support/noise/measuring.ts'
import { head, record, records, split } from '../../support/noise/records.ts'

describe('measureNoise', () => {
  it('far above the noise it fails, and the total proves it', () => {
    const figures = judge(records(0.03), head(1.2 * 1.4, { calls: 96 * 1.4, tokens: 96_000 * 1.4, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'fail', reason: null, proven_by: 'total', repetitions: null, isOneRun: false })
    expect(figures.proven_percent).toBeCloseTo(figures.measured_percent ?? 0, 9)
    expect(figures.factors.map(({ name, sure }) => [name, sure])).toEqual([
      ['calls', true],
      ['tokens_per_call', false],
      ['price_per_token', false],
    ])
  })

  it('above the limit inside the noise it is inconclusive, and says how many repetitions would tell', () => {
    const figures = judge(records(0.12), head(1.2 * 1.3, { calls: 96 * 1.3, tokens: 96_000 * 1.3, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'inconclusive', reason: 'within_noise', proven_percent: 0, proven_by: null })
    expect(figures.reach_percent).toBeGreaterThan(figures.measured_percent ?? Number.NaN)
    expect(figures.repetitions).toBe(2)
    expect(figures.smallest_provable_percent).toBe(figures.reach_percent)
  })

  it('no repetition of head tells what a record of the base branch cost as well', () => {
    const before = records(0.12).map((one, index) => (index === 10 ? record(1.2 * 1.5) : one))
    const figures = judge(before, head(1.2 * 1.35, { calls: 96 * 1.35, tokens: 96_000 * 1.35, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'inconclusive', repetitions: null, highest_usd: 1.2 * 1.5 })
  })

  it('longer prompts are proven where the total is too noisy', () => {
    const figures = judge(records(0.12), head(1.2 * 1.3, { tokens: 96_000 * 1.3, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'fail', proven_by: 'factors' })
    expect(figures.proven_percent).toBeCloseTo(30, 6)
    expect(figures.factors[1]).toMatchObject({ name: 'tokens_per_call', sure: true })
  })

  it('a dearer price is proven where the total is too noisy', () => {
    const figures = judge(records(0.12), head(1.2 * 1.3, { agents: new Map() }))
    expect(figures).toMatchObject({ state: 'fail', proven_by: 'factors' })
    expect(figures.factors[2]).toMatchObject({ name: 'price_per_token', sure: true })
  })

  it('a cheaper price is taken from longer prompts', () => {
    const figures = judge(records(0.12), head(1.2 * 1.3 * 0.75, { tokens: 96_000 * 1.3, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'pass', proven_percent: 0 })
    expect(figures.factors[2]).toMatchObject({ sure: true })
    expect(figures.factors[2]?.percent).toBeCloseTo(-25, 6)
  })

  it('longer prompts that fewer calls hide are told', () => {
    const figures = judge(records(0.12), head(1.2 * 1.1, { calls: 96 * 0.8, tokens: 96_000 * 1.1, agents: new Map() }))
    expect(figures).toMatchObject({ state: 'hidden', reason: null, proven_by: 'factors' })
  })

  it('longer prompts of one agent are proven where all together are too noisy', () => {
    const noisy = records(0.2).map((one, index) => ({ ...one, tokens: (one.tokens ?? 0) * (index % 2 ? 1.3 : 0.8) }))
    const agents = new Map(split(96, 96_000, 1.2))
    agents.set('writer', { costUsd: 1.1, calls: 48, tokens: 48_000 * (1.1 / 0.6) })
    const figures = judge(noisy, head(1.7, { tokens: 136_000, agents }))
    expect(figures).toMatchObject({ state: 'fail', proven_by: 'agents' })
    // Without the longer prompts of the writer it would have cost $1.20.
    expect(figures.proven_percent).toBeCloseTo((1.7 / 1.2 - 1) * 100, 6)
  })

  it('without any noise everything above the limit fails, and nothing at the limit does', () => {
    const same = Array.from({ length: 8 }, () => record(1))
    expect(judge(same, head(1.21)).state).toBe('fail')
    expect(judge(same, head(1.2))).toMatchObject({ state: 'pass' })
    expect(judge(same, head(1.2)).measured_percent).toBeCloseTo(20, 9)
    expect(judge(same, head(1.19)).state).toBe('pass')
  })

  it('the share from a cache explains what it has always explained, and nothing beyond that', () => {
    const before = records(0.02).map((one, index) => {
      const isCold = index % 4 === 2
      return { ...one, totalUsd: one.totalUsd * (isCold ? 1.35 : 1), cachedShare: isCold ? 0.2 : 0.6 }
    })
    const cold = judge(before, head(1.2 * 1.35, { cachedShare: 0.2, agents: new Map() }))
    expect(cold).toMatchObject({ state: 'inconclusive', reason: 'within_noise', proven_percent: 0 })
    expect(cold.reach_percent).toBeGreaterThan(cold.measured_percent ?? Number.NaN)
    expect(judge(before, head(1.2 * 1.9, { cachedShare: 0, agents: new Map() })).state).toBe('fail')
    expect(judge(before, head(1.2 * 1.35, { cachedShare: 0.6, agents: new Map() })).state).toBe('fail')
  })

  it('a share from a cache that only some know explains nothing', () => {
    const before = records(0.05)
    const some = before.map((one, index) => ({ ...one, cachedShare: index < 5 ? null : (index % 3) / 3 }))
    expect(judge(some, head(1.5, { cachedShare: 0.1 }))).toEqual(judge(before, head(1.5)))
  })

  it('tokens that were not counted in older records are compared with those that were', () => {
    const some = records(0.12, 24).map((one, index) => (index < 14 ? { ...one, tokens: null } : one))
    expect(judge(some, head(1.2 * 1.3, { tokens: 96_000 * 1.3, agents: new Map() })).factors).toHaveLength(3)
    const fewer = records(0.12).map((one, index) => (index < 13 ? { ...one, tokens: null } : one))
    expect(judge(fewer, head(1.2 * 1.3, { tokens: 96_000 * 1.3 })).factors.map(({ name }) => name)).toEqual(['calls'])
  })

  it('measures against the record that was chosen', () => {
    const before = records(0.03)
    const figures = judge(before, head(1.8), { index: 3, records: 5, by: 'given' })
    expect(figures.measured_percent).toBeCloseTo((1.8 / (before[3]?.totalUsd ?? 0) - 1) * 100, 9)
  })

  it('after an accepted increase or a decrease head is compared with what is merged', () => {
    const rise = [...records(0.01), record(1.2 * 1.15)]
    expect(judge(rise, head(1.2 * 1.15 * 1.06))).toMatchObject({ state: 'pass' })
    expect(judge(rise, head(1.2 * 1.15 * 1.06)).measured_percent).toBeCloseTo(6, 6)
    const fall = [...records(0.01), record(1.2 * 0.85)]
    expect(judge(fall, head(1.2 * 0.85 * 1.4))).toMatchObject({ state: 'fail' })
    expect(judge(fall, head(1.2 * 0.85 * 1.4)).measured_percent).toBeCloseTo(40, 6)
  })

  it('a head that cost nothing is no increase, and the noise is known all the same', () => {
    const figures = judge(records(0.05), head(0))
    expect(figures).toMatchObject({ state: 'pass', measured_percent: -100, proven_percent: 0 })
    expect(figures.noise_percent).toBeGreaterThan(4)
  })

  it('records that cost nothing are none, and with fewer than eight others nothing is known', () => {
    const free = [record(0), ...records(0.05).slice(0, 7), record(0)]
    expect(judge(free, head(1.2), { index: 7, records: 1, by: 'given' })).toMatchObject({ noise_percent: null, proven_percent: null })
    expect(judge([record(0), ...records(0.05).slice(0, 8)], head(1.2)).noise_percent).not.toBeNull()
  })
})
