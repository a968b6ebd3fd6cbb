import { describe, expect, it } from 'vitest'
import { call, entryOf, inputRate } from '../../support/price/calls.ts'
import { pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()
const SELF_HOSTED = ['vllm', 'hosted_vllm', 'lmstudio', 'lm_studio', 'llama.cpp', 'llamacpp', 'llamafile', 'tgi', 'localai']

describe('the seller of a call', () => {
  it.each([
    ['the provider of the record', 'gpt-4o', 'azure', 'azure'],
    ['the provider, before what stands before the name', 'openai/gpt-4o', 'azure', 'azure'],
    ['the outermost name', 'openrouter/anthropic/claude-sonnet-4.5', null, 'openrouter'],
    ['what comes after a proxy', 'litellm_proxy/groq/llama-3.3-70b-versatile', null, 'groq'],
    ['who alone writes such names', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', null, 'aws'],
    ['nobody, where nobody is named', 'gpt-4o', null, null],
    ['nobody, where only a proxy is named', 'gpt-4o', 'litellm_proxy', null],
    ['one that the list does not have', 'gpt-4o', 'Our-Gateway', 'our-gateway'],
    ['what comes after a proxy in the provider', 'deepseek/deepseek-r1', 'gateway.openrouter', 'openrouter'],
  ])('is %s: %s of %s', (_what, model, provider, seller) => {
    expect(pricer.quote(call(model, provider)).seller).toBe(seller)
  })

  it.each([
    ['gpt-4o', 'our-gateway', 'unknown_seller'],
    ['claude-sonnet-4-5', 'groq', 'unknown_model'],
    ['groq/claude-sonnet-4-5', null, 'unknown_model'],
    ['gpt-4o', 'anthropic', 'unknown_model'],
    ['gemini-2.5-pro', 'openai', 'unknown_model'],
    ['deepseek-chat', 'together', 'unknown_model'],
    ['anthropic/gpt-4o', null, 'unknown_model'],
  ])('has no price of another: %s of %s', (model, provider, unpriced) => {
    expect(pricer.price(call(model, provider))).toBeNull()
    expect(pricer.quote(call(model, provider))).toMatchObject({ costUsd: null, unpriced, parts: [] })
  })

  it.each([
    ['together_ai/openai/gpt-oss-120b', null, 0.15],
    ['azure_ai/deepseek-r1', null, 1.35],
    ['deepseek-r1', 'azure.ai.inference', 1.35],
  ])('prices %s of %s itself, or nobody does', (model, provider, rate) => {
    expect([null, expect.closeTo(rate, 9)]).toContainEqual(inputRate(pricer, model, provider))
  })

  it('is not somebody for open weights that many sell', () => {
    for (const model of ['gpt-oss-120b', 'gpt-oss-20b']) expect(pricer.price(call(model))).toBeNull()
  })
})

describe('a name alone', () => {
  it.each([
    ['grok-4.3', 'x-ai/'],
    ['codestral-2', 'mistral/'],
    ['mistral-small-2503', 'mistral/'],
    ['mistral-medium-3', 'mistral/'],
  ])('is of who makes %s', (model, seller) => {
    const entry = entryOf(pricer, model)
    expect(entry === null || entry.startsWith(seller)).toBe(true)
  })

  it.each(['jamba-1.5-large', 'claude-4-opus'])('is of nobody where only another sells it: %s', (model) => {
    expect(entryOf(pricer, model)?.startsWith('google/') ?? false).toBe(false)
  })
})

describe('a server of your own', () => {
  it.each(SELF_HOSTED)('%s has no price of a cloud', (provider) => {
    for (const model of ['openai/gpt-oss-120b', 'gpt-4o', 'deepseek-v4-pro', 'qwen2.5-7b-instruct']) {
      expect(pricer.price(call(model, provider))).toBeNull()
      expect(pricer.price(call(`${provider}/${model}`))).toBeNull()
      expect(pricer.quote(call(model, provider))).toMatchObject({ costUsd: null, unpriced: 'self_hosted', nearest: null })
    }
  })

  it.each(['ollama', 'ollama_chat', 'ollama:chat'])('%s costs nothing', (provider) => {
    expect(pricer.price(call('llama3.1:8b', provider))).toMatchObject({ costUsd: 0, pricedAs: 'ollama/llama3.1:8b' })
  })

  it('has the price that the price file gives it', async () => {
    const mine = await pricerWith('version: 1\nmodels:\n  - id: vllm/*\n    prices: [{ effective: 1970-01-01, input: 0.05, output: 0.2 }]')
    expect(inputRate(mine, 'openai/gpt-oss-120b', 'hosted_vllm')).toBeCloseTo(0.05, 9)
    expect(inputRate(mine, 'hosted_vllm/meta-llama/Llama-3.3-70B-Instruct')).toBeCloseTo(0.05, 9)
    expect(inputRate(mine, 'llama', 'lmstudio')).toBeNull()
  })
})

describe('other_seller', () => {
  it('allowed, gives a model the price of its maker, and says so', async () => {
    const mine = await pricerWith('version: 1\ndefaults: { other_seller: allow }')
    expect(mine.price(call('gpt-4o', 'our-gateway'))).toMatchObject({ costUsd: 0.25, pricedAs: 'openai/gpt-4o', how: ['another seller'] })
    for (const [model, provider] of [
      ['gpt-4o', null],
      ['gpt-4o', 'openai'],
      ['gpt-4o', 'azure'],
    ] as const)
      expect(mine.price(call(model, provider))?.how).toEqual([])
    expect(mine.quote(call('gpt-4o', 'our-gateway'))).toMatchObject({ seller: 'our-gateway', pricedAs: 'openai/gpt-4o' })
    expect(entryOf(mine, 'gpt-4o', 'azure')).toBe('azure/gpt-4o')
    expect(mine.price(call('gpt-9', 'our-gateway'))).toBeNull()
    expect(mine.price(call('gpt-4o', 'hosted_vllm'))).toBeNull()
  })

  it.each(['version: 1', 'version: 1\ndefaults: { other_seller: deny }'])('is denied by default: %j', async (text) => {
    expect((await pricerWith(text)).price(call('gpt-4o', 'our-gateway'))).toBeNull()
  })
})

describe('same_prices_as', () => {
  it('takes the prices of the first that has the model', async () => {
    const mine = await pricerWith('version: 1\nsellers: { Our-Gateway: { same_prices_as: [openai, anthropic] } }')
    expect(mine.price(call('gpt-4o', 'our-gateway'))).toMatchObject({ costUsd: 0.25, pricedAs: 'our-gateway/gpt-4o' })
    expect(inputRate(mine, 'claude-opus-5', 'OUR-GATEWAY')).toBeCloseTo(5, 9)
    expect(mine.price(call('gemini-2.5-pro', 'our-gateway'))).toBeNull()
  })

  it('follows a seller who takes the prices of others, too', async () => {
    const sellers = 'a: { same_prices_as: [B] }, b: { same_prices_as: [c, azure_ai] }, c: { same_prices_as: [a] }'
    const mine = await pricerWith(`version: 1\nsellers: { ${sellers} }`)
    expect(mine.price(call('gpt-4o', 'a'))).toMatchObject({ costUsd: 0.25, pricedAs: 'a/gpt-4o' })
    expect(inputRate(mine, 'claude-opus-5', 'c')).toBeCloseTo(5, 9)
    expect(mine.price(call('no-such-model', 'a'))).toBeNull()
  })

  it('ends where everybody takes the prices of everybody', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`)
    const sellers = names.map((name) => `  ${name}: { same_prices_as: [${names.join(', ')}] }`)
    const mine = await pricerWith(`version: 1\nsellers:\n${sellers.join('\n')}`)
    expect(mine.price(call('gpt-4o', 's0'))).toBeNull()
  })

  it.each([
    ['opnai', 'openai'],
    ['our-gatway', 'our-gateway'],
  ])('names sellers that there are: %s', async (name, nearest) => {
    const text = `version: 1\nsellers:\n  our-gateway:\n    same_prices_as: [openai, ${name}]`
    await expect(pricerWith(text)).rejects.toThrow(`my/prices.yaml:4: the price list has no seller "${name}"; the nearest is ${nearest}`)
  })

  it('holds for Azure, which sells at the prices of the makers', () => {
    expect(inputRate(pricer, 'azure/claude-opus-5')).toBeCloseTo(5, 9)
    expect(entryOf(pricer, 'azure/claude-opus-5')).toBe('azure/claude-opus-5')
  })
})
