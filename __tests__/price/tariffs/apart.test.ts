import { describe, expect, it } from 'vitest'
import { call } from '../../support/price/calls.ts'
import { acme, pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()
const costOf = (model: string, provider: string | null, more: object) => pricer.price(call(model, provider, more))?.costUsd ?? null

describe('a search of the web', () => {
  it.each([
    ['claude-sonnet-4-5', null, 0.3],
    ['claude-haiku-5-5', 'anthropic', 0.01],
    ['gpt-5.4-mini', 'openai', 0.075],
  ])('has a fee of a cent: %s', (model, provider, tokens) => {
    const plain = costOf(model, provider, {})
    expect(plain).toBeCloseTo(tokens, 9)
    expect(costOf(model, provider, { webSearches: 3 })).toBeCloseTo(tokens + 0.03, 9)
    expect(costOf(model, provider, { webSearches: 3, batch: true })).toBeCloseTo(tokens / 2 + 0.03, 9)
  })

  it.each([
    ['gemini-2.5-flash', null],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'bedrock'],
    ['claude-sonnet-4-5', 'vertex_ai'],
    ['gpt-5.4-mini', 'azure'],
    ['gpt-6-sol', 'azure'],
  ])('has no fee in the list: %s of %s', (model, provider) => {
    expect(costOf(model, provider, {})).toBeGreaterThan(0)
    expect(costOf(model, provider, { webSearches: 1 })).toBeNull()
    expect(pricer.whyUnpriced(call(model, provider, { webSearches: 1 }))).toBe('web_search')
    expect(pricer.quote(call(model, provider, { webSearches: 1 }))).toMatchObject({ costUsd: null, parts: [], unpriced: 'web_search' })
  })

  it('has that of the price file', async () => {
    const mine = await pricerWith(acme('      - { effective: 2026-01-01, input: 1, output: 2, web_search: 0.02 }'))
    expect(mine.price(call('large', null, { webSearches: 2 }))?.costUsd).toBeCloseTo(0.14, 9)
    expect(mine.quote(call('large', null, { webSearches: 2 })).parts).toMatchObject([
      { kind: 'input', amount: 100_000, rate: 1 },
      { kind: 'web_searches', amount: 2, rate: 0.02, factor: 1, usd: 0.04 },
    ])
    const free = await pricerWith(acme('      - { effective: 2026-01-01, input: 1, output: 2, web_search: 0 }'))
    expect(free.price(call('large', null, { webSearches: 2 }))?.costUsd).toBeCloseTo(0.1, 9)
    const none = await pricerWith(acme('      - { effective: 2026-01-01, input: 1, output: 2 }'))
    expect(none.price(call('large', null, { webSearches: 2 }))).toBeNull()
  })

  it('is dearer by the multiplier', async () => {
    const mine = await pricerWith('version: 1\nmultipliers: { anthropic/*: 2 }')
    expect(mine.price(call('claude-sonnet-4-5', null, { inputTokens: 0, webSearches: 1 }))?.costUsd).toBeCloseTo(0.02, 9)
  })
})

describe('what no price of tokens pays for', () => {
  it.each([
    ['media', { mediaTokens: 1 }],
    ['paid_tool', { paidTools: 1 }],
    ['service_tier', { serviceTier: 'scale', mediaTokens: 1 }],
  ] as const)('%s', (reason, more) => {
    const record = call('gpt-5.4-mini', 'openai', more)
    expect(pricer.price(record)).toBeNull()
    expect(pricer.whyUnpriced(record)).toBe(reason)
    expect(pricer.quote(record)).toMatchObject({ costUsd: null, pricedAs: 'openai/gpt-5.4-mini', unpriced: reason })
  })

  it('has the price of no other model either', async () => {
    const mine = await pricerWith('version: 1\ndefaults: { unknown_model: "assume:openai/gpt-4o" }')
    expect(mine.price(call('gpt-4o-audio-preview', null, { mediaTokens: 9 }))).toBeNull()
    expect(mine.price(call('no-such-model', null, { mediaTokens: 9 }))).toBeNull()
    expect(mine.price(call('no-such-model'))).toMatchObject({ isAssumed: true })
  })
})

it.each([
  ['hosted_vllm/meta-llama/Llama-3.1-8B', null, 'self_hosted'],
  ['gpt-4o', 'no-such-seller', 'unknown_seller'],
  ['no-such-model', null, 'unknown_model'],
  ['gpt-4o', 'openai', null],
] as const)('%s of %s: %s', (model, provider, reason) => {
  expect(pricer.whyUnpriced(call(model, provider))).toBe(reason)
})
