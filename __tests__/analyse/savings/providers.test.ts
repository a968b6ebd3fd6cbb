import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, summarizeFiles, workspace } from '../../support/read/workspace.ts'
import { savingsOf, savingsOn, savingsWith } from '../../support/savings.ts'

const at = (provider: string, model: string, overrides: object = {}) => ({
  model,
  cost_usd: null,
  input_tokens: 1_000_000,
  output_tokens: 1_000_000,
  metadata: { provider },
  ...overrides,
})
describe('the provider of calls', () => {
  it('decides whether they could have been batch calls', async () => {
    const { batch, total_cost_usd } = await savingsOf([at('cerebras', 'gpt-oss-120b')])
    expect(total_cost_usd).toBeGreaterThan(0)
    expect(batch.rows).toEqual([])
    const groq = await savingsOf([at('groq', 'openai/gpt-oss-120b')])
    expect(groq.batch.rows).toMatchObject([{ discount_percent: 50 }])
  })

  it('gives them a list price', async () => {
    const { output } = await savingsOf([at('groq', 'llama-3.3-70b-versatile')])
    expect(output.rows).toMatchObject([{ step: 'plan', calls: 1, cost_usd: 1.38, output_cost_usd: 0.79 }])
  })

  it('is none that the other model is looked up at', async () => {
    const { models } = await savingsOf([at('azure', 'gpt-4o')])
    expect(models.rows).toMatchObject([{ model: 'gpt-4o', alternative_cost_usd: 0.75 }])
  })

  it('does not tell rows apart: those of a step and model are one', async () => {
    const rows = [{ cost_usd: 8 }, { cost_usd: 2 }].map((cost) => at('openai', 'gpt-4o', cost))
    const others = [at('azure', 'gpt-4o', { cost_usd: 20 })]
    const alternatives = `version: 1
alternatives: [{ task: A, from: ["gpt-4o"], to: gpt-4o-mini }, { task: B, from: ["gpt-4o"], to: openai/gpt-4o }]
batch: { providers: [openai] }
`
    const found = await savingsWith(alternatives, [...rows, ...others])
    expect(found.models.rows.map(({ tasks, calls, cost_usd, at_most_usd }) => [tasks[0]?.task, calls, cost_usd, at_most_usd])).toEqual([
      ['A', 3, 30, 27.75],
      ['B', 1, 20, 7.5],
    ])
    expect(found.batch.rows).toMatchObject([{ calls: 3, cost_usd: 30, discount_percent: 50, at_most_usd: 5 }])
    expect(await savingsWith(alternatives, [...others, ...rows])).toEqual(found)
  })

  it('leaves out only those of its calls that have no price', async () => {
    const found = await savingsOf(['groq', 'cerebras'].map((provider) => at(provider, 'llama-3.3-70b-versatile')))
    expect(found.left_out_calls).toBe(1)
    expect(found.output.rows).toMatchObject([{ calls: 1, cost_usd: 1.38 }])
  })

  it('is not known where only sums are', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row(at('openrouter', 'openai/gpt-4o'))) })
    const { batch } = await savingsOn(workspace({ 'summary.json': summary }), 'summary.json')
    expect(batch.rows).toMatchObject([{ discount_percent: 50 }])
  })
})
