import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBaseline } from '../../src/baseline/file.ts'
import { compare } from '../../src/compare/compare.ts'
import { explain } from '../../src/compare/explain.ts'
import { sideOfSummary } from '../../src/compare/side.ts'
import { localFiles } from '../../src/files/source.ts'
import { type Files, jsonl, LEDGER, row, summarizeFiles, summarizeFolder, workspace } from '../support/read/workspace.ts'

const LIMITS = { records: 5, level: { percent: 20, minUsd: 0 } }
const readAt = (cwd: string, file: string) => readBaseline(localFiles(cwd), file, LIMITS)
const read = (content: Files[string]) => readAt(workspace({ 'baseline.json': content }), 'baseline.json')

describe('a baseline', () => {
  it.each([
    ['that is not there', 'baseline.json'],
    ['in a folder that is not there', 'a/b/baseline.json'],
  ])('%s is missing, which is no error', async (_, file) => {
    const { used, side } = await readAt(workspace(), file)
    expect({ side, used }).toMatchObject({ side: null, used: { state: 'missing', source: 'file', path: file, reason: null } })
  })

  it('may be our own cost summary', async () => {
    const summary = await summarizeFiles({ [LEDGER]: jsonl(row()) })
    const { used, side } = await read({ ...summary, commit: 'abc', created_at: '2026-11-02T00:00:00.000Z' })
    expect(used).toMatchObject({
      state: 'found',
      format: 'cost-summary',
      commit: 'abc',
      created_at: '2026-11-02T00:00:00.000Z',
      total_cost_usd: 0.5,
    })
    expect(side).toEqual(sideOfSummary(summary))
  })

  it.each<[string, object, object]>([
    ['a bare total', { total_cost_usd: 1.45 }, { totalUsd: 1.45, models: null, groups: null, steps: null }],
    [
      "the guides' total with models",
      {
        total_cost_usd: 1.45,
        model_stats: { 'gpt-4o': { calls: 15, input_tokens: 45230, output_tokens: 8940, total_tokens: 54170, cost_usd: 1.45 } },
      },
      {
        totalUsd: 1.45,
        models: new Map([['gpt-4o', { costUsd: 1.45, calls: 15, tokens: 54170 }]]),
        groups: [{ model: 'gpt-4o', calls: 15, tokens: 54170, costUsd: 1.45 }],
      },
    ],
    [
      'a list of models, one of them twice',
      {
        total_cost_usd: 3,
        model_stats: [
          { model: 'a', calls: 1, input_tokens: 5, cost_usd: 1 },
          { model: 'a', calls: 2, output_tokens: 6, cost_usd: 2 },
        ],
      },
      { models: new Map([['a', { costUsd: 3, calls: 3, tokens: 11 }]]), groups: [{ model: 'a', calls: 3, tokens: 11, costUsd: 3 }] },
    ],
    [
      'models without calls',
      { total_cost_usd: 1, model_stats: { a: { cost_usd: 1, total_tokens: 3 } } },
      { models: new Map([['a', { costUsd: 1, calls: null, tokens: 3 }]]), groups: null },
    ],
    [
      'models without tokens',
      { total_cost_usd: 1, model_stats: { a: { cost_usd: 1, calls: 3 } } },
      { models: new Map([['a', { costUsd: 1, calls: 3, tokens: null }]]), groups: null },
    ],
    [
      'a cost without a call',
      { total_cost_usd: 1, model_stats: { a: { cost_usd: 1, calls: 0, total_tokens: 3 } } },
      { groups: [{ calls: 1, costUsd: 1 }] },
    ],
    ['a total of nothing', { total_cost_usd: 0, model_stats: {} }, { totalUsd: 0, models: new Map(), groups: [] }],
    [
      'the hostile name __proto__',
      JSON.parse('{"total_cost_usd":1,"model_stats":{"__proto__":{"cost_usd":1}}}'),
      { models: new Map([['__proto__', { costUsd: 1, calls: null, tokens: null }]]) },
    ],
  ])('may be bare: %s', async (_, content, expected) => {
    const { used, side } = await read(JSON.stringify(content))
    expect(used).toMatchObject({ state: 'found', format: 'bare-summary', commit: null })
    expect(side).toMatchObject(expected)
  })

  const flow = { runs: 2, successes: 1, success_rate: 0.5 }
  const model = { name: 'a', calls: 2, tokens: { input: 8, output: 2, total: 10 }, cost_usd: 1 }
  it.each<[string, object, object]>([
    [
      'of a model',
      { ...flow, models: [model] },
      {
        totalUsd: 1,
        models: new Map([['a', { costUsd: 1, calls: 2, tokens: 10 }]]),
        figures: { calls: 2, input_tokens: 8, output_tokens: 2, cost_per_run_usd: 0.5 },
      },
    ],
    [
      'with a total of tokens alone',
      { ...flow, models: [{ ...model, tokens: { total: 10 } }] },
      { models: new Map([['a', { costUsd: 1, calls: 2, tokens: 10 }]]), figures: { input_tokens: 10, output_tokens: 0 } },
    ],
    [
      'without tokens',
      { ...flow, models: [{ ...model, tokens: undefined }] },
      { models: new Map([['a', { costUsd: 1, calls: 2, tokens: null }]]), groups: null, figures: { input_tokens: null } },
    ],
    [
      'with calls of tools',
      { ...flow, models: [model, { name: 'unknown', calls: 5, tokens: { input: 0, output: 0 }, cost_usd: 0 }] },
      { models: new Map([['a', { costUsd: 1, calls: 2, tokens: 10 }]]), figures: { calls: 2 } },
    ],
    [
      'with a total above its models',
      { ...flow, models: [model], mcp: { cost_usd: 3 } },
      {
        totalUsd: 3,
        models: new Map([
          ['a', { costUsd: 1 }],
          ['unknown', { costUsd: 2 }],
        ]),
      },
    ],
    ['of no runs', { runs: 0, successes: 0, success_rate: 0, models: [] }, { totalUsd: 0, figures: { cost_per_run_usd: null } }],
  ])('may be a flow summary %s', async (_, content, expected) => {
    const { used, side } = await read(content)
    expect(used).toMatchObject({ format: 'flow-summary' })
    expect(side).toMatchObject(expected)
  })
})

