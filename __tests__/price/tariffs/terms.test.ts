import { describe, expect, it } from 'vitest'
import { call, inputRate } from '../../support/price/calls.ts'
import { pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()

describe('tokens that the cache keeps for an hour', () => {
  it.each([
    ['claude-opus-5', null, 10],
    ['claude-sonnet-4-5', null, 6],
    ['claude-haiku-4-5', 'anthropic', 2],
    ['claude-fable-5-1', null, 20],
    ['global.anthropic.claude-sonnet-4-5-20250929-v1:0', null, 6],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', null, 6.6],
    ['claude-sonnet-4-5@20250929', 'vertex_ai', 6],
    ['anthropic/claude-sonnet-4.5', 'openrouter', 6],
    ['azure_ai/claude-opus-5', null, 10],
  ])('cost twice the price of the prompt: %s of %s $%d', (model, provider, rate) => {
    const tokens = { inputTokens: 100_000, cacheWriteTokens: 100_000, cacheWrite1hTokens: 100_000 }
    expect(pricer.price(call(model, provider, tokens))?.costUsd).toBeCloseTo(rate / 10, 9)
    expect(rate).toBeCloseTo(2 * (inputRate(pricer, model, provider) ?? Number.NaN), 9)
  })

  it('cost less where the cache keeps only some of them so long', () => {
    const tokens = { inputTokens: 100_000, cacheWriteTokens: 100_000, cacheWrite1hTokens: 40_000 }
    expect(pricer.price(call('claude-opus-5', null, tokens))?.costUsd).toBeCloseTo((60_000 * 6.25 + 40_000 * 10) / 1e6, 9)
  })
})

describe('cached tokens of a fine-tuned model', () => {
  it.each([
    ['ft:gpt-4o-2024-08-06:acme::abc', 1.875],
    ['ft:gpt-4o-mini-2024-07-18:acme::abc', 0.15],
    ['ft:gpt-4.1-2025-04-14:acme::abc', 0.75],
  ])('of %s cost $%d', (model, rate) => {
    const tokens = { inputTokens: 100_000, cachedTokens: 100_000 }
    expect(pricer.price(call(model, null, tokens))?.costUsd).toBeCloseTo(rate / 10, 9)
  })
})

describe('a multiplier', () => {
  it('makes models dearer or cheaper, by the longest glob that fits', async () => {
    const mine = await pricerWith('version: 1\nmultipliers: { "anthropic/*": 1.1, "Anthropic/claude-haiku-*": 0.5, "azure/gpt-4o": 2 }')
    expect(inputRate(mine, 'claude-opus-5')).toBeCloseTo(5.5, 9)
    expect(inputRate(mine, 'claude-haiku-4-5')).toBeCloseTo(0.5, 9)
    expect(inputRate(mine, 'azure/gpt-4o')).toBeCloseTo(5, 9)
    expect(inputRate(mine, 'azure/gpt-4o-mini')).toBeCloseTo(0.15, 9)
    expect(inputRate(mine, 'gpt-4o')).toBeCloseTo(2.5, 9)
  })

  it('counts for every kind of token, long prompts, batch calls and fees', async () => {
    const mine = await pricerWith('version: 1\nmultipliers: { "*": 1.1 }')
    const tokens = { inputTokens: 300_000, outputTokens: 1000, cachedTokens: 50_000, cacheWriteTokens: 60_000, cacheWrite1hTokens: 10_000 }
    for (const model of ['gpt-5.6-sol', 'claude-sonnet-4-5', 'perplexity/sonar-pro']) {
      for (const more of [tokens, { ...tokens, batch: !model.startsWith('perplexity/') }, { inputTokens: 0 }]) {
        const plain = pricer.price(call(model, null, more))?.costUsd ?? Number.NaN
        expect(mine.price(call(model, null, more))?.costUsd).toBeCloseTo(plain * 1.1, 9)
      }
    }
  })

  it('changes the fingerprint of the prices, and not what they are called', async () => {
    const mine = await pricerWith('version: 1\nmultipliers: { "openai/*": 1.1 }')
    const [plain, dearer] = [pricer.price(call('gpt-4o')), mine.price(call('gpt-4o'))]
    expect(dearer?.pricedAs).toBe(plain?.pricedAs)
    expect(dearer?.prices).not.toBe(plain?.prices)
  })

  it('leaves the prices of the file as they are', async () => {
    const mine = await pricerWith(
      'version: 1\nmultipliers: { "*": 3 }\nmodels:\n  - { id: gpt-4o, prices: [{ effective: 2024-01-01, input: 2, output: 8 }] }',
    )
    expect(inputRate(mine, 'gpt-4o')).toBeCloseTo(2, 9)
    expect(inputRate(mine, 'gpt-4o-mini')).toBeCloseTo(0.45, 9)
  })

  it.each(['0', '-1', '1001', 'much'])('of %s is refused', async (factor) => {
    await expect(pricerWith(`version: 1\nmultipliers: { "*": ${factor} }`)).rejects.toThrow(/multipliers/)
  })
})
