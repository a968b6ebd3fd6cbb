import { calcPrice } from '@pydantic/genai-prices'
import { describe, expect, it } from 'vitest'
import { pricerWith, usage } from '../support/price/pricer.ts'

const pricer = await pricerWith('version: 1\nas_of: 2026-03-15')
const timestamp = new Date('2026-03-15T12:00:00Z')

const MODELS = [
  ['openai', 'gpt-4o'],
  ['openai', 'gpt-4o-mini'],
  ['openai', 'gpt-4.1'],
  ['openai', 'gpt-5'],
  ['openai', 'o3'],
  ['openai', 'o1-preview'],
  ['azure', 'gpt-4o'],
  ['anthropic', 'claude-3-opus-20240229'],
  ['anthropic', 'claude-sonnet-4-5'],
  ['anthropic', 'claude-opus-4-5'],
  ['anthropic', 'claude-haiku-4-5'],
  ['google', 'gemini-2.5-pro'],
  ['google', 'gemini-2.5-flash'],
  ['aws', 'us.anthropic.claude-sonnet-4-20250514-v1:0'],
  ['openrouter', 'anthropic/claude-sonnet-4'],
  ['deepseek', 'deepseek-v3.2'],
  ['mistral', 'mistral-medium-latest'],
  ['groq', 'llama-3.3-70b-versatile'],
  ['perplexity', 'sonar-pro'],
  ['x-ai', 'grok-4.3'],
  ['cohere', 'command-r'],
] as const

const TOKENS = [
  [0, 0, 0, 0],
  [1, 1, 0, 0],
  [1200, 300, 0, 0],
  [1200, 300, 1000, 100],
  [128_000, 10, 0, 128_000],
  [128_001, 10, 128_001, 0],
  [200_000, 5000, 100_000, 0],
  [200_001, 5000, 100_000, 7],
  [1_000_000, 64_000, 900_000, 90_000],
] as const

describe('the list price', () => {
  it.each(MODELS)('of %s %s is what the list itself calculates', (provider, model) => {
    for (const [inputTokens, outputTokens, cachedTokens, cacheWriteTokens] of TOKENS) {
      const tokens = {
        input_tokens: inputTokens,
        output_tokens: outputTokens,
        cache_read_tokens: cachedTokens,
        cache_write_tokens: cacheWriteTokens,
      }
      const listed = calcPrice(tokens, model, { providerId: provider, timestamp })
      const ours = pricer.price(usage({ provider, model, inputTokens, outputTokens, cachedTokens, cacheWriteTokens }))
      expect(ours?.pricedAs).toBe(`${listed?.provider.id}/${listed?.model.id}`)
      expect(ours?.costUsd).toBeCloseTo(listed?.total_price ?? Number.NaN, 12)
    }
  })
})
