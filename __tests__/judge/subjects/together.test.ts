import { describe, expect, it } from 'vitest'
import { addChanges, addSpend } from '../../../src/judge/subjects/together.ts'
import { change, model, stats } from '../../support/judge/builders.ts'

describe('what several names cost together', () => {
  it('is the sum of each day and month, with the other figures of the first', () => {
    const first = model({ '2026-11-02': 0.1, '2026-11-03': 1 }, { cost_usd: 1.1, calls: 7, monthly_cost_usd: { '2026-11': 1.1 } })
    const second = model(
      { '2026-10-31': 3, '2026-11-02': 0.2 },
      { cost_usd: 3.2, calls: 9, monthly_cost_usd: { '2026-10': 3, '2026-11': 0.2 } },
    )
    expect(addSpend([first, second])).toEqual({
      ...first,
      cost_usd: 4.3,
      daily_cost_usd: { '2026-10-31': 3, '2026-11-02': 0.3, '2026-11-03': 1 },
      monthly_cost_usd: { '2026-10': 3, '2026-11': 1.3 },
    })
  })

  it('counts days only where they are known', () => {
    expect(addSpend([stats(), model({ '2026-11-02': 0.1 }, { monthly_cost_usd: { '2026-11': 0.1 } })])).toMatchObject({
      daily_cost_usd: { '2026-11-02': 0.1 },
      monthly_cost_usd: { '2026-11': 0.1 },
    })
  })
})

describe('the growth of several names together', () => {
  const counted = (calls: readonly [number, number], tokens: readonly [number, number]) => ({
    baseline_calls: calls[0],
    head_calls: calls[1],
    baseline_tokens: tokens[0],
    head_tokens: tokens[1],
  })

  it('is that of their sums', () => {
    const changes = [change('a', 1, 2, counted([1, 2], [10, 20])), change('b', 0.1, 0.2, counted([3, 4], [30, 40]))] as const
    expect(addChanges(changes)).toEqual({
      name: 'a',
      status: 'changed',
      baseline_cost_usd: 1.1,
      head_cost_usd: 2.2,
      delta_usd: 1.1,
      percent: expect.closeTo(100, 9),
      baseline_calls: 4,
      head_calls: 6,
      baseline_tokens: 40,
      head_tokens: 60,
    })
  })

  it('is none of anything new where one takes the place of another', () => {
    expect(addChanges([change('a', 1, null), change('b', null, 1.5)])).toMatchObject({
      status: 'changed',
      baseline_cost_usd: 1,
      head_cost_usd: 1.5,
      percent: 50,
      baseline_calls: null,
      head_tokens: null,
    })
  })

  it('has one side alone where all of them are new, or gone', () => {
    const added = [change('a', null, 1), change('b', null, 2)] as const
    expect(addChanges(added)).toMatchObject({ status: 'added', baseline_cost_usd: null, head_cost_usd: 3, delta_usd: 3, percent: null })
    const removed = [change('a', 1, null), change('b', 2, null)] as const
    expect(addChanges(removed)).toMatchObject({ status: 'removed', baseline_cost_usd: 3, head_cost_usd: null, delta_usd: -3 })
  })

  it('counts what is known of some of them', () => {
    const unknown = { status: 'changed' } as const
    expect(addChanges([change('a', null, 2, unknown), change('b', 1, 3, counted([3, 4], [30, 40]))])).toMatchObject({
      baseline_cost_usd: 1,
      head_cost_usd: 5,
      head_calls: 4,
      head_tokens: 40,
    })
    expect(addChanges([change('a', null, 2, unknown), change('b', null, 3, unknown)])).toMatchObject({
      status: 'changed',
      baseline_cost_usd: null,
      head_cost_usd: 5,
      delta_usd: 0,
    })
  })
})
