import { describe, expect, it } from 'vitest'
import { jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'

const AGENT_RUN = '.runs/agents/run-1/summary.json'
const FLOW_RUN = '.runs/run-1/summary.json'

describe('a run summary', () => {
  it.each<[string, string, object, object]>([
    [
      "the framework's logger",
      AGENT_RUN,
      {
        run_id: 'run-1',
        metrics: {
          cost_usd: [
            { value: 0.2, timestamp: 1793610000 },
            { value: 0.3, timestamp: 1793610060.5 },
          ],
          tokens: [],
        },
        cost_usd: 0.5,
        token_count: 110,
        slug: 'planner',
        llm_plan: { provider: 'openai', model: 'gpt-4o' },
      },
      {
        calls: 2,
        input_tokens: 110,
        agent_stats: { planner: { cost_usd: 0.5 } },
        model_stats: { 'gpt-4o': { calls: 2 } },
        daily_cost_usd: { '2026-11-02': 0.5 },
      },
    ],
    [
      'the documented shape',
      AGENT_RUN,
      {
        run_id: 'run-1',
        agent: 'planner',
        status: 'success',
        start_time: '2026-11-01T23:59:00Z',
        end_time: '2026-11-02T00:01:00Z',
        duration_ms: 120000,
        cost_usd: 0.5,
      },
      {
        calls: 1,
        agent_stats: { planner: { cost_usd: 0.5 } },
        successful_tasks: 1,
        failed_tasks: 0,
        daily_cost_usd: { '2026-11-02': 0.5 },
      },
    ],
    [
      'the documented shape without a run_id: its folder names the run',
      AGENT_RUN,
      { agent: 'planner', status: 'failed', start_time: 1793610000, cost_usd: 0.5 },
      { successful_tasks: 0, failed_tasks: 1, run_costs: { costs_usd: { 'run-1': 0.5 } } },
    ],
    [
      "the flow runner's, which knows no cost",
      FLOW_RUN,
      { run_id: 'run-1', status: 'succeeded', failures: [] },
      { calls: 0, successful_tasks: 1 },
    ],
    ["the flow runner's without a status", FLOW_RUN, { run_id: 'run-1', failures: ['step a'] }, { calls: 0, failed_tasks: 1 }],
    ["the flow runner's without a run_id", FLOW_RUN, { status: 'failed', failures: ['step a'] }, { calls: 0, failed_tasks: 1 }],
    [
      "the guides' name of the cost",
      AGENT_RUN,
      { run_id: 'run-1', total_cost_usd: 0.5 },
      { total_cost_usd: 0.5, run_costs: { costs_usd: { 'run-1': 0.5 } } },
    ],
    [
      'tokens alone',
      AGENT_RUN,
      { token_count: 1_000_000, llm_plan: { model: 'gpt-4o' } },
      { total_cost_usd: 2.5, pricing: { priced_calls: 1 } },
    ],
    [
      'nothing but nulls',
      AGENT_RUN,
      {
        run_id: 'run-1',
        slug: null,
        agent: null,
        status: null,
        cost_usd: null,
        token_count: null,
        metrics: null,
        failures: null,
        llm_plan: null,
      },
      { calls: 0, successful_tasks: null },
    ],
    ['a run that is not over', AGENT_RUN, { run_id: 'run-1', status: 'running' }, { successful_tasks: null, failed_tasks: null }],
  ])('of %s is read', async (_, file, summary, expected) => {
    expect(await summarizeFiles({ [file]: summary })).toMatchObject(expected)
  })
})

describe('how runs ended', () => {
  const events = (...statuses: readonly string[]) =>
    jsonl(...statuses.map((status, index) => ({ event: 'end', step: `s${index}`, status })))

  it.each<[string, Record<string, string | object>, object]>([
    ['a run whose steps all succeeded', { '.runs/a/runs.jsonl': events('ok', 'completed') }, { successful_tasks: 1, failed_tasks: 0 }],
    ['a run with a failed step', { '.runs/a/runs.jsonl': events('ok', 'error', 'ok') }, { successful_tasks: 0, failed_tasks: 1 }],
    ['a run whose steps have not ended', { '.runs/a/runs.jsonl': jsonl({ event: 'start', step: 's' }) }, { successful_tasks: null }],
    [
      'several runs in one file',
      { '.runs/a/runs.jsonl': jsonl({ event: 'end', run_id: 'x', status: 'ok' }, { event: 'end', run_id: 'y', status: 'failed' }) },
      { successful_tasks: 1, failed_tasks: 1 },
    ],
    // The flow runner knows which failures it forgave.
    [
      'what the summary of the run says, before its steps',
      { '.runs/a/runs.jsonl': events('ok', 'error'), '.runs/a/summary.json': { run_id: 'a', status: 'succeeded' } },
      { successful_tasks: 1, failed_tasks: 0 },
    ],
    [
      'one run of two files once',
      { '.runs/a/summary.json': { run_id: 'a', status: 'ok' }, '.runs/agents/a/summary.json': { run_id: 'a', status: 'ok' } },
      { successful_tasks: 1 },
    ],
  ])('tells %s', async (_, files, expected) => {
    expect(await summarizeFiles(files)).toMatchObject(expected)
  })
})

describe('the efficiency figures', () => {
  it('are those of the guides', async () => {
    const ok = (runId: string) => ({ run_id: runId, status: 'succeeded' })
    const { cost_per_successful_task, cost_per_1k_tokens, token_efficiency } = await summarizeFiles({
      [LEDGER]: jsonl(row({ run_id: 'a', cost_usd: 0.6, input_tokens: 1500, output_tokens: 500 })),
      '.runs/agents/a/summary.json': ok('a'),
      '.runs/agents/b/summary.json': ok('b'),
      '.runs/agents/c/summary.json': { run_id: 'c', status: 'failed' },
    })
    expect(cost_per_successful_task).toBeCloseTo(0.3, 12)
    expect(cost_per_1k_tokens).toBeCloseTo(0.3, 12)
    expect(token_efficiency).toBeCloseTo(1 / 3, 12)
  })

  it.each<[string, Record<string, string | object>, object]>([
    ['no outcome is known', { [LEDGER]: jsonl(row()) }, { cost_per_successful_task: null, successful_tasks: null }],
    [
      'no run succeeded',
      { [LEDGER]: jsonl(row()), [AGENT_RUN]: { run_id: 'run-1', status: 'failed' } },
      { cost_per_successful_task: null, successful_tasks: 0 },
    ],
    [
      'the outcome of some runs is not known',
      { [LEDGER]: jsonl(row(), row({ run_id: 'run-2' })), [AGENT_RUN]: { run_id: 'run-1', status: 'ok' } },
      { cost_per_successful_task: null, successful_tasks: 1 },
    ],
    [
      'there are no tokens',
      { [LEDGER]: jsonl(row({ input_tokens: 0, output_tokens: 0 })) },
      { cost_per_1k_tokens: null, token_efficiency: null },
    ],
    ['there is no input', { [LEDGER]: jsonl(row({ input_tokens: 0 })) }, { token_efficiency: null }],
    [
      'there is no usage',
      { [LEDGER]: '' },
      { cost_per_successful_task: null, cost_per_1k_tokens: null, token_efficiency: null, total_cost_usd: 0 },
    ],
  ])('are null, not infinite, where %s', async (_, files, expected) => {
    expect(await summarizeFiles(files)).toMatchObject(expected)
  })
})
