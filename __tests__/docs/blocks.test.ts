import { expect, it } from 'vitest'
import { readPolicy } from '../../src/policy/read.ts'
import { loadPricer } from '../../src/price/load.ts'
import { listBlocks, readPage } from '../support/docs/pages.ts'

const policies = listBlocks(await readPage('README.md'), 'yaml').filter((block) => block.startsWith('policies:'))

it.each(policies)('a policy in the README has limits that are read', (block) => {
  expect(readPolicy('README.md', block).rules.length).toBeGreaterThan(3)
})

it('the README shows a policy', () => {
  expect(policies).toHaveLength(1)
})

it('the prices in docs/pricing.md price a model by its alias', async () => {
  const [example = ''] = listBlocks(await readPage('docs/pricing.md'), 'yaml')
  const bundled = await readPage('catalog/prices.json')
  const pricer = await loadPricer({ bundled, overrides: { path: 'docs/pricing.md', text: example } })
  const tokens = { calls: 1, inputTokens: 1e6, outputTokens: 0, cachedTokens: 0, cacheWriteTokens: 0, batch: false }
  const record = { ...tokens, timeMs: null, provider: null, errors: 0, reasoningTokens: 0, costUsd: null }
  const nameless = { runId: null, step: null, agent: null, customer: null }
  expect(pricer.price({ ...record, ...nameless, model: 'our-gpt-4o' })).toMatchObject({ costUsd: 2.5, pricedAs: 'openai/gpt-4o' })
})
