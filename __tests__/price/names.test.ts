import { describe, expect, it } from 'vitest'
import { pricerWith, usage } from '../support/price/pricer.ts'

const pricer = await pricerWith()

const free = (id: string, aliases: string[], input: number) =>
  `  - { id: ${JSON.stringify(id)}, aliases: ${JSON.stringify(aliases)}, prices: [{ effective: 2024-01-01, input: ${input}, output: 0 }] }`

describe('a model is found', () => {
  it.each([
    ['gpt-4o', null, 'openai/gpt-4o'],
    ['gpt-4o', 'openai', 'openai/gpt-4o'],
    ['gpt-4o', 'azure.ai.openai', 'azure/gpt-4o'],
    ['azure/gpt-4o', null, 'azure/gpt-4o'],
    ['openai:chat:gpt-4o', null, 'openai/gpt-4o'],
    ['openai/gpt-4o', null, 'openai/gpt-4o'],
    ['GPT-4o', 'OpenAI', 'openai/gpt-4o'],
    ['gpt-4o', 'litellm_proxy', 'openai/gpt-4o'],
    ['models/gemini-2.5-pro', null, 'google/gemini-2.5-pro'],
    ['vertex_ai/gemini-2.5-pro', null, 'google/gemini-2.5-pro'],
    ['gemini-2.5-pro', 'gcp.vertex_ai', 'google/gemini-2.5-pro'],
    ['claude-opus-5[1m]', null, 'anthropic/claude-opus-5'],
    ['claude-opus-5[1m]', 'anthropic', 'anthropic/claude-opus-5'],
    ['anthropic:messages:claude-opus-5', null, 'anthropic/claude-opus-5'],
    ['openrouter/anthropic/claude-sonnet-4', null, 'openrouter/anthropic/claude-sonnet-4'],
    ['anthropic/claude-sonnet-4', 'openrouter', 'openrouter/anthropic/claude-sonnet-4'],
    ['openrouter/anthropic/claude-sonnet-4:beta', null, 'openrouter/anthropic/claude-sonnet-4'],
    ['google/gemma-3-27b-it:free', 'openrouter', 'openrouter/google/gemma-3-27b-it:free'],
    ['bedrock/anthropic.claude-3-5-sonnet-20241022-v2:0', null, 'aws/regional.anthropic.claude-3-5-sonnet-20241022-v2:0'],
    ['us.anthropic.claude-sonnet-4-20250514-v1:0', null, 'aws/regional.anthropic.claude-sonnet-4-20250514-v1:0'],
    ['us.anthropic.claude-sonnet-4-20250514-v1:0', 'aws.bedrock', 'aws/regional.anthropic.claude-sonnet-4-20250514-v1:0'],
    ['grok-4', 'x_ai', 'x-ai/grok-4-0709'],
    ['llama3.1:70b', 'ollama', 'ollama/llama3.1:70b'],
    ['ollama:chat:llama3.1:70b', null, 'ollama/llama3.1:70b'],
    ['ollama_chat/llama3.1:70b', null, 'ollama/llama3.1:70b'],
    ['text-embedding-3-small', null, 'openai/text-embedding-3-small'],
    ['text-embedding-3-large', 'openai', 'openai/text-embedding-3-large'],
  ])('%s of %s as %s', (model, provider, pricedAs) => {
    expect(pricer.price(usage({ model, provider }))?.pricedAs).toBe(pricedAs)
  })

  it('under the names of providers that the overrides add', async () => {
    const mine = await pricerWith('version: 1\nproviders: { Our-Proxy: azure, openai: azure }')
    expect(mine.price(usage({ provider: 'our-proxy' }))?.pricedAs).toBe('azure/gpt-4o')
    expect(mine.price(usage({ provider: 'openai' }))?.pricedAs).toBe('azure/gpt-4o')
  })

  it.each([
    ['gpt-4o', 1],
    ['gpt-4o-2024-08-06', 3],
    ['gpt-4o-2024-05-13', 4],
    ['gpt-4o-audio', 2],
    ['gpt-9', 5],
  ])('by exact name before pattern, by the longest pattern before shorter ones: %s costs %d', async (model, costUsd) => {
    const models = [
      free('a/any', ['gpt-*'], 5),
      free('a/some', ['gpt-4o*'], 2),
      free('a/one', ['gpt-4o', 'gpt-4o-2024-05-13x'], 1),
      free('a/year', ['gpt-4o-2024-*'], 3),
      free('a/day', ['gpt-4o-2024-05-1?'], 4),
    ]
    const mine = await pricerWith(`version: 1\nmodels:\n${models.join('\n')}`)
    expect(mine.price(usage({ model }))?.costUsd).toBe(costUsd)
  })

  it('by an exact name of any form before a pattern of the full name', async () => {
    const mine = await pricerWith(`version: 1\nmodels:\n${free('openai/*', [], 5)}\n${free('a/one', ['gpt-4o'], 1)}`)
    expect(mine.price(usage({ provider: 'openai' }))?.costUsd).toBe(1)
    expect(mine.price(usage({ provider: 'openai', model: 'gpt-4.1' }))?.costUsd).toBe(5)
  })

  it('by none of two patterns that fit equally well', async () => {
    const mine = await pricerWith(`version: 1\nmodels:\n${free('a/one', ['gpt-*o'], 1)}\n${free('a/two', ['gp*-4o'], 2)}`)
    expect(() => mine.price(usage())).toThrow(
      'my/prices.yaml:3: both "gpt-*o" and "gp*-4o" (line 4) match "gpt-4o" equally well: make one of them longer',
    )
    expect(mine.price(usage({ model: 'gpt-4.1' }))?.pricedAs).toBe('openai/gpt-4.1')
  })
})
