import { describe, expect, it } from 'vitest'
import type { CostRecord } from '../../src/usage/record.ts'
import { call } from '../support/price/calls.ts'
import { pricerWith } from '../support/price/pricer.ts'

const pricer = await pricerWith()

type Call = readonly [model: string, more?: Partial<CostRecord>]

const MILLION = { inputTokens: 1_000_000 }
const BOTH = { inputTokens: 10_000, outputTokens: 1000 }
const HOUR = { cacheWriteTokens: 100_000, cacheWrite1hTokens: 100_000 }
const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0'

/** Prices that users of other tools reported as wrong: where, the calls, and what they cost together by the sellers' price lists. */
const REPORTED: readonly (readonly [issue: string, what: string, calls: readonly Call[], costUsd: number])[] = [
  [
    'BerriAI/litellm#13810',
    'flex is half',
    [['gpt-5-nano', { inputTokens: 100_000, outputTokens: 10_000, serviceTier: 'flex', provider: 'openai' }]],
    0.0045,
  ],
  [
    'BerriAI/litellm#26800',
    'an hour in the cache on Bedrock',
    [
      [`global.${SONNET}`, HOUR],
      [`us.${SONNET}`, HOUR],
    ],
    1.26,
  ],
  ['pydantic/genai-prices#711', '272,000 tokens are short', [['gpt-5.6-sol', { inputTokens: 272_000, outputTokens: 1000 }]], 1.108],
  ['BerriAI/litellm#22972', 'profiles of Japan and Australia', [[`jp.${SONNET}`], [`au.${SONNET}`]], 0.66],
  ['Portkey-AI/gateway#1118', 'a profile as ARN', [[`arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.${SONNET}`]], 0.33],
  [
    'BerriAI/litellm#33211',
    'Nova and Llama',
    [['amazon.nova-pro-v1:0'], ['us.amazon.nova-pro-v1:0'], ['us.meta.llama3-3-70b-instruct-v1:0']],
    0.232,
  ],
  ['sigoden/aichat#745', 'a version of Vertex AI', [['claude-opus-4@20250514', BOTH]], 0.225],
  ['BerriAI/litellm#7004', 'zones of Azure', [['azure/eu/gpt-4o-2024-08-06'], ['azure/global/gpt-4o-2024-08-06']], 0.525],
  [
    'BerriAI/litellm',
    'resources of Google',
    [
      ['models/gemini-2.5-pro'],
      ['publishers/google/models/gemini-2.5-pro'],
      ['projects/p/locations/us-central1/publishers/google/models/gemini-2.5-pro'],
    ],
    0.375,
  ],
  [
    'BerriAI/litellm#20411',
    'fine-tuned models',
    [
      ['ft:gpt-4o-mini-2024-07-18:acme::abc', BOTH],
      ['ft:gpt-4o-2024-08-06:acme:name:id', BOTH],
      ['ft:gpt-3.5-turbo-0125:acme::x', BOTH],
    ],
    0.0927,
  ],
  ['affaan-m/ECC#2795', 'new models in other spellings', [['claude-fable-5.1'], ['claude-mythos-5']], 2],
  ['models.dev mistral', 'an alias that moved', [['mistral-large-latest', { ...MILLION, outputTokens: 1_000_000 }]], 2],
  ['models.dev openai', 'an old embedding', [['text-embedding-ada-002', MILLION]], 0.1],
  [
    'langfuse/langfuse#11244',
    'providers of the AI SDK',
    [
      ['gpt-4o', { provider: 'openai.responses' }],
      ['llama-3.3-70b-versatile', { provider: 'groq.chat' }],
      ['gemini-2.5-pro', { provider: 'google.vertex.chat' }],
    ],
    0.25 + 0.059 + 0.125,
  ],
]

const AT = Date.parse('2026-11-02T09:00:00Z')
const priceOf = ([model, more]: Call) => pricer.price(call(model, null, { timeMs: AT, ...more }))

describe('a price that was reported as wrong elsewhere', () => {
  it.each(REPORTED)('%s: %s', (_issue, _what, calls, costUsd) => {
    const costs = calls.map((one) => priceOf(one)?.costUsd ?? Number.NaN)
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(costUsd, 9)
  })

  it('pydantic/logfire#2162: one id of Bedrock has one price', () => {
    expect(priceOf([SONNET])).not.toBeNull()
    expect(priceOf([`bedrock/${SONNET}`])).toEqual(priceOf([SONNET]))
  })

  it('datacurve-ai/deep-swe#21: deepseek-chat has been cheaper since September 2025', () => {
    expect(priceOf(['deepseek-chat', { inputTokens: 0, outputTokens: 1_000_000 }])?.costUsd ?? 0).toBeLessThanOrEqual(0.66)
  })
})

describe('a price that nobody knows', () => {
  it.each([
    ['yonatangross/orchestkit#3909', 'claude-sonnet-5-9', null],
    ['latitude-dev/latitude-llm#4415', 'claude-haiku-4-5-turbo', null],
    ['pydantic/genai-prices#471', 'deepseek-v4-pro-max', null],
    ['BerriAI/litellm#10973', 'openai/gpt-oss-120b', 'hosted_vllm'],
    ['BerriAI/litellm#14004', 'gpt-oss-20b', 'lmstudio'],
  ])('%s: %s of %s', (_issue, model, provider) => {
    expect(priceOf([model, { provider }])).toBeNull()
  })

  it.each([
    ['pydantic/genai-prices#311', 'together_ai/openai/gpt-oss-120b', { outputTokens: 100_000 }, 0.075],
    ['Portkey-AI/models#720', 'claude-opus-4-8-fast', {}, 1],
    ['ccusage', 'claude-opus-4-7-fast', {}, 3],
  ])('or somebody: %s: %s', (_issue, model, more, costUsd) => {
    expect([undefined, expect.closeTo(costUsd, 9)]).toContainEqual(priceOf([model, more])?.costUsd)
  })
})
