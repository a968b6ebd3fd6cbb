import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CostSummary, FlowSummary } from '../../../src/generated/types.ts'
import { jsonl, row, summarizeFiles, summarizeFolder, workspace } from '../../support/read/workspace.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'
import { tries } from '../../support/tries.ts'

const sample = join(import.meta.dirname, '../../fixtures/agdd')
const told: FlowSummary = JSON.parse(readFileSync(join(sample, 'flow_summary.json'), 'utf8'))
const RAW = ['.runs/flow-*/*']

async function sampleFolder(): Promise<string> {
  const cwd = workspace()
  await cp(sample, cwd, { recursive: true })
  return cwd
}

/** The fields that a flow summary has, as this one has them. */
function flowOf({ runs, successes, success_rate, avg_latency_ms, errors, mcp, steps, models }: CostSummary) {
  return { runs, successes, success_rate, avg_latency_ms, errors, mcp, steps, models }
}

describe("the framework's sample of a flow", () => {
  it.each([
    ['its raw files', RAW],
    ['its flow summary', ['flow_summary.json']],
    ['both, of which one is left out', [...RAW, 'flow_summary.json']],
    ['both in the other order', ['flow_summary.json', ...RAW]],
    ['the flow summary beside its call log', ['flow_summary.json', '.runs/flow-*/mcp_calls.jsonl']],
    ['the flow summary beside its events', ['flow_summary.json', '.runs/flow-*/runs.jsonl', '.runs/flow-*/summary.json']],
  ])('has every field of the flow summary from %s', async (_, usagePath) => {
    const summary = await summarizeFolder(await sampleFolder(), { 'usage-path': usagePath })
    expect(flowOf(summary)).toMatchObject(told)
    expect(findFaults('cost-summary', summary)).toEqual([])
    expect(findFaults('flow-summary', summary)).toEqual([])
    expect(summary.steps?.map(({ name }) => name)).toEqual(['finalize', 'hello'])
    expect(summary.models?.map(({ name }) => name)).toEqual(['gpt-4.1', 'text-embedding-3-small', 'unknown'])
  })

  it('is the same again from our own summary of it', async () => {
    const summary = await summarizeFolder(await sampleFolder(), { 'usage-path': RAW })
    expect(flowOf(await summarizeFiles({ 'a.json': summary }, { 'usage-path': ['a.json'] }))).toEqual(flowOf(summary))
  })

  it('keeps the figures of the flow beside those of a ledger', async () => {
    const summary = await summarizeFolder(await sampleFolder())
    expect({ ...flowOf(summary), runs: 1 }).toMatchObject(told)
    expect(summary).toMatchObject({ runs: 4, flow_runs: 1, calls: 8 })
  })
})

const end = (overrides: object = {}) => ({ event: 'end', run_id: 'r', step: 'plan', status: 'ok', latency_ms: 100, ...overrides })
const summarizeEvents = (...events: object[]) => summarizeFiles({ '.runs/r/runs.jsonl': jsonl(...events) })

describe('a step', () => {
  it.each([
    ['ok', undefined, { successes: 1, errors: 0, error_types: {} }],
    ['Succeeded', undefined, { successes: 1, errors: 0, error_types: {} }],
    ['error', { error: { type: 'timeout' } }, { successes: 0, errors: 1, error_types: { timeout: 1 } }],
    ['error', { error: { type: 'rate_limit' } }, { successes: 0, errors: 1, error_types: { rate_limit: 1 } }],
    ['failed', { error: { type: 'tool' } }, { successes: 0, errors: 1, error_types: { tool: 1 } }],
    ['failed', { error: { type: 'validation' } }, { successes: 0, errors: 1, error_types: { validation: 1 } }],
    ['error', { error: { type: '__proto__' } }, { successes: 0, errors: 1, error_types: { unknown: 1 } }],
    ['error', { error: 'it broke' }, { successes: 0, errors: 1, error_types: { unknown: 1 } }],
    ['exploded', undefined, { successes: 0, errors: 1, error_types: { unknown: 1 } }],
    [null, { error: { type: 'tool' } }, { successes: 0, errors: 1, error_types: { tool: 1 } }],
    [null, undefined, { successes: 0, errors: 1, error_types: { unknown: 1 } }],
    ['running', undefined, { successes: 0, errors: 1, error_types: { unknown: 1 } }],
  ])('with status %s and extra %o', async (status, extra, expected) => {
    const { steps, errors } = await summarizeEvents(end({ status, extra: extra ?? null }))
    expect(steps).toMatchObject([{ name: 'plan', runs: 1, ...expected }])
    expect(errors).toEqual({ total: expected.errors, by_type: expected.error_types })
  })

  it('is counted by its ends alone', async () => {
    const { steps } = await summarizeEvents({ event: 'start', step: 'plan', run_id: 'r' }, end(), end({ step: '__proto__' }))
    expect(steps?.map(({ name, runs }) => [name, runs])).toEqual([
      ['__proto__', 1],
      ['plan', 1],
    ])
  })

  it('without a latency has none, and is in no mean', async () => {
    const summary = await summarizeEvents(end({ latency_ms: null }), end({ latency_ms: 0.3 }), end({ step: 'silent', latency_ms: null }))
    expect(summary).toMatchObject({ avg_latency_ms: 0.3, latency_count: 1, latency_total_ms: 0.3 })
    expect(summary.steps?.map(({ avg_latency_ms }) => avg_latency_ms)).toEqual([0.3, undefined])
  })

  it('that is no call of an MCP server has no such calls, and names its models all the same', async () => {
    const { steps } = await summarizeEvents(end({ extra: { type: 'llm', model: 'gpt-4o' } }), end({ extra: { model: 'gpt-4.1' } }))
    expect(steps?.[0]).not.toHaveProperty('mcp')
    expect(steps?.[0]).toMatchObject({ models: ['gpt-4.1', 'gpt-4o'] })
  })
})

