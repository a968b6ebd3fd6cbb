import { describe, expect, it } from 'vitest'
import type { PriceCheck } from '../../../src/generated/types.ts'
import { head, model, policy } from '../../support/judge/builders.ts'
import { findingOf, ruled } from '../../support/judge/spend.ts'

const RULE = 'max_price_drift_percent'
const rules = policy(`policies: [{ name: g, limits: { "*": { ${RULE}: 5 } } }]`)
const checked = (recorded_usd: number, list_usd: number, calls = 3): PriceCheck => ({ calls, recorded_usd, list_usd })
const usage = (price_check?: PriceCheck, overrides = {}) =>
  head({ model_stats: { m: model({}, { ...(price_check && { price_check }) }) }, ...overrides })

describe('the drift of recorded costs from list prices', () => {
  it.each([
    ['as at list price', checked(2, 2), 'passed'],
    ['5 % above', checked(2.1, 2), 'passed'],
    ['more than 5 % above', checked(2.100000000001, 2), 'error'],
    ['5 % below', checked(1.9, 2), 'passed'],
    ['more than 5 % below, as if somebody had made them up', checked(1.899999999999, 2), 'error'],
    ['next to nothing', checked(0.000001, 2), 'error'],
    ['above a price of nothing', checked(0.1, 0), 'error'],
    ['nothing at a price of nothing', checked(0, 0), 'passed'],
    ['not compared', undefined, 'unmatched'],
    ['compared for a part of the calls only', checked(2, 2, 2), 'unmatched'],
    ['too far for a part of the calls', checked(3, 2, 2), 'error'],
  ])('%s', (_what, check, outcome) => {
    expect(ruled(rules, usage(check), RULE)).toMatchObject([{ outcome }])
  })

  it('is told with both amounts and the side', () => {
    expect(findingOf(rules, usage(checked(1, 4)), RULE)).toMatchObject({
      message: 'm: 3 calls recorded at $1.00, 75 % below list price ($4.00), limit 5 % either way',
      actual: 75,
      unit: 'percent',
    })
    expect(findingOf(rules, usage(checked(0.1, 0)), RULE)).toMatchObject({
      message: 'm: 3 calls recorded at $0.10, above list price ($0.00), limit 5 % either way',
      actual: null,
    })
  })

  it('is told above the list price and at it as well', () => {
    expect(findingOf(rules, usage(checked(3, 2, 1)), RULE)).toMatchObject({
      message: 'm: 1 call recorded at $3.00, 50 % above list price ($2.00), limit 5 % either way',
    })
    expect(ruled(rules, usage(checked(2, 2)), RULE)).toMatchObject([
      { message: 'm: 3 calls recorded at $2.00, as at list price ($2.00), limit 5 % either way' },
    ])
    expect(ruled(rules, usage(checked(2, 2, 2)), RULE)).toMatchObject([
      { message: expect.stringMatching(/; only 2 calls of 3 could be compared$/) },
    ])
    const many = head({ model_stats: { m: model({}, { calls: 2000, price_check: checked(2, 2, 1000) }) } })
    expect(ruled(rules, many, RULE)).toMatchObject([{ message: expect.stringMatching(/; only 1,000 calls of 2,000 could be compared$/) }])
    expect(ruled(rules, usage(), RULE)).toEqual([
      { outcome: 'unmatched', message: 'm: its recorded costs were not compared with any list price' },
    ])
  })

  it('leaves calls alone that have no price at all', () => {
    const unpriced = (unpriced_calls: number) => head({ model_stats: { m: model({}, { price_check: checked(2, 2, 2), unpriced_calls }) } })
    expect(ruled(rules, unpriced(1), RULE)).toMatchObject([{ outcome: 'passed' }])
    const none = head({ model_stats: { m: model({}, { unpriced_calls: 3 }) } })
    expect(ruled(rules, none, RULE)).toEqual([{ outcome: 'unmatched', message: 'm: no call has a recorded cost' }])
  })

  it('leaves calls alone that the catalog priced', () => {
    const priced = { pricing: { priced_calls: 1, as_of: null, catalog: null, models: { m: { priced_as: 'm', calls: 1 } } } }
    expect(ruled(rules, usage(checked(2, 2, 2), priced), RULE)).toMatchObject([{ outcome: 'passed' }])
    const all = { pricing: { priced_calls: 3, as_of: null, catalog: null, models: { m: { priced_as: 'm', calls: 3 } } } }
    expect(ruled(rules, usage(undefined, all), RULE)).toEqual([{ outcome: 'unmatched', message: 'm: no call has a recorded cost' }])
  })
})
