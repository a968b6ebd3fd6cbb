import { describe, expect, it } from 'vitest'
import { entryOf, inputRate } from '../../support/price/calls.ts'
import { pricerWith } from '../../support/price/pricer.ts'

const pricer = await pricerWith()
const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
const PROFILE = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile'
const FOUNDATION = 'arn:aws:bedrock:us-east-1::foundation-model'

/** Spellings of one model where it costs the same. */
const ALIKE: readonly (readonly [string, number, readonly string[]])[] = [
  ['in one region', 3.3, [SONNET, `us-east-1/${SONNET}`, `eu-west-1/${SONNET}`, `${FOUNDATION}/${SONNET}`]],
  ['in some regions', 3.3, ['us', 'eu', 'jp', 'au', 'apac'].flatMap((region) => [`${region}.${SONNET}`, `${PROFILE}/${region}.${SONNET}`])],
  [
    'in all regions',
    3,
    [`global.${SONNET}`, `${PROFILE}/global.${SONNET}`, `arn:aws:bedrock:eu-west-1:1:inference-profile/global.${SONNET}`],
  ],
  ['in GovCloud', 3.6, [`us-gov.${SONNET}`, `us-gov-west-1/${SONNET}`, `us-gov-east-1/${SONNET}`]],
]
const PROVIDERS = [null, 'aws.bedrock', 'amazon-bedrock', 'bedrock_converse'] as const

/** Ways to say that a name is one of Amazon Bedrock; a region in front of it does not say so. */
function spell(name: string): (readonly [string, string | null])[] {
  const prefixes = name.startsWith('arn:') ? [''] : ['', 'bedrock/', 'bedrock/converse/', 'bedrock_converse/', 'aws/']
  const spellings = prefixes.flatMap((prefix) => PROVIDERS.map((provider) => [`${prefix}${name}`, provider] as const))
  return spellings.filter(([written, provider]) => provider !== null || !/^[a-z-]+-\d\//.test(written))
}

describe('Claude on Amazon Bedrock', () => {
  it.each(
    ALIKE.flatMap(([where, rate, names]) => names.map((name) => [where, rate, name] as const)),
  )('%s costs $%d however it is spelt: %s', (_where, rate, name) => {
    for (const [written, provider] of spell(name)) {
      expect(inputRate(pricer, written, provider), `${written} of ${provider}`).toBeCloseTo(rate, 9)
      expect(entryOf(pricer, written, provider)).toMatch(/^aws\//)
    }
  })
})

describe('models of others on Amazon Bedrock', () => {
  it.each([
    ['amazon.nova-pro-v1:0', 0.8],
    ['us.amazon.nova-pro-v1:0', 0.8],
    ['bedrock/us.amazon.nova-pro-v1:0', 0.8],
    ['amazon.nova-lite-v1:0', 0.06],
    ['us.meta.llama3-3-70b-instruct-v1:0', 0.72],
    ['meta.llama3-3-70b-instruct-v1:0', 0.72],
    ['mistral.mistral-large-2402-v1:0', 4],
    [`${FOUNDATION}/amazon.nova-pro-v1:0`, 0.8],
    [`${PROFILE}/us.meta.llama3-3-70b-instruct-v1:0`, 0.72],
  ])('%s costs $%d', (name, rate) => {
    expect(inputRate(pricer, name)).toBeCloseTo(rate, 9)
    expect(entryOf(pricer, name)).toMatch(/^aws\//)
  })

  it.each([
    'us.anthropic.claude-sonnet-4-7-20260101-v1:0',
    'us.amazon.nova-ultra-v1:0',
    'meta.llama9-70b-instruct-v1:0',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123',
    'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123',
    'arn:aws:sagemaker:us-east-1:123456789012:endpoint/gpt-4o',
  ])('%s is unknown', (name) => {
    expect(entryOf(pricer, name)).toBeNull()
    expect(entryOf(pricer, name, 'aws.bedrock')).toBeNull()
  })

  it('an application profile has the price that the price file gives its ARN', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123'
    const mine = await pricerWith(
      `version: 1\nmodels:\n  - { id: "${arn}", prices: [{ effective: 2026-01-01, input: 3.3, output: 16.5 }] }`,
    )
    expect(inputRate(mine, arn)).toBeCloseTo(3.3, 9)
  })
})
