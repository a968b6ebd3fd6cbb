import { describe, expect, it } from 'vitest'
import type { CostRecord } from '../../../src/usage/record.ts'
import { call, inputRate } from '../../support/price/calls.ts'
import { acme, pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()
const costOf = (model: string, more: Partial<CostRecord>, provider: string | null = null) =>
  pricer.price(call(model, provider, more))?.costUsd

describe('a service tier', () => {
  it.each([
    ['gpt-5-nano', 'flex', 0.5],
    ['gpt-5.4', 'flex', 0.5],
    ['gpt-5.4', 'priority', 2],
    ['gpt-5.5', 'priority', 2.5],
    ['gpt-4o', 'priority', 1.7],
    ['gpt-4.1', 'priority', 1.75],
    ['gpt-4o', 'batch', 0.5],
    ['claude-opus-5', 'batch', 0.5],
    ['gemini-2.5-pro', 'batch', 0.5],
    ['gpt-4o', '', 1],
    ['gpt-4o', 'default', 1],
    ['gpt-4o', 'auto', 1],
    ['gpt-4o', ' Standard ', 1],
    ['gpt-4o', 'on_demand', 1],
  ])('of %s %s pays %d times the price', (model, serviceTier, times) => {
    const tokens = { inputTokens: 10_000, outputTokens: 1000, cachedTokens: 4000 }
    const standard = costOf(model, tokens) ?? Number.NaN
    expect(costOf(model, { ...tokens, serviceTier })).toBeCloseTo(standard * times, 9)
  })

  it.each([
    ['gpt-4o', 'scale'],
    ['gpt-5-nano', 'scale'],
    ['gpt-4o', 'gold'],
    ['claude-opus-5', 'flex'],
  ])('of %s that nobody has a price for is unknown: %s', (model, serviceTier) => {
    expect(costOf(model, { serviceTier })).toBeUndefined()
    const quote = pricer.quote(call(model, null, { serviceTier }))
    expect(quote).toMatchObject({ costUsd: null, unpriced: 'service_tier', parts: [] })
    expect(quote.serviceTiers).toEqual(expect.arrayContaining(['standard', 'batch']))
  })

  it('has the factor that the price file gives it', async () => {
    const mine = await pricerWith(acme('      - { effective: 2026-01-01, input: 4, output: 8, service_tiers: { flex: 0.25, gold: 3 } }'))
    expect(inputRate(mine, 'large', null, { serviceTier: 'FLEX' })).toBeCloseTo(1, 9)
    expect(inputRate(mine, 'large', null, { serviceTier: 'gold' })).toBeCloseTo(12, 9)
    expect(inputRate(mine, 'large', null, { serviceTier: 'batch' })).toBeCloseTo(2, 9)
    expect(inputRate(mine, 'large', null, { serviceTier: 'priority' })).toBeNull()
  })

  it('leaves a fee per call as it is', async () => {
    const mine = await pricerWith(acme('      - { effective: 2026-01-01, input: 4, output: 8, call: 0.01, service_tiers: { flex: 0.5 } }'))
    expect(mine.price(call('large', null, { inputTokens: 1e6, serviceTier: 'flex' }))?.costUsd).toBeCloseTo(2.01, 9)
    expect(mine.price(call('large', null, { inputTokens: 0, calls: 3 }))?.costUsd).toBeCloseTo(0.03, 9)
  })
})

describe('a long prompt', () => {
  it.each([
    ['gpt-5.6-sol', null, 272_000, 4, 272_001, 8],
    ['gpt-5.4', null, 272_000, 2.5, 272_001, 5],
    ['gemini-2.5-pro', null, 200_000, 1.25, 200_001, 2.5],
    ['grok-4.3', 'xai', 199_999, 1.25, 200_000, 2.5],
    ['claude-haiku-5-5', null, 100_000, 0.1, 100_001, 0.5],
  ])('of %s of %s begins where its seller says: %i tokens at $%d, %i at $%d', (model, provider, short, low, long, high) => {
    for (const [inputTokens, rate] of [
      [short, low],
      [long, high],
    ] as const) {
      expect(costOf(model, { inputTokens }, provider)).toBeCloseTo((inputTokens * rate) / 1e6, 9)
      // Cached tokens count, those of the answer do not.
      const cached = costOf(model, { inputTokens, cachedTokens: inputTokens }, provider)
      expect(cached).toBeLessThan((inputTokens * rate) / 1e6)
      const answered =
        (costOf(model, { inputTokens, outputTokens: 100_000 }, provider) ?? 0) - (costOf(model, { inputTokens }, provider) ?? 0)
      expect(answered).toBeGreaterThan(0)
    }
  })

  it('costs more in all of its tokens', () => {
    expect(costOf('gpt-5.6-sol', { inputTokens: 272_000, outputTokens: 1000 })).toBeCloseTo(1.108, 9)
    expect(costOf('gpt-5.6-sol', { inputTokens: 272_001, outputTokens: 1000 })).toBeCloseTo((272_001 * 8 + 1000 * 30) / 1e6, 9)
  })
})
