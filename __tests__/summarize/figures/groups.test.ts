import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'

const unpriced = { model: 'no-such-model', cost_usd: null }

describe('figures per step and model', () => {
  it('name the agent only where the step is not known', async () => {
    const { step_model_stats } = await summarizeFiles({
      [LEDGER]: jsonl(
        row(),
        row({ agent: 'writer' }),
        row({ step: null }),
        row({ step: null, agent: 'writer' }),
        row({ step: null, agent: null }),
      ),
    })
    expect(step_model_stats.map(({ step, agent, model, calls }) => [step, agent, model, calls])).toEqual([
      ['plan', null, 'gpt-4o', 2],
      [null, 'planner', 'gpt-4o', 1],
      [null, 'writer', 'gpt-4o', 1],
      [null, null, 'gpt-4o', 1],
    ])
  })
})

describe('the cost of a run', () => {
  it('is that of each agent in it, and of all together', async () => {
    const { run_costs, agent_stats, runs } = await summarizeFiles({
      [LEDGER]: jsonl(
        row(),
        row({ step: 'draft' }),
        row({ agent: 'writer', cost_usd: 0.25 }),
        row({ run_id: 'run-2', agent: null, cost_usd: 3 }),
      ),
    })
    expect(runs).toBe(2)
    expect(run_costs.costs_usd).toEqual({ 'run-1': 1.25, 'run-2': 3 })
    expect(agent_stats.planner?.run_costs).toMatchObject({ count: 1, costs_usd: { 'run-1': 1 } })
    expect(agent_stats.writer?.run_costs).toMatchObject({ count: 1, costs_usd: { 'run-1': 0.25 } })
  })

  it.each([
    ['first', [row(unpriced), row()]],
    ['last', [row(), row(unpriced)]],
  ])('holds no guess for a call without a price, which comes %s', async (_, rows) => {
    const { run_costs, unpriced_calls, total_cost_usd } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
    expect({ costs: run_costs.costs_usd, unpriced_calls, total_cost_usd }).toEqual({
      costs: { 'run-1': 0.5 },
      unpriced_calls: 1,
      total_cost_usd: 0.5,
    })
  })

  it.each([
    ['first', [row({ ...unpriced, agent: 'writer' }), row()]],
    ['last', [row(), row({ ...unpriced, agent: 'writer' })]],
  ])('is 0 for an agent whose calls have no price, who comes %s', async (_, rows) => {
    const { agent_stats } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
    expect(agent_stats.writer?.run_costs).toMatchObject({ count: 1, costs_usd: { 'run-1': 0 } })
  })
})
