import { describe, expect, it } from 'vitest'
import { call, entryOf, inputRate } from '../../support/price/calls.ts'
import { pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()

describe('a spelling', () => {
  it.each([
    ['a collection of Google', 'models/gemini-2.5-pro', null, 1.25],
    ['a publisher', 'publishers/google/models/gemini-2.5-pro', null, 1.25],
    ['a resource', 'projects/p/locations/us-central1/publishers/google/models/gemini-2.5-pro', null, 1.25],
    ['a version of Vertex AI', 'claude-opus-4@20250514', null, 15],
    ['the same of Vertex AI', 'claude-opus-4@20250514', 'vertex_ai', 15],
    ['the default version', 'claude-sonnet-4-5@default', 'google.vertex', 3],
    ['a data zone of Azure', 'azure/eu/gpt-4o-2024-08-06', null, 2.75],
    ['another', 'us/gpt-4o-2024-08-06', 'azure', 2.75],
    ['all zones of Azure', 'azure/global/gpt-4o-2024-08-06', null, 2.5],
    ['all zones by another name', 'azure/global-standard/gpt-4o-2024-08-06', null, 2.5],
    ['a fine-tuned model', 'ft:gpt-4o-mini-2024-07-18:acme::abc', null, 0.3],
    ['a fine-tuned model with a name', 'ft:gpt-4o-2024-08-06:acme:name:id', null, 3.75],
    ['an old fine-tuned model', 'ft:gpt-3.5-turbo-0125:acme::x', null, 3],
    ['a fine-tuned model of a provider', 'openai/ft:gpt-4o-2024-08-06:acme:name:id', 'openai', 3.75],
    ['OpenRouter: fast', 'openrouter/anthropic/claude-sonnet-4.5:nitro', null, 3],
    ['OpenRouter: cheap', 'anthropic/claude-sonnet-4.5:floor', 'openrouter', 3],
    ['OpenRouter: with searches', 'anthropic/claude-sonnet-4.5:online', 'openrouter', 3],
    ['OpenRouter: free', 'google/gemma-3-27b-it:free', 'openrouter', 0],
    ['OpenRouter: thinking', 'anthropic/claude-3.7-sonnet:thinking', 'openrouter', 3],
    ['OpenRouter: dashes for dots', 'anthropic/claude-sonnet-4-5', 'openrouter', 3],
    ['dots for dashes', 'claude-fable-5.1', null, 10],
    ['dashes for dots', 'gpt-4-1-mini', null, 0.4],
    ['a context window', 'claude-opus-5[1m]', null, 5],
    ['the AI SDK: a kind of call', 'gpt-4o', 'openai.responses', 2.5],
    ['the AI SDK: another', 'llama-3.3-70b-versatile', 'groq.chat', 0.59],
    ['the AI SDK: two', 'gemini-2.5-pro', 'google.vertex.chat', 1.25],
    ['OpenTelemetry', 'gpt-4o', 'azure.ai.openai', 2.5],
    ['promptfoo', 'anthropic:messages:claude-opus-5', null, 5],
    ['an account of Fireworks AI', 'accounts/fireworks/models/kimi-k3', null, 3],
    ['an alias', 'mistral-large-latest', null, 0.5],
  ])('%s: %s of %s costs $%d', (_what, model, provider, rate) => {
    expect(inputRate(pricer, model, provider)).toBeCloseTo(rate, 9)
  })
})

describe('a name that the list lacked', () => {
  it.each([
    ['claude-mythos-5', 10],
    ['claude-haiku-5-5', 0.1],
    ['chatgpt-4o-latest', 5],
    ['codex-mini-latest', 1.5],
    ['text-embedding-ada-002', 0.1],
    ['gemini-flash-latest', 0.75],
    ['gemini-flash-lite-latest', 0.3],
    ['grok-4.20-0309-reasoning', 1.25],
    ['grok-4.20-0309-non-reasoning', 1.25],
    ['mistral-small-latest', 0.15],
  ])('%s costs $%d', (model, rate) => {
    expect(inputRate(pricer, model)).toBeCloseTo(rate, 9)
  })
})

describe('a neighbour', () => {
  it.each([
    'claude-sonnet-5-9',
    'claude-haiku-4-5-turbo',
    'gemini-2.5-pro-foo',
    'deepseek-v4-pro-max',
    'gpt-4o-nano',
    'gpt-4o-2024-13-45',
    'gpt-4o-12345678',
    'o2-mini',
    'grok-47',
    'claude-opus-4-9@default',
    'openrouter/anthropic/claude-sonnet-45.0',
    'openrouter/anthropic/claude-sonnet-4.5:turbo',
    'ft:acme-internal-model:acme::abc',
    'azure/gpt-4o-micro',
  ])('%s has no price', (model) => {
    expect(pricer.price(call(model))).toBeNull()
    expect(pricer.quote(call(model))).toMatchObject({ costUsd: null, pricedAs: null, unpriced: 'unknown_model' })
  })

  it.each([
    ['claude-opus-4-8-fast', 10],
    ['claude-opus-4-7-fast', 30],
  ])('%s costs more than the model without it, or has no price', (model, rate) => {
    expect([null, expect.closeTo(rate, 9)]).toContainEqual(inputRate(pricer, model))
  })

  it('is named where it is near', () => {
    expect(pricer.quote(call('claude-sonet-4-5')).nearest).toBe('claude-sonnet-4-5')
    expect(pricer.quote(call('gpt-4o', 'opennai')).nearest).toBe('openai')
  })
})

it('a deployment of Azure has the price that the price file gives it', async () => {
  const mine = await pricerWith(
    'version: 1\nmodels:\n  - { id: azure/gpt-4o, aliases: [azure/prod-chat-01], prices: [{ effective: 2026-01-01, input: 2, output: 9 }] }',
  )
  expect(entryOf(pricer, 'azure/prod-chat-01')).toBeNull()
  expect(inputRate(mine, 'prod-chat-01', 'azure.ai.openai')).toBeCloseTo(2, 9)
})