describe('a document that is head and baseline at once', () => {
  it.each<[string, Files]>([
    ['the sample flow summary', {}],
    [
      'a flow summary with a total above its models',
      {
        'usage.json': {
          runs: 1,
          successes: 1,
          success_rate: 1,
          models: [{ name: 'a', calls: 1, tokens: { total: 3 }, cost_usd: 0.1 }],
          mcp: { cost_usd: 0.3 },
        },
      },
    ],
    [
      'a bare summary',
      {
        'usage.json': {
          total_cost_usd: 0.3,
          calls: 2,
          input_tokens: 4,
          output_tokens: 2,
          model_stats: { a: { calls: 2, input_tokens: 4, output_tokens: 2, cost_usd: 0.3 } },
        },
      },
    ],
  ])('has not changed: %s', async (_, files) => {
    const cwd = Object.keys(files).length > 0 ? workspace(files) : join(import.meta.dirname, '../fixtures/agdd')
    const file = Object.keys(files)[0] ?? 'flow_summary.json'
    const head = sideOfSummary(await summarizeFolder(cwd, { 'usage-path': [file] }))
    const { side: baseline } = await readAt(cwd, file)
    if (baseline === null) throw new Error('there is a baseline')
    const { total, models } = compare(baseline, head)
    expect(total).toMatchObject({ status: 'unchanged', delta_usd: 0, percent: 0 })
    expect(models?.map(({ status }) => status)).toEqual(models?.map(() => 'unchanged'))
    for (const { delta_usd } of explain(baseline, head)?.drivers ?? []) expect(delta_usd).toBeCloseTo(0, 12)
  })
})
