import { describe, expect, it } from 'vitest'
import { call, inputRate } from '../../support/price/calls.ts'
import { acme, pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()

describe('a batch', () => {
  it.each([
    'deepseek-chat',
    'perplexity/sonar-pro',
    'cerebras/llama3.1-8b',
    'openrouter/anthropic/claude-sonnet-4.5',
  ])('is not known at a seller that has none: %s', (model) => {
    expect(inputRate(pricer, model)).toBeGreaterThan(0)
    expect(pricer.price(call(model, null, { batch: true }))).toBeNull()
    expect(pricer.whyUnpriced(call(model, null, { batch: true }))).toBe('service_tier')
    expect(pricer.quote(call(model, null, { batch: true })).serviceTiers).not.toContain('batch')
  })

  it.each(['priority', 'flex', 'scale'])('of the tier %s is a contradiction', (serviceTier) => {
    expect(pricer.price(call('gpt-5', null, { batch: true, serviceTier }))).toBeNull()
  })

  it.each(['batch', 'standard', 'default', ''])('of the tier "%s" costs half', (serviceTier) => {
    expect(pricer.price(call('gpt-5', null, { batch: true, serviceTier }))?.costUsd).toBeCloseTo(0.0625, 9)
  })
})

describe('what is special about a price is told', () => {
  it.each([
    ['gpt-5', null, {}, []],
    ['gpt-5', null, { batch: true }, ['batch']],
    ['gpt-5', null, { serviceTier: 'Batch' }, ['batch']],
    ['gpt-5', null, { serviceTier: 'PRIORITY' }, ['priority']],
    ['gpt-4o', 'ollama', {}, ['free']],
    ['deepseek/deepseek-r1:free', 'openrouter', {}, ['free']],
    ['azure/eu/gpt-4o', null, {}, ['x 1.1']],
  ] as const)('%s of %s, %j', (model, provider, more, how) => {
    expect(pricer.price(call(model, provider, more))?.how).toEqual(how)
  })

  it.each([
    ['anthropic/claude-opus-4.1:free', 'openrouter'],
    ['openai/gpt-5:free', 'openrouter'],
    ['gpt-oss:120b-cloud', 'ollama'],
  ])('and %s of %s is not free', (model, provider) => {
    expect(pricer.price(call(model, provider))).toBeNull()
  })
})

it('the tiers of a price file are known in upper case, too', async () => {
  const mine = await pricerWith(acme('      - { effective: 2024-01-01, input: 1, output: 1, service_tiers: { " Priority": 3 } }'))
  expect(mine.price(call('large', null, { serviceTier: 'priority' }))?.costUsd).toBeCloseTo(0.3, 9)
})

describe('names of Amazon Bedrock', () => {
  it.each([
    ['arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0', 3.6],
    ['bedrock/us-gov-west-1/anthropic.claude-sonnet-4-5-20250929-v1:0', 3.6],
    ['us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.6],
    ['arn:aws-us-gov:bedrock:us-gov-west-1:1:inference-profile/us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.6],
    ['arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 3.3],
    ['arn:aws:bedrock:::foundation-model/amazon.nova-pro-v1:0', 0.8],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0', 0.8],
    ['amazon.titan-embed-text-v1', 0.1],
    ['amazon.titan-embed-text-v2:0', 0.02],
  ])('%s costs $%d', (name, rate) => {
    expect(inputRate(pricer, name)).toBeCloseTo(rate, 9)
  })

  it('of a region without a price of its own have none, however they are written', () => {
    for (const name of ['arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0', 'bedrock/eu-west-1/amazon.nova-pro-v1:0'])
      expect(inputRate(pricer, name)).toBeNull()
  })
})

it('a name longer than any is nobody, at once', () => {
  for (const model of ['litellm_proxy/'.repeat(5000), '/'.repeat(100_000), 'gpt-4o'.repeat(1000)]) {
    expect(pricer.whyUnpriced(call(model))).toBe('unknown_model')
    expect(pricer.whyUnpriced(call('gpt-4o', model))).toBe('unknown_model')
  }
})
