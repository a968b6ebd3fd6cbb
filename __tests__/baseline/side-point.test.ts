import { describe, expect, it } from 'vitest'
import { sideOfPoint } from '../../src/baseline/side.ts'
import { buildPoint } from '../support/baseline/points.ts'

const stats = { calls: 6, total_tokens: 1000, cost_usd: 0.5 }

describe('a record as a baseline', () => {
  it('of an older version is its models, agents and total, and nothing else is known', () => {
    expect(sideOfPoint(buildPoint(0.5))).toEqual({
      totalUsd: 0.5,
      figures: { calls: 6 },
      models: new Map([['gpt-4o', { costUsd: 0.5, calls: 6, tokens: 1000 }]]),
      agents: new Map([['planner', { costUsd: 0.5, calls: 6, tokens: 1000 }]]),
      steps: null,
      customers: null,
      cases: null,
      groups: [{ name: null, by: 'none', model: 'gpt-4o', calls: 6, tokens: 1000, kinds: null, costUsd: 0.5, isPartlyPriced: false }],
      work: { cases: null, fromDiskCalls: 0, unpricedCalls: 0, ends: null },
    })
  })

  it('tells how much work it was and how it ended', () => {
    const work = { runs: 5, cases: 7, from_disk_calls: 2, unpriced_calls: 3, successful_tasks: 4, failed_tasks: 1 }
    expect(sideOfPoint(buildPoint(0.5, 0, work))).toMatchObject({
      figures: { runs: 5, successful_tasks: 4 },
      work: { cases: 7, fromDiskCalls: 2, unpricedCalls: 3, ends: { successes: 4, count: 5 } },
    })
  })

  it.each([
    ['no success', { successful_tasks: undefined, failed_tasks: 5 }, { successes: 0, count: 5 }],
    ['no failure', { successful_tasks: 5, failed_tasks: undefined }, { successes: 5, count: 5 }],
    ['not every run', { successful_tasks: 3, failed_tasks: 1 }, null],
    ['no number of runs', { runs: undefined, successful_tasks: 4, failed_tasks: 1 }, null],
  ])('that tells of %s ended so', (_, parts, ends) => {
    expect(sideOfPoint(buildPoint(0.5, 0, { runs: 5, ...parts })).work?.ends).toEqual(ends)
  })

  it.each([
    [{ total_tokens: 1000, input_tokens: 900 }, 900, 100],
    [{ total_tokens: 1000, input_tokens: 0 }, 0, 1000],
    [{ total_tokens: 1000 }, undefined, undefined],
    [{ input_tokens: 900 }, undefined, undefined],
  ])('that keeps %j knows both kinds of tokens, or neither', (parts, input, output) => {
    const { figures } = sideOfPoint(buildPoint(0.5, 0, parts))
    expect([figures.input_tokens, figures.output_tokens]).toEqual([input, output])
    expect('input_tokens' in figures).toBe(input !== undefined)
  })

  it('knows the runs of its agents, where it keeps them', () => {
    expect(sideOfPoint(buildPoint(0.5, 0, { agents: { planner: { ...stats, runs: 2 } } })).agents?.get('planner')).toEqual({
      costUsd: 0.5,
      calls: 6,
      tokens: 1000,
      runs: 2,
    })
  })

  it.each([
    ['what is no prompt is output', { input_tokens: 900 }, { input: 900, cached: 0, written: 0, output: 100 }],
    ['without a prompt all is output', { input_tokens: 0 }, { input: 0, cached: 0, written: 0, output: 1000 }],
    [
      'a part of the prompt is cached or written',
      { input_tokens: 900, cached_input_tokens: 300, cache_write_tokens: 50 },
      { input: 550, cached: 300, written: 50, output: 100 },
    ],
    ['a prompt of more than all has no answer', { input_tokens: 1001 }, { input: 1001, cached: 0, written: 0, output: 0 }],
  ])('knows the tokens of its models by kind: %s', (_, parts, kinds) => {
    const { groups } = sideOfPoint(buildPoint(0.5, 0, { models: { 'gpt-4o': { ...stats, ...parts } } }))
    expect(groups?.map((group) => group.kinds)).toEqual([kinds])
  })
})