describe('a run', () => {
  it('that began and never ended is no success', async () => {
    const summary = await summarizeFiles({
      '.runs/a/runs.jsonl': jsonl({ event: 'start', step: 'plan' }),
      '.runs/b/runs.jsonl': jsonl(end({ run_id: 'b' })),
    })
    expect(summary).toMatchObject({ flow_runs: 2, successes: 1, success_rate: 0.5, runs: 2, successful_tasks: 1 })
  })

  it('of an agent that says nothing about its end is none of those judged', async () => {
    const summary = await summarizeFiles({ '.runs/agents/x/summary.json': { run_id: 'x', slug: 'x', cost_usd: 0.1, token_count: 5 } })
    expect(summary).not.toHaveProperty('flow_runs')
    expect(summary).toMatchObject({ flow_told: [], latency_count: 0 })
  })

  it('whose files lie in both folders that the framework has for it counts once', async () => {
    const files = { 'runs.jsonl': jsonl(end()), 'mcp_calls.jsonl': jsonl({ ts: 1, tool: 'read', status: 'error' }) }
    const copies = Object.fromEntries(
      ['.runs', '.runs/agents'].flatMap((place) => Object.entries(files).map(([name, text]) => [`${place}/r/${name}`, text])),
    )
    const summary = await summarizeFiles(copies, { 'usage-path': ['.runs/**'] })
    expect(summary).toMatchObject({ flow_runs: 1, mcp: { calls: 1, errors: 1 }, steps: [{ runs: 1 }] })
  })

  it('whose folder has the name of another folder is another run', async () => {
    const events = {
      'a/logs/runs.jsonl': jsonl(end({ run_id: 'logs' })),
      'b/logs/runs.jsonl': jsonl(end({ run_id: 'logs', status: 'error' })),
    }
    const calls = { 'a/logs/mcp_calls.jsonl': jsonl({ ts: 1, tool: 'read' }), 'b/logs/mcp_calls.jsonl': jsonl({ ts: 1, tool: 'read' }) }
    const summary = await summarizeFiles({ ...events, ...calls }, { 'usage-path': ['*/logs/*'] })
    expect(summary).toMatchObject({ flow_runs: 2, successes: 1, mcp: { calls: 2 }, steps: [{ runs: 2 }] })
  })
})

it('calls from before since are in no figure of the flow', async () => {
  const calls = ['2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z'].map((ts) => ({
    ts,
    tool: 'search',
    status: 'ok',
    model: 'm',
    cost_usd: 1,
  }))
  const summary = await summarizeFiles({ '.runs/r/mcp_calls.jsonl': jsonl(...calls) }, { since: Date.parse('2026-11-02T00:00:00Z') })
  expect(summary).toMatchObject({ mcp: { calls: 1, cost_usd: 1 }, models: [{ name: 'm', calls: 1 }] })
})

it('a call log counts for the figures of the flow also where a ledger covers its spend', async () => {
  const summary = await summarizeFiles({
    '.runs/costs/costs.jsonl': jsonl(row({ run_id: 'r', cost_usd: 0.5 })),
    '.runs/r/mcp_calls.jsonl': jsonl({ ts: 1, model: 'gpt-4o', cost_usd: 0.5, status: 'ok' }, { ts: 2, tool: 'read', status: 'error' }),
  })
  expect(summary).toMatchObject({ total_cost_usd: 0.5, calls: 1, mcp: { calls: 2, errors: 1, cost_usd: 0.5 } })
})

