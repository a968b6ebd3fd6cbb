import { describe, expect, it } from 'vitest'
import { type Files, jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'

const ANYWHERE = { 'usage-path': ['**/*'] }

describe('a summary of a run that says how it ended in a way of its own', () => {
  it.each<[string, object, 'success' | 'failure' | 'unknown']>([
    ['no failures in an object', { failures: {} }, 'success'],
    ['no failures in a list', { failures: [] }, 'success'],
    ['no failures', { failures: false }, 'success'],
    ['none counted', { failures: 0 }, 'success'],
    ['steps without any', { failures: { fetch: [], write: null }, status: 'success' }, 'success'],
    ['a failure by step', { failures: { fetch: 'no answer' } }, 'failure'],
    ['failures by step', { failures: { fetch: [], write: ['disk is full'] } }, 'failure'],
    ['failures counted', { failures: 2 }, 'failure'],
    ['a failure, though the status is one of success', { failures: ['fetch'], status: 'succeeded' }, 'failure'],
    ['a status and no failures', { failures: false, status: 'failed' }, 'failure'],
    ['failures missing', { status: 'success' }, 'success'],
    ['failures missing, and a result', { result: 'ok' }, 'success'],
    ['a result of failure', { run_id: 'r', result: 'failed' }, 'failure'],
    ['a result behind the status', { status: 'timeout', result: 'ok' }, 'failure'],
    ['a result that is an answer', { run_id: 'r', result: { title: 'ok' } }, 'unknown'],
    ['failures null', { run_id: 'r', failures: null }, 'unknown'],
    ['a run that goes on', { status: 'running', failures: [] }, 'unknown'],
    ['an agent and a status', { slug: 'writer', status: 'success' }, 'success'],
  ])('is read: %s', async (_, summary, outcome) => {
    const { successful_tasks, failed_tasks, sources } = await summarizeFiles({ '.runs/r/summary.json': summary })
    expect(sources).toMatchObject([{ format: 'run-summary', role: 'cross-check' }])
    const [successes, failures] = outcome === 'unknown' ? [null, null] : outcome === 'success' ? [1, 0] : [0, 1]
    expect({ successful_tasks, failed_tasks }).toEqual({ successful_tasks: successes, failed_tasks: failures })
  })

  it.each([
    ['a report of tests', { stats: { tests: 3 }, failures: [] }],
    ['an answer', { result: 'The weather is fine.' }],
    ['a status of something else', { status: 'open' }],
  ])('is none that is not one: %s', async (_, document) => {
    const { sources, quality } = await summarizeFiles({ 'some.json': document }, { ...ANYWHERE, 'on-invalid': 'skip' })
    expect(sources).toEqual([])
    expect(quality.invalid_records).toBe(1)
  })
})

describe('runs as the flow runner leaves them', () => {
  it('are read together: summaries without a name, events without a run, calls without a time', async () => {
    const end = { event: 'end', step: 'read', status: 'ok', latency_ms: 20, extra: { type: 'shell' } }
    const usage = { input_tokens: 200, output_tokens: 40, total_tokens: 240 }
    const files: Files = {
      '.runs/first/summary.json': { failures: {} },
      '.runs/first/runs.jsonl': jsonl(end),
      '.runs/second/summary.json': { failures: { write: [] }, status: 'success' },
      '.runs/second/runs.jsonl': jsonl({ ...end, step: 'write', status: 'success', latency_ms: 40 }),
      '.runs/third/summary.json': { failures: { ask: 'too late' } },
      '.runs/third/runs.jsonl': jsonl({ ...end, step: 'ask', status: 'failed', extra: { type: 'mcp', error: { type: 'timeout' } } }),
      '.runs/third/mcp_calls.jsonl': jsonl(
        { model: 'test-model', status: 'ok', usage: { ...usage, cost_usd: 0.3 } },
        { model: 'test-model', status: 'error', usage },
      ),
    }
    expect(await summarizeFiles(files)).toMatchObject({
      flow_runs: 3,
      successes: 2,
      errors: { total: 1, by_type: { timeout: 1 } },
      mcp: { calls: 2, errors: 1, tokens: { input: 400, output: 80, total: 480 }, cost_usd: 0.3 },
      calls: 2,
      total_cost_usd: 0.3,
      unpriced_calls: 1,
    })
  })

  it('have calls of tools, as the framework logs them', async () => {
    const call = {
      run_id: 'third',
      timestamp: 1793610000.25,
      server_id: 'files',
      tool: 'read',
      status: 'success',
      transport: 'stdio',
      latency_ms: 12.5,
      http_status: null,
      arguments: { path: 'a' },
    }
    const failed = { ...call, timestamp: 1793610001.5, status: 'error', error: 'not found', meta: { retries: 1 } }
    const documented = { ts: '2026-11-02T09:00:00Z', server: 'db', tool: 'query', args: {}, status: 'ok', duration_ms: 3, error: null }
    const { mcp, calls, sources } = await summarizeFiles({ '.runs/agents/third/mcp_calls.jsonl': jsonl(call, failed, documented) })
    expect({ mcp, calls }).toMatchObject({ mcp: { calls: 3, errors: 1, cost_usd: 0 }, calls: 0 })
    expect(sources).toMatchObject([{ format: 'mcp-calls' }])
  })

  it('have calls of models with the time as a number', async () => {
    const call = {
      run_id: 'r',
      timestamp: 1793610000.25,
      model: 'gpt-4o',
      status: 'ok',
      usage: { input_tokens: '100', output_tokens: 10, cost_usd: '0.5' },
    }
    expect(await summarizeFiles({ '.runs/r/mcp_calls.jsonl': jsonl(call) })).toMatchObject({
      calls: 1,
      total_cost_usd: 0.5,
      input_tokens: 100,
      sources: [{ format: 'mcp-calls' }],
    })
  })
})

describe('a flow summary that leaves out what its readers take for 0', () => {
  const step = { name: 'read', runs: 10, successes: 9, avg_latency_ms: 20 }
  it.each<[string, object, object]>([
    [
      'everything but rates and steps',
      { runs: 10, success_rate: 0.9, avg_latency_ms: 20, steps: [step] },
      { flow_runs: 10, successes: 9, steps: [{ name: 'read', errors: 1 }], flow_told: ['steps'] },
    ],
    ['all steps', { runs: 0, success_rate: 1, avg_latency_ms: 10, steps: [] }, { successes: 0 }],
    ['everything but the number of runs', { runs: 1 }, { successful_tasks: null, calls: 0 }],
    ['rates', { runs: 2, successes: 1, models: [] }, { flow_runs: 2, successes: 1 }],
    [
      'figures of its models',
      { runs: 1, success_rate: 1, models: [{ name: 'm' }, { name: 'gpt-4o', tokens: { input: 1_000_000 } }, { name: 'n', cost_usd: 0.5 }] },
      { calls: 2, total_cost_usd: 3 },
    ],
    ['nothing but nulls', { runs: 1, success_rate: 1, mcp: null, models: null, steps: null, errors: null }, { successes: 1, calls: 0 }],
  ])('is read without %s', async (_, flow, expected) => {
    const summary = await summarizeFiles({ 'flow.json': flow }, ANYWHERE)
    expect(summary).toMatchObject(expected)
    expect(summary.sources.map(({ format }) => format)).toEqual(['flow-summary'])
  })
})

describe('rows as the framework writes them', () => {
  it.each<[string, object, object]>([
    [
      'a placeholder',
      { cost_usd: 0, input_tokens: 0, output_tokens: 0, metadata: { placeholder: true, auto_recorded: true } },
      { calls: 0 },
    ],
    ['a sum alone', { input_tokens: 110, output_tokens: 0 }, { input_tokens: 110, output_tokens: 0, total_cost_usd: 0.5 }],
    ['a model that had no price there', { cost_usd: 0, input_tokens: 1_000_000, output_tokens: 0 }, { total_cost_usd: 2.5 }],
    ['a model without any price', { cost_usd: 0, model: 'house-model' }, { total_cost_usd: 0, unpriced_calls: 1 }],
    [
      'an engine as the provider',
      { metadata: { provider: 'codex-cli', engine: 'codex-cli', role: 'mag', mode: 'subscription' } },
      { calls: 1 },
    ],
  ])('are read: %s', async (_, overrides, expected) => {
    expect(await summarizeFiles({ [LEDGER]: jsonl(row({ ...overrides })) })).toMatchObject(expected)
  })
})
