import { describe, expect, it } from 'vitest'
import { call, inputRate } from '../support/price/calls.ts'
import { pricerWith } from '../support/price/pricer.ts'

const file = (...models: string[]) =>
  `version: 1\nmodels:\n${models.map((model) => `  - { ${model}, prices: [{ effective: 1970-01-01, input: 77, output: 1 }] }`).join('\n')}`
const OWN = 77

describe('a model of the price file', () => {
  it.each([
    ['openai/gpt-4o', 'gpt-4o', 'openai'],
    ['openai/gpt-4o', 'gpt-4o', 'openai.responses'],
    ['openai/gpt-4o', 'gpt-4o', 'openai.chat'],
    ['openai/gpt-4o', 'openai/gpt-4o', null],
    ['OpenAI/GPT-4o', 'gpt-4o', 'openai'],
    ['anthropic/claude-fable-5.1', 'claude-fable-5-1', 'anthropic.messages'],
    ['anthropic/claude-fable-5-1', 'claude-fable-5.1', 'anthropic'],
    ['google/gemini-2.5-pro', 'publishers/google/models/gemini-2.5-pro', null],
    ['google/gemini-2.5-pro', 'models/gemini-2.5-pro', 'google.vertex.chat'],
    ['aws/amazon.nova-pro-v1:0', 'amazon.nova-pro-v1:0', null],
    ['aws/amazon.nova-pro-v1:0', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0', null],
    ['bedrock/amazon.nova-pro-v1:0', 'amazon.nova-pro-v1:0', 'bedrock'],
    ['azure/prod-chat-01', 'prod-chat-01', 'azure.chat'],
    ['vllm/llama*', 'meta-llama/llama-3.3-70b', 'vllm.chat'],
    ['openrouter/openai/gpt-4o', 'openai/gpt-4o:nitro', 'openrouter'],
    ['our-gateway/gpt-4o', 'gpt-4o', 'our-gateway'],
    ['in-house-7b', 'in-house-7b', 'whoever'],
  ])('%s is meant by %s of %s', async (id, model, provider) => {
    const prices = await pricerWith(file(`id: "${id}"`))
    const wanted = id === 'vllm/llama*' && model.startsWith('meta') ? [null, OWN] : [OWN]
    expect(wanted).toContain(inputRate(prices, model, provider))
  })

  it.each([
    ['openai/gpt-4o', 'openai/gpt-4o', 'openrouter'],
    ['openai/gpt-4o', 'openai/gpt-4o', 'azure'],
    ['openai/gpt-4o', 'openai/gpt-4o', 'groq'],
    ['openai/gpt-4o', 'gpt-4o', 'our-gateway'],
    ['openai/gpt-4o', 'azure/gpt-4o', null],
    ['anthropic/claude-opus-5', 'us.anthropic.claude-opus-5', null],
  ])('%s is not meant by %s of %s', async (id, model, provider) => {
    const prices = await pricerWith(file(`id: "${id}"`))
    expect(inputRate(prices, model, provider)).not.toBe(OWN)
  })

  it('has aliases of its own seller', async () => {
    const prices = await pricerWith(file('id: azure/gpt-4o, aliases: [prod-chat-01, "eval-*"]', 'id: ollama/llama, aliases: ["llama*"]'))
    expect(inputRate(prices, 'prod-chat-01', 'azure')).toBe(OWN)
    expect(inputRate(prices, 'eval-7', 'azure.chat')).toBe(OWN)
    expect(inputRate(prices, 'prod-chat-01')).toBe(OWN)
    expect(inputRate(prices, 'prod-chat-01', 'openai')).toBeNull()
    expect(inputRate(prices, 'llama-3.3-70b-versatile', 'groq')).not.toBe(OWN)
    expect(inputRate(prices, 'llama3.1', 'ollama')).toBe(OWN)
  })

  it('is told as such', async () => {
    const prices = await pricerWith(file('id: openai/gpt-4o'))
    expect(prices.price(call('gpt-4o', 'openai'))).toMatchObject({ pricedAs: 'openai/gpt-4o', how: ['price file'] })
    expect(prices.price(call('gpt-4o-mini', 'openai'))).toMatchObject({ how: [] })
  })
})

it('a seller of the price file is known as one before a name', async () => {
  const prices = await pricerWith('version: 1\nsellers: { Our-Gateway: { same_prices_as: [openai] } }')
  expect(prices.price(call('our-gateway/gpt-4o'))).toMatchObject({ costUsd: 0.25, pricedAs: 'our-gateway/gpt-4o' })
  expect(prices.whyUnpriced(call('our-gateway/gemini-2.5-pro'))).toBe('unknown_model')
})
