import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { judgeFreeBaseline } from '../../../src/judge/data/free-baseline.ts'
import { change, comparison, head } from '../../support/judge/builders.ts'

const against = (costUsd: number | null, calls: number | null) => comparison(change('total', costUsd, 1, { baseline_calls: calls }))
const said = (...given: Parameters<typeof judgeFreeBaseline>) => judgeFreeBaseline(...given).map(({ message }) => message)
const WARNING = 'that cost $0 together, so no growth can be seen; record it again from usage that has tokens or costs'

describe('a baseline that cost nothing', () => {
  it('is a warning where it has calls', () => {
    expect(judgeFreeBaseline(against(0, 3), null)).toMatchObject([
      { rule: 'free_baseline', level: 'warning', subject: { kind: 'data', name: null }, message: `the baseline has 3 calls ${WARNING}` },
    ])
    expect(said(against(0, 1), null)).toEqual([`the baseline has 1 call ${WARNING}`])
  })

  it.each([
    ['no comparison', null],
    ['no baseline', against(null, null)],
    ['one that cost something', against(0.000001, 3)],
    ['no calls', against(0, 0)],
    ['nothing about calls', against(0, null)],
  ])('is nothing to warn of with %s', (_what, given) => {
    expect(said(given, null)).toEqual([])
  })

  it('counts the calls of its models where it gives those alone', () => {
    const models = [change('a', 0, 1, { baseline_calls: 2 }), change('b', 0, 1, { baseline_calls: 5 }), change('c', null, 1)]
    expect(said({ ...against(0, null), models }, null)).toEqual([`the baseline has 7 calls ${WARNING}`])
  })

  const free: Partial<CostSummary> = {
    ...{ total_cost_usd: 0, calls: 3, failed_calls: 1, unpriced_calls: 0, total_tokens: 10 },
    pricing: { priced_calls: 2, as_of: null, catalog: null, models: {} },
  }

  it.each<[string, Partial<CostSummary>, boolean]>([
    ['each call that did not fail has a price, which is nothing', {}, true],
    ['all have one', { failed_calls: 0, pricing: { priced_calls: 3, as_of: null, catalog: null, models: {} } }, true],
    ['one call has none', { failed_calls: 0 }, false],
    ['one call is unpriced', { unpriced_calls: 1 }, false],
    ['it has one token', { total_tokens: 1 }, true],
    ['it has no tokens', { total_tokens: 0 }, false],
    ['it cost something', { total_cost_usd: 0.5 }, false],
  ])('is meant so or not, by its summary: %s', (_what, overrides, isMeant) => {
    expect(said(against(0, 3), head({ ...free, ...overrides }))).toHaveLength(isMeant ? 0 : 1)
  })
})