const NAMES = ['a', 'b', '__proto__', 'constructor', 'é']
const events = fc.record({
  event: fc.constantFrom('end', 'end', 'end', 'start'),
  step: fc.constantFrom(null, ...NAMES),
  status: fc.constantFrom('ok', 'error', 'timeout', null),
  latency_ms: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 5_000_000 }).map((micros) => micros / 1000),
  ),
  extra: fc.record({
    type: fc.constantFrom('mcp', 'llm', null),
    model: fc.constantFrom(null, ...NAMES),
    error: fc.constantFrom(null, { type: 'tool' }, { type: 'x' }),
  }),
})
const calls = fc.record({
  ts: fc.constant(1_762_000_000),
  tool: fc.constant('t'),
  status: fc.constantFrom('ok', 'error', null),
  model: fc.constantFrom(null, ...NAMES),
  input_tokens: fc.nat(1000),
  output_tokens: fc.nat(1000),
  cost_usd: fc.integer({ min: 1, max: 1_000_000_000 }).map((nano) => nano / 1e9),
})
const runs = fc.array(
  fc.record({
    status: fc.constantFrom('succeeded', 'failed', 'running', null),
    events: fc.array(events, { maxLength: 6 }),
    calls: fc.array(calls, { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 6 },
)
const USAGE = { 'usage-path': ['*/summary.json', '*/runs.jsonl', '*/mcp_calls.jsonl'] }

function filesOf(run: { status: string | null; events: object[]; calls: object[] }, name: string): Record<string, string | object> {
  return {
    [`${name}/summary.json`]: { run_id: name, status: run.status, failures: [] },
    [`${name}/runs.jsonl`]: jsonl({ event: 'note' }, ...run.events),
    [`${name}/mcp_calls.jsonl`]: jsonl(...run.calls),
  }
}

describe('the figures of a flow', () => {
  it('merge exactly: legs of a matrix give byte for byte what reading all runs at once gives, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(runs, fc.infiniteStream(fc.nat({ max: 2 })), async (all, places) => {
        const parts = [{}, {}, {}].map((): Record<string, string | object> => ({}))
        for (const [index, run] of all.entries()) Object.assign(parts[places.next().value ?? 0] ?? {}, filesOf(run, `r${index}`))
        const atOnce = await summarizeFiles(Object.assign({}, ...parts), USAGE)
        const used = parts.filter((part) => Object.keys(part).length > 0)
        const legs = await Promise.all(used.map((part) => summarizeFiles(part, USAGE)))
        const merge = (summaries: CostSummary[]) =>
          summarizeFiles(Object.fromEntries(summaries.map((leg, index) => [`${index}.json`, { ...leg, created_at: `${index}` }])), {
            'usage-path': ['*.json'],
          })
        const merged = await merge(legs)
        expect(findFaults('cost-summary', merged)).toEqual([])
        // Empty files are shown with the format that they would have had: sources may differ, sums may not.
        expect(JSON.stringify({ ...merged, sources: [] })).toBe(JSON.stringify({ ...atOnce, sources: [] }))
        expect(JSON.stringify(await merge(legs.toReversed()))).toBe(JSON.stringify(merged))
      }),
      tries(40),
    )
  })

  it('are those of a count by hand', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (all) => {
        const summary = await summarizeFiles(Object.assign({}, ...all.map((run, index) => filesOf(run, `r${index}`))), USAGE)
        const ended = all.flatMap((run) => run.events).filter(({ event, step }) => event === 'end' && step !== null)
        const failed = ended.filter(({ status }) => status !== 'ok')
        const logged = all.flatMap((run) => run.calls)
        expect(summary.flow_runs).toBe(all.length)
        expect(summary.errors?.total ?? 0).toBe(failed.length)
        expect(summary.latency_total_ms ?? 0).toBeCloseTo(
          ended.reduce((sum, { latency_ms }) => sum + (latency_ms ?? 0), 0),
          6,
        )
        for (const step of summary.steps ?? []) {
          const own = ended.filter((one) => one.step === step.name)
          const mcp = own.filter(({ extra }) => extra.type === 'mcp')
          expect([step.runs, step.successes, step.errors, step.mcp?.calls ?? 0, step.mcp?.errors ?? 0]).toEqual([
            own.length,
            own.filter(({ status }) => status === 'ok').length,
            own.filter((one) => failed.includes(one)).length,
            mcp.length,
            mcp.filter((one) => failed.includes(one)).length,
          ])
          expect(step.models ?? []).toEqual([...new Set(own.flatMap(({ extra }) => extra.model ?? []))].sort())
        }
        // Without a call log the calls of the steps are all that is known.
        const mcp = ended.filter(({ extra }) => extra.type === 'mcp')
        const called = logged.length > 0 ? logged.length : mcp.length
        const wrong = logged.length > 0 ? logged.filter(({ status }) => status === 'error') : mcp.filter((one) => failed.includes(one))
        expect(summary.mcp).toMatchObject({ calls: called, errors: wrong.length })
        expect(summary.models?.reduce((sum, { cost_usd }) => sum + cost_usd, 0) ?? 0).toBeCloseTo(
          logged.reduce((sum, { cost_usd }) => sum + cost_usd, 0),
          9,
        )
      }),
      tries(40),
    )
  })
})
