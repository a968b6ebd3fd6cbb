import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, workspace } from '../../support/read/workspace.ts'
import { savingsOf, savingsOn } from '../../support/savings.ts'

/** gpt-4o: $2.50 and $10 for a million tokens in and out. */
const half = { input_tokens: 400, output_tokens: 100, cost_usd: 0.002 }

describe('the cost of output', () => {
  it.each([
    [{ input_tokens: 400, output_tokens: 99 }, 0],
    [{ input_tokens: 400, output_tokens: 100 }, 0.001],
  ])('drives a step from half of its cost on: %j', async (tokens, atMost) => {
    expect((await savingsOf([{ ...half, ...tokens }])).output.at_most_usd).toBe(atMost)
  })

  it('is the share by list prices of what was really paid', async () => {
    const { output } = await savingsOf([{ ...half, cost_usd: 1 }])
    expect(output.rows).toEqual([
      { step: 'plan', agent: null, calls: 1, cost_usd: 1, output_cost_usd: 0.5, share_percent: 50, output_tokens_per_call: 100 },
    ])
  })

  it('adds up over the models of a step', async () => {
    const mini = { ...half, model: 'gpt-4o-mini', output_tokens: 0, cost_usd: 0.00006 }
    const { output } = await savingsOf([half, half, mini, { ...half, step: null }, { ...half, step: null, agent: null }])
    expect(output.rows).toMatchObject([
      { step: 'plan', calls: 3, cost_usd: 0.00406, output_cost_usd: 0.002, output_tokens_per_call: 200 / 3 },
      { step: null, agent: 'planner', calls: 1 },
      { step: null, agent: null, calls: 1 },
    ])
  })

  it('is what it was at the batch prices of batch calls', async () => {
    const price = '{ effective: 2024-01-01, input: 1, output: 3, batch: { input: 1, output: 1 } }'
    const ledger = (metadata: object) =>
      jsonl(row({ model: 'acme/large', input_tokens: 1_000_000, output_tokens: 1_000_000, cost_usd: 8, metadata }))
    const shareOf = async (metadata: object) => {
      const folder = workspace({
        [LEDGER]: ledger(metadata),
        'prices.yaml': `version: 1\nmodels: [{ id: acme/large, prices: [${price}] }]\n`,
      })
      const [found] = (await savingsOn(folder, '--pricing', 'prices.yaml')).output.rows
      return [found?.output_cost_usd, found?.share_percent, found?.output_tokens_per_call]
    }
    expect(await shareOf({})).toEqual([6, 75, 1_000_000])
    expect(await shareOf({ batch: true })).toEqual([4, 50, 1_000_000])
  })

  it('is not known for a model without a list price', async () => {
    expect((await savingsOf([{ model: 'my-own', cost_usd: 1 }])).output.rows).toEqual([])
  })
})
