import { describe, expect, it } from 'vitest'
import { sideOfBare, sideOfFlow } from '../../src/baseline/side.ts'
import type { FlowSummary } from '../../src/generated/types.ts'

const flow = (overrides: Partial<FlowSummary> = {}): FlowSummary => ({
  runs: 4,
  successes: 3,
  success_rate: 0.75,
  models: [],
  ...overrides,
})
const model = (name: string, overrides: object = {}) => ({
  name,
  calls: 2,
  tokens: { input: 8, output: 2, total: 10 },
  cost_usd: 1,
  ...overrides,
})
const UNKNOWN = { agents: null, steps: null, customers: null, cases: null }

describe('a flow summary as a baseline', () => {
  it('is its models, what they cost together, and how its runs ended', () => {
    const group = { name: null, by: 'none', kinds: null, isPartlyPriced: false }
    expect(sideOfFlow(flow({ models: [model('a'), model('b', { calls: 1, cost_usd: 2 })] }))).toEqual({
      ...UNKNOWN,
      totalUsd: 3,
      models: new Map([
        ['a', { costUsd: 1, calls: 2, tokens: 10 }],
        ['b', { costUsd: 2, calls: 1, tokens: 10 }],
      ]),
      groups: [
        { ...group, model: 'a', calls: 2, tokens: 10, costUsd: 1 },
        { ...group, model: 'b', calls: 1, tokens: 10, costUsd: 2 },
      ],
      work: { cases: null, fromDiskCalls: null, unpricedCalls: 0, ends: { successes: 3, count: 4 } },
      figures: { calls: 3, input_tokens: 16, output_tokens: 4, runs: 4, successful_tasks: 3, cost_per_run_usd: 0.75 },
    })
  })

  it('may know neither models nor how runs ended', () => {
    const { models, work, figures } = sideOfFlow({ runs: 0 })
    expect([models, work?.ends]).toEqual([new Map(), null])
    expect(figures).toEqual({ calls: 0, input_tokens: 0, output_tokens: 0, runs: 0, successful_tasks: null, cost_per_run_usd: null })
  })

  it('has a cost per run from one run on', () => {
    expect(sideOfFlow(flow({ runs: 1, successes: 1, models: [model('a')] })).figures.cost_per_run_usd).toBe(1)
  })

  it('counts the calls of models that have no cost as calls without a price', () => {
    const { models, totalUsd, work, groups } = sideOfFlow(
      flow({ models: [model('a'), model('b', { cost_usd: 0 }), model('c', { calls: 5, cost_usd: null })] }),
    )
    expect([totalUsd, work?.unpricedCalls]).toEqual([1, 7])
    expect([...(models ?? [])].map(([name, { costUsd }]) => [name, costUsd])).toEqual([
      ['a', 1],
      ['b', null],
      ['c', null],
    ])
    expect(groups?.map(({ costUsd, isPartlyPriced }) => [costUsd, isPartlyPriced])).toEqual([
      [1, false],
      [0, true],
      [0, true],
    ])
  })

  it('knows no tokens of everything where one model does not say them', () => {
    const { models, groups, figures } = sideOfFlow(flow({ models: [model('a'), model('b', { tokens: undefined })] }))
    expect([...(models ?? []).values()].map(({ tokens }) => tokens)).toEqual([10, null])
    expect([groups, figures.input_tokens, figures.output_tokens, figures.calls]).toEqual([null, null, null, 4])
  })
})

describe('a bare summary as a baseline', () => {
  const bare = (...models: readonly object[]) =>
    sideOfBare({
      total_cost_usd: 9,
      model_stats: models.map((stats) => ({ model: 'a', cost_usd: 1, calls: 1, total_tokens: 3, ...stats })),
    })
  const modelOf = (...models: readonly object[]) => bare(...models).models?.get('a')

  it('is its total, and what else it says', () => {
    const nothing = { ...UNKNOWN, models: null, groups: null }
    expect(sideOfBare({ total_cost_usd: 9 })).toEqual({
      ...nothing,
      totalUsd: 9,
      figures: { calls: null, input_tokens: null, output_tokens: null },
    })
    expect(sideOfBare({ total_cost_usd: 9, calls: 0, input_tokens: 1, output_tokens: 2 }).figures).toEqual({
      calls: 0,
      input_tokens: 1,
      output_tokens: 2,
    })
  })

  it.each([
    [{ total_tokens: 3 }, 3],
    [{ total_tokens: undefined, input_tokens: 5 }, 5],
    [{ total_tokens: undefined, output_tokens: 6 }, 6],
    [{ total_tokens: undefined, input_tokens: 5, output_tokens: 6 }, 11],
    [{ total_tokens: 12, input_tokens: 5, output_tokens: 6 }, 12],
    [{ total_tokens: undefined }, null],
  ])('knows of a model that says %j so many tokens: %s', (stats, tokens) => {
    expect(modelOf(stats)?.tokens).toBe(tokens)
  })

  it.each([
    ['calls', { calls: undefined }, { costUsd: 2, calls: null, tokens: 6 }],
    ['tokens', { total_tokens: undefined }, { costUsd: 2, calls: 2, tokens: null }],
  ])('knows no %s of a model of which a part is not known, be it the first or the last', (_, stats, expected) => {
    expect(modelOf(stats, {})).toEqual(expected)
    expect(modelOf({}, stats)).toEqual(expected)
    expect(bare(stats, {}).groups).toBeNull()
  })

  it.each([
    ['a call without a cost', { calls: 1, cost_usd: 0 }, 1],
    ['a cost without a call', { calls: 0, cost_usd: 0.5 }, 1],
    ['three calls', { calls: 3, cost_usd: 0.5 }, 3],
  ])('explains a change by %s', (_, stats, calls) => {
    expect(bare(stats).groups).toEqual([
      { name: null, by: 'none', model: 'a', kinds: null, calls, tokens: 3, costUsd: stats.cost_usd, isPartlyPriced: false },
    ])
  })

  it('explains nothing by a model without calls and cost', () => {
    expect(bare({ calls: 0, cost_usd: 0 }).groups).toEqual([])
  })
})
