import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { Summarizer } from '../../../src/summarize/summarizer.ts'
import { agent, head, policy, runs } from '../../support/judge/builders.ts'
import { group, ruled } from '../../support/judge/spend.ts'
import { buildRecord } from '../../support/summarize/records.ts'

const KEYS = ['max_p95_cost_per_run_usd', 'max_p50_cost_per_run_usd'] as const

/** Runs of one agent that cost 1, 2, 3 … cents. */
function summarize(count: number, cents = (index: number) => index + 1): CostSummary {
  const records = Array.from({ length: count }, (_, index) => buildRecord({ agent: 'a', runId: `r${index}`, costUsd: cents(index) / 100 }))
  const summarizer = new Summarizer({ timezone: 'UTC', sinceMs: null })
  summarizer.add({ type: 'records', origin: { format: 'ledger', file: 'l', pattern: 'l' }, records }, null)
  return summarizer.finish({ tool: { name: 'llm-cost-gate', version: '0.0.0' }, commit: null, createdAt: null })
}

const named = (key: string, limit: number) => group(`limits: { a: { ${key}: ${limit} } }`)

describe('what most runs cost', () => {
  const hundred = summarize(100)

  it.each([
    ['max_p95_cost_per_run_usd', 0.95, 'passed', 'a: 95 % of 100 runs cost $0.95 at most, limit $0.95'],
    ['max_p95_cost_per_run_usd', 0.949, 'error', 'a: 95 % of 100 runs cost $0.95 at most, limit $0.9490'],
    ['max_p50_cost_per_run_usd', 0.5, 'passed', 'a: half of 100 runs cost $0.50 at most, limit $0.50'],
    ['max_p50_cost_per_run_usd', 0.49, 'error', 'a: half of 100 runs cost $0.50 at most, limit $0.49'],
  ])('of an agent, %s: %s is %s', (key, limit, outcome, message) => {
    expect(ruled(named(key, limit), hundred, key)).toEqual([{ outcome, message }])
  })

  it.each(KEYS)('of everything together, %s', (key) => {
    const actual = key === KEYS[0] ? '95 % of 100 runs cost $0.95' : 'half of 100 runs cost $0.50'
    expect(ruled(group(`totals: { ${key}: 0.1 }`), hundred, key)).toEqual([{ outcome: 'error', message: `${actual} at most, limit $0.10` }])
  })

  it('is that of the dearest run where there are few, and of the only one', () => {
    expect(ruled(named(KEYS[0], 0.09), summarize(10), KEYS[0])).toMatchObject([{ outcome: 'error' }])
    expect(ruled(named(KEYS[1], 0.01), summarize(1), KEYS[1])).toMatchObject([{ outcome: 'passed' }])
  })

  it.each(KEYS)('is not judged where no run is known: %s', (key) => {
    const usage = head({ agent_stats: { a: agent({}, { run_costs: runs({}) }) } })
    expect(ruled(named(key, 0), usage, key)).toEqual([
      { outcome: 'unmatched', message: 'a: no call names a run, so there is no cost per run' },
    ])
  })

  it('can be broken, but not kept, while calls have no price', () => {
    const costs = runs({ r: 1 }, { p95_usd: 1, p50_usd: 1 })
    const usage = head({ agent_stats: { a: agent({}, { run_costs: costs, unpriced_calls: 1 }) } })
    const kept = 'a: 95 % of 1 run cost $1.00 at most, limit $2.00'
    expect(ruled(named(KEYS[0], 2), usage, KEYS[0])).toEqual([{ outcome: 'unmatched', message: `${kept}; but 1 call has no known price` }])
    expect(ruled(named(KEYS[0], 0.5), usage, KEYS[0])).toMatchObject([{ outcome: 'error' }])
    const more = head({ agent_stats: { a: agent({}, { run_costs: costs, unpriced_calls: 2 }) } })
    expect(ruled(named(KEYS[0], 2), more, KEYS[0])).toMatchObject([{ message: `${kept}; but 2 calls have no known price` }])
  })

  it('is about so much where there are too many runs to list, and what the sketch cannot tell is not judged', () => {
    const many = summarize(2000, () => 100)
    const [{ message = '' } = {}] = ruled(named(KEYS[0], 2), many, KEYS[0])
    expect(message).toMatch(/^a: 95 % of 2,000 runs cost about \$/)
    const about = many.agent_stats.a?.run_costs.p95_usd ?? 0
    expect(Math.abs(about - 1)).toBeLessThanOrEqual(0.01)
    expect(ruled(named(KEYS[0], about * 0.999), many, KEYS[0])).toMatchObject([
      { outcome: 'unmatched', message: expect.stringContaining('nobody can tell') },
    ])
    // Whatever the sketch says, runs of exactly the limit never break it.
    expect(ruled(named(KEYS[0], 1), many, KEYS[0])[0]?.outcome).not.toBe('error')
    expect(ruled(named(KEYS[0], 0.97), many, KEYS[0])).toMatchObject([{ outcome: 'error' }])
  })

  it.each([
    [0.99, 'passed'],
    [1, 'passed'],
    [1.000001, 'unmatched'],
    [1.01, 'unmatched'],
    [1.010001, 'error'],
  ])('is known to 1 %% from a sketch: $%d against a limit of $1 is %s', (p95_usd, outcome) => {
    const sketch = { zeros: 0, buckets: { '0': 2000 }, sum_of_squares: 2000 }
    const usage = head({ agent_stats: { a: agent({}, { run_costs: runs({}, { count: 2000, p95_usd, sketch }) }) } })
    expect(ruled(named(KEYS[0], 1), usage, KEYS[0])).toMatchObject([{ outcome }])
  })

  it('is not judged where the runs are known, but not what most of them cost', () => {
    const usage = head({ agent_stats: { a: agent({}, { run_costs: runs({ r: 1 }) }) } })
    expect(ruled(named(KEYS[0], 2), usage, KEYS[0])).toEqual([{ outcome: 'unmatched', message: 'a: nothing says what most runs cost' }])
  })

  it('is nothing that models have', () => {
    expect(() => policy('policies: [{ name: g, subject: model, limits: { m: { max_p95_cost_per_run_usd: 1 } } }]')).toThrow(
      'max_p95_cost_per_run_usd is about agents, but this group has "subject: model"',
    )
  })
})
