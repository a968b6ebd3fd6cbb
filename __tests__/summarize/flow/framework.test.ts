import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { type Files, jsonl, LEDGER, row, summarizeFiles } from '../../support/read/workspace.ts'
import { findFaults } from '../../support/scenarios/schemas.ts'

const folder = join(import.meta.dirname, '../../fixtures/framework')
const frameworks = ['agdd', 'magsag'].map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'))] as const)

/** What the frameworks do not accept of a summary. */
function refusedBy(summary: CostSummary): string[] {
  const document = JSON.parse(JSON.stringify(summary))
  return frameworks.flatMap(([name, schema]) => {
    const validate = new Ajv2020({ allErrors: true }).compile(schema)
    validate(document)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}: ${instancePath || '$'} ${message}`)
  })
}

const end = (overrides: object = {}) => ({ event: 'end', step: 'plan', status: 'ok', latency_ms: 100, ...overrides })
const EMPTY = { calls: 0, errors: 0, tokens: { input: 0, output: 0, total: 0 }, cost_usd: 0 }
const NOTHING = {
  flow_told: [],
  successes: 0,
  success_rate: 0,
  avg_latency_ms: 0,
  latency_count: 0,
  errors: { total: 0, by_type: {} },
  mcp: EMPTY,
  steps: [],
  models: [],
}
const call = { ts: 1, tool: 'complete', status: 'error', model: 'gpt-4o', input_tokens: 10, output_tokens: 5, cost_usd: 0.5 }
const ledger: Files = { [LEDGER]: jsonl(row({ run_id: 'l', cost_usd: 0.5, step: 'plan' })) }
const log: Files = { '.runs/c/mcp_calls.jsonl': jsonl(call) }
const mcpSteps: Files = {
  '.runs/e/runs.jsonl': jsonl(end({ extra: { type: 'mcp', model: 'm' } }), end({ status: 'timeout', extra: { type: 'mcp' } })),
}
const flow = { runs: 2, successes: 1, success_rate: 0.5, models: [{ name: 'm', calls: 3 }] }

/** Kinds of workspaces, and what their summaries must say of a flow. */
const KINDS: readonly (readonly [kind: string, files: Files, expected: object])[] = [
  ['an empty ledger', { [LEDGER]: '' }, { runs: 0, ...NOTHING }],
  ['a ledger alone', ledger, { runs: 1, ...NOTHING }],
  ['runs.jsonl alone, in which nothing ended', { '.runs/e/runs.jsonl': jsonl({ event: 'start' }) }, { ...NOTHING, runs: 1, flow_runs: 1 }],
  [
    'runs.jsonl alone',
    mcpSteps,
    {
      flow_told: ['steps'],
      flow_runs: 1,
      mcp: { ...EMPTY, calls: 2, errors: 1 },
      models: [],
      steps: [{ name: 'plan', runs: 2, errors: 1, mcp: { calls: 2, errors: 1 }, models: ['m'] }],
    },
  ],
  [
    'steps without a latency',
    { '.runs/e/runs.jsonl': jsonl(end({ latency_ms: null }), end({ step: 'review', latency_ms: undefined })) },
    { flow_told: ['steps'], avg_latency_ms: 0, latency_count: 0, steps: [{ success_rate: 1, latency_count: 0 }, { name: 'review' }] },
  ],
  [
    'a call log alone',
    log,
    { ...NOTHING, flow_told: ['mcp', 'models'], mcp: { calls: 1, errors: 1 }, models: [{ name: 'gpt-4o', calls: 1, errors: 1 }] },
  ],
  ['a run summary alone', { '.runs/s/summary.json': { run_id: 's', status: 'failed', failures: ['x'] } }, { ...NOTHING, flow_runs: 1 }],
  [
    'a flow summary without totals',
    { '.runs/s/summary.json': flow },
    {
      ...NOTHING,
      flow_told: ['models'],
      flow_runs: 2,
      successes: 1,
      success_rate: 0.5,
      models: [{ name: 'm', calls: 3, unknown_outcomes: 3 }],
    },
  ],
  [
    'a flow summary with a step that tells next to nothing',
    {
      '.runs/s/summary.json': {
        ...flow,
        avg_latency_ms: null,
        errors: null,
        mcp: { calls: 4 },
        steps: [{ name: 'x', success_rate: null, avg_latency_ms: null, mcp: null }],
      },
    },
    { flow_told: ['mcp', 'models', 'steps'], mcp: { calls: 4, errors: 0, unknown_outcomes: 4 }, steps: [{ name: 'x', runs: 0 }] },
  ],
  [
    'everything',
    { ...ledger, ...log, ...mcpSteps, '.runs/e/summary.json': { run_id: 'e', status: 'succeeded' } },
    { flow_told: ['mcp', 'models', 'steps'], flow_runs: 1, success_rate: 1, mcp: { calls: 1, errors: 1 } },
  ],
]

const summaryOf = (files: Files) => summarizeFiles(files, { 'usage-path': [LEDGER, '.runs/*/*'] })
const readBack = (...summaries: CostSummary[]) =>
  summarizeFiles(Object.fromEntries(summaries.map((summary, leg) => [`${leg}.json`, { ...summary, created_at: `${leg}` }])), {
    'usage-path': ['*.json'],
  })

describe.each(KINDS)('the summary of %s', (_kind, files, expected) => {
  it('is accepted by both frameworks, and says what is known', async () => {
    const summary = await summaryOf(files)
    expect(refusedBy(summary)).toEqual([])
    expect(findFaults('cost-summary', summary)).toEqual([])
    expect(summary).toMatchObject(expected)
    expect('flow_runs' in summary).toBe('flow_runs' in expected || summary.flow_told?.includes('steps'))
  })

  it('is the same again, read from itself', async () => {
    const summary = await summaryOf(files)
    expect(JSON.stringify(await readBack(summary))).toBe(JSON.stringify(summary))
  })
})

it('the frameworks refuse a summary that leaves figures out or has null', async () => {
  const { steps, ...rest } = await summaryOf(mcpSteps)
  expect(refusedBy(rest)).toEqual(["agdd: $ must have required property 'steps'"])
  expect(refusedBy({ ...rest, steps: steps?.map((step) => ({ ...step, avg_latency_ms: null })) ?? [] })).toEqual([
    'agdd: /steps/0/avg_latency_ms must be number',
    'magsag: /steps/0/avg_latency_ms must be number',
  ])
})

it('legs of different kinds merge byte for byte to what reading all of them at once gives', async () => {
  const legs: Files[] = [
    ledger,
    mcpSteps,
    log,
    { '.runs/f/runs.jsonl': jsonl(end({ latency_ms: null })) },
    { '.runs/s/summary.json': { run_id: 's', status: 'failed' } },
  ]
  for (const [index, one] of legs.entries())
    for (const other of legs.slice(index + 1)) {
      const atOnce = await summaryOf({ ...one, ...other })
      const merged = await readBack(await summaryOf(one), await summaryOf(other))
      expect(JSON.stringify({ ...merged, sources: [] })).toBe(JSON.stringify({ ...atOnce, sources: [] }))
      expect(refusedBy(merged)).toEqual([])
    }
})
