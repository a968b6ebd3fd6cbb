import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'

const call = { model: 'gpt-5-nano', input_tokens: 100_000, output_tokens: 10_000, total_tokens: 110_000, cost_usd: null }
const costOf = async (...rows: object[]) => {
  const { total_cost_usd, unpriced_calls } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
  return [Number(total_cost_usd.toFixed(12)), unpriced_calls]
}

describe('the service tier of a ledger', () => {
  it.each([
    ['nowhere', {}, [0.009, 0]],
    ['in its row', { service_tier: 'flex' }, [0.0045, 0]],
    ['in its metadata', { metadata: { provider: 'openai', service_tier: 'flex' } }, [0.0045, 0]],
    ['in both, of which the row decides', { service_tier: 'default', metadata: { provider: 'openai', service_tier: 'flex' } }, [0.009, 0]],
    ['as something else than a text', { service_tier: 7 }, [0.009, 0]],
    ['that nobody knows the price of', { service_tier: 'scale' }, [0, 1]],
  ])('stands %s', async (_where, facts, cost) => {
    expect(await costOf(row({ ...call, ...facts }))).toEqual(cost)
  })

  it('is of its own row alone', async () => {
    const rows = [undefined, 'flex', undefined, 'batch'].map((tier, index) => row({ ...call, index, ...(tier && { service_tier: tier }) }))
    expect(await costOf(...rows)).toEqual([0.027, 0])
  })
})

const usage = { prompt_tokens: 100_000, completion_tokens: 10_000, total_tokens: 110_000 }
const answer = (tier: string) => ({
  id: `chatcmpl-${tier}`,
  object: 'chat.completion',
  model: 'gpt-5-nano',
  created: 1_793_500_000,
  service_tier: tier,
  usage,
})

it('the service tier of an answer of OpenAI decides its price', async () => {
  for (const [tier, cost] of [
    ['default', 0.009],
    ['flex', 0.0045],
    ['batch', 0.0045],
  ] as const) {
    const { total_cost_usd } = await summarizeFiles({ 'answers.jsonl': `${JSON.stringify(answer(tier))}\n` })
    expect(total_cost_usd).toBeCloseTo(cost, 12)
  }
})
