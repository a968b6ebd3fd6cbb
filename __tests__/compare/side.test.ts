import { describe, expect, it } from 'vitest'
import { endsOf, sideOfSummary } from '../../src/compare/side.ts'
import { agent, head, model, stats } from '../support/judge/builders.ts'

describe('the subjects of a side', () => {
  it('are those with calls or with costs', () => {
    const model_stats = {
      called: model({}, { calls: 1, cost_usd: 0 }),
      paid: model({}, { calls: 0, cost_usd: 0.5 }),
      absent: model({}, { calls: 0, cost_usd: 0, total_tokens: 0 }),
    }
    expect([...(sideOfSummary(head({ model_stats })).models?.keys() ?? [])]).toEqual(['called', 'paid'])
  })

  it('have a cost as long as one of their calls has a price', () => {
    const model_stats = {
      none: model({}, { calls: 3, unpriced_calls: 3, cost_usd: 0 }),
      some: model({}, { calls: 3, unpriced_calls: 2, cost_usd: 0.5 }),
    }
    expect(sideOfSummary(head({ model_stats })).models).toEqual(
      new Map([
        ['none', { costUsd: null, calls: 3, tokens: 1200 }],
        ['some', { costUsd: 0.5, calls: 3, tokens: 1200 }],
      ]),
    )
  })

  it('have runs only where they are agents', () => {
    const { agents, steps, customers } = sideOfSummary(
      head({ agent_stats: { planner: agent({ one: 1, two: 2 }) }, step_stats: { plan: stats() }, customer_stats: { acme: model() } }),
    )
    expect(agents?.get('planner')).toStrictEqual({ costUsd: 0.18, calls: 3, tokens: 1200, runs: 2 })
    expect(steps?.get('plan')).toStrictEqual({ costUsd: 0.18, calls: 3, tokens: 1200 })
    expect(customers?.get('acme')).toStrictEqual({ costUsd: 0.18, calls: 3, tokens: 1200 })
  })
})

describe('the work of a side', () => {
  it('is not known of cases that no record names, and has no calls from disk that nobody told of', () => {
    expect(sideOfSummary(head()).work).toStrictEqual({ cases: null, fromDiskCalls: 0, unpricedCalls: 0, ends: null })
    expect(sideOfSummary(head()).cases).toBeNull()
  })

  it('is the number of cases that were called', () => {
    const absent = stats({ calls: 0, cost_usd: 0 })
    const one = sideOfSummary(head({ case_stats: { gift: stats(), late: absent }, from_disk_calls: 2, unpriced_calls: 1 }))
    expect(one.work).toStrictEqual({ cases: 1, fromDiskCalls: 2, unpricedCalls: 1, ends: null })
    expect(one.cases?.size).toBe(1)
    expect(sideOfSummary(head({ case_stats: { late: absent } })).work?.cases).toBeNull()
  })
})

describe('how runs ended', () => {
  it.each([
    [1, 2, 3, { successes: 1, count: 3 }],
    [0, 1, 1, { successes: 0, count: 1 }],
    [null, 2, 2, { successes: 0, count: 2 }],
    [2, null, 2, { successes: 2, count: 2 }],
    [1, 1, 3, null],
    [2, 2, 3, null],
    [0, 0, 0, null],
    [null, null, null, null],
    [null, null, 1, null],
    [1, 1, null, null],
  ])('with %s successes and %s failures of %s runs', (successes, failures, runs, ends) => {
    expect(endsOf(successes, failures, runs)).toEqual(ends)
  })
})
