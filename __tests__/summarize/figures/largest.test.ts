import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostSummary, LargestCall } from '../../../src/generated/types.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'
import { rowsOf } from '../../support/summarize/rows.ts'
import { tries } from '../../support/tries.ts'

const SKIP = { 'usage-path': ['*.jsonl'], 'on-invalid': 'skip' as const }

const FLOW = {
  runs: 1,
  successes: 1,
  success_rate: 1,
  avg_latency_ms: 5,
  errors: { total: 0, by_type: {} },
  mcp: { calls: 4, errors: 0, tokens: { input: 4001, output: 8, total: 4009 }, cost_usd: 1 },
  steps: [],
}

/** Recomputed from the rows, by another way. */
function expectLargest(summary: CostSummary, lines: readonly string[]): void {
  const rows = lines.map((line) => JSON.parse(line)).filter(({ input_tokens }) => input_tokens >= 0)
  const known = rows.filter(({ input_tokens, output_tokens, status }) => input_tokens + output_tokens > 0 || status === 'error')
  for (const [key, all] of [
    ['model', summary.model_stats],
    ['agent', summary.agent_stats],
    ['step', summary.step_stats],
  ] as const) {
    for (const [name, stats] of Object.entries(all)) {
      const own = known.filter((one) => one[key] === name)
      expect(stats.largest_calls?.calls ?? 0).toBe(own.length)
      if (own.length === 0) continue
      expect(stats.largest_calls?.input.tokens).toBe(Math.max(...own.map(({ input_tokens }) => input_tokens)))
      expect(stats.largest_calls?.output.tokens).toBe(Math.max(...own.map(({ output_tokens }) => output_tokens)))
      const { run_id, step, model, tokens }: LargestCall = stats.largest_calls?.input ?? expect.fail()
      expect(own).toContainEqual(expect.objectContaining({ run_id, step, model, input_tokens: tokens }))
    }
  }
}

describe('the largest calls of a summary', () => {
  it('are those of the rows, per model, agent and step', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(30), async (lines) => {
        expectLargest(await summarizeFiles({ 'a.jsonl': lines.map((line) => `${line}\n`).join('') }, SKIP), lines)
      }),
      tries(40),
    )
  })

  it('name the call by run, step and model, the first among equals', async () => {
    const rows = [
      row({ run_id: 'b', step: 's', input_tokens: 500, output_tokens: 3 }),
      row({ run_id: null, step: 's', input_tokens: 500, output_tokens: 9 }),
      row({ run_id: 'a', step: 's', input_tokens: 500, output_tokens: 3 }),
    ]
    const { step_stats } = await summarizeFiles({ [LEDGER]: jsonl(...rows) })
    expect(step_stats.s?.largest_calls).toEqual({
      calls: 3,
      input: { tokens: 500, run_id: 'a', step: 's', model: 'gpt-4o' },
      output: { tokens: 9, run_id: null, step: 's', model: 'gpt-4o' },
    })
  })

  it('are the mean, rounded up, where a record stands for several calls', async () => {
    const tokens = { input: 4001, output: 8, total: 4009 }
    const flow = { ...FLOW, models: [{ name: 'gpt-4o', calls: 4, errors: 0, tokens, cost_usd: 1 }] }
    const { model_stats } = await summarizeFiles({ 'flow.json': flow }, { 'usage-path': ['flow.json'] })
    expect(model_stats['gpt-4o']?.largest_calls).toMatchObject({
      calls: 4,
      input: { tokens: 1001, mean_of: 4 },
      output: { tokens: 2, mean_of: 4 },
    })
  })

  it('are not known of calls whose source gives no tokens', async () => {
    const bare = { total_cost_usd: 1, model_stats: { 'gpt-4o': { calls: 4, cost_usd: 1 } } }
    const { model_stats } = await summarizeFiles({ 'bare.json': bare }, { 'usage-path': ['bare.json'] })
    expect(model_stats['gpt-4o']).toMatchObject({ calls: 4 })
    expect(model_stats['gpt-4o']).not.toHaveProperty('largest_calls')
  })

  it('keep count of the calls that were looked at when a summary of an earlier version is merged', async () => {
    const leg = await summarizeFiles({ [LEDGER]: jsonl(row({ input_tokens: 700 })) })
    const { step_stats, customer_stats, ...old } = await summarizeFiles({
      [LEDGER]: jsonl(row({ run_id: 'run-2' }), row({ run_id: 'run-3' })),
    })
    const plain = (all: CostSummary['step_stats']) =>
      Object.fromEntries(
        Object.entries(all).map(([name, { calls, errors, input_tokens, output_tokens, total_tokens, cost_usd }]) => [
          name,
          { calls, errors, input_tokens, output_tokens, total_tokens, cost_usd },
        ]),
      )
    const earlier = { ...old, step_stats: plain(step_stats), customer_stats: plain(customer_stats) }
    const merged = await summarizeFiles({ 'a.json': leg, 'b.json': earlier }, { 'usage-path': ['*.json'] })
    expect(merged.step_stats.plan).toMatchObject({ calls: 3, largest_calls: { calls: 1, input: { tokens: 700 } } })
    expect(merged.customer_stats.acme).toMatchObject({ cost_usd: 1.5, daily_cost_usd: { '2026-11-02': 0.5 } })
  })
})

describe('a customer', () => {
  it('has days and months that are the sums of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(30), async (lines) => {
        const { customer_stats } = await summarizeFiles({ 'a.jsonl': lines.map((line) => `${line}\n`).join('') }, SKIP)
        for (const { cost_usd, daily_cost_usd = {}, monthly_cost_usd = {} } of Object.values(customer_stats)) {
          const sum = (amounts: Record<string, number>) => Object.values(amounts).reduce((all, usd) => all + usd, 0)
          expect(sum(daily_cost_usd)).toBeCloseTo(cost_usd, 9)
          expect(sum(monthly_cost_usd)).toBeCloseTo(cost_usd, 9)
        }
      }),
      tries(25),
    )
  })
})

describe('the tasks of an agent', () => {
  const run = (run_id: string, slug: string, status: string) => ({ run_id, slug, status, steps: [], metrics: {} })

  it('are the ends of the runs that it took part in', async () => {
    const { agent_stats } = await summarizeFiles({
      [LEDGER]: jsonl(
        row({ run_id: 'r1', agent: 'a' }),
        row({ run_id: 'r1', agent: 'b' }),
        row({ run_id: 'r2', agent: 'a' }),
        row({ run_id: 'r3', agent: 'c' }),
      ),
      '.runs/agents/r1/summary.json': run('r1', 'a', 'success'),
      '.runs/agents/r2/summary.json': run('r2', 'a', 'failure'),
    })
    expect(agent_stats.a).toMatchObject({ successful_tasks: 1, failed_tasks: 1 })
    expect(agent_stats.b).toMatchObject({ successful_tasks: 1, failed_tasks: 0 })
    expect(agent_stats.c).not.toHaveProperty('successful_tasks')
  })
})
