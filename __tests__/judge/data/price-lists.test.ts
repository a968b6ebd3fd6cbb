import { describe, expect, it } from 'vitest'
import type { PricingUsed } from '../../../src/generated/types.ts'
import { head, judged, policy } from '../../support/judge/builders.ts'

function pricing(catalog: string | null, prices?: Record<string, string>): PricingUsed {
  return { priced_calls: 1, as_of: null, catalog, models: {}, ...(prices !== undefined && { prices }) }
}

function judgePrices(before: PricingUsed, now: PricingUsed, yaml?: string) {
  const { findings } = judged({
    before: head({ pricing: before }),
    head: head({ pricing: now }),
    ...(yaml !== undefined && { policy: policy(yaml) }),
  })
  return findings.filter(({ rule }) => rule === 'price_catalog')
}

const before = pricing('list 1', { a: '1', b: '2' })

describe('baseline and head priced', () => {
  it.each([
    ['with the same prices', before, pricing('list 1', { a: '1', b: '2' })],
    ['with the same prices from another list', before, pricing('list 2', { a: '1', b: '2' })],
    ['with prices of other models', before, pricing('list 2', { c: '3' })],
    ['nothing', before, pricing(null)],
    ['nothing before', pricing(null), pricing('list 2', { a: '1' })],
    ['from the same list, which a record of an earlier version names alone', pricing('list 1'), pricing('list 1', { a: '1' })],
  ])('%s are compared', (_, from, now) => {
    expect(judgePrices(from, now)).toEqual([])
  })

  it.each([
    ['of a', before, pricing('list 2', { a: '1', b: '3' }), 'b'],
    [
      'of some',
      pricing('list 1', { a: '1', b: '2', c: '3', d: '4', e: '5' }),
      pricing('list 1', { a: '9', b: '9', c: '9', d: '9', e: '5' }),
      'a, b, c and 1 more',
    ],
    ['of three', pricing('list 1', { a: '1', b: '2', c: '3' }), pricing('list 1', { a: '9', b: '9', c: '9' }), 'a, b, c'],
    ['from another list, which a record of an earlier version names alone', pricing('list 1'), pricing('list 2', { a: '1' }), 'a'],
    ['in legs that did not agree', pricing('list 1, list 2', { a: '1, 2' }), pricing('list 2', { a: '2' }), 'a'],
  ])('with other prices %s fail, unless somebody accepts it', (_, from, now, names) => {
    expect(judgePrices(from, now)).toMatchObject([
      {
        level: 'error',
        approvable: true,
        message: `the baseline was priced with other prices of ${names} than this run, so how much of the change is prices alone cannot be told; record the baseline again`,
      },
    ])
  })

  it('differently are as bad as an increase of the total', () => {
    const now = pricing('list 2', { a: '9' })
    expect(judgePrices(before, now, 'regression: { max_increase_percent: 30, level: warning }')).toMatchObject([{ level: 'warning' }])
  })
})
