import { describe, expect, it } from 'vitest'
import { groupOf, kindsOf, mergeGroups } from '../../src/compare/groups.ts'
import type { StepModelStats } from '../../src/generated/types.ts'
import { group } from '../support/compare/sides.ts'
import { stats } from '../support/judge/builders.ts'

const row = (overrides: Partial<StepModelStats> = {}): StepModelStats => ({
  ...stats(),
  step: 'plan',
  agent: 'writer',
  model: 'gpt-4o',
  ...overrides,
})

describe('a group of calls', () => {
  it('is one model in one step', () => {
    expect(groupOf(row())).toStrictEqual({
      name: 'plan',
      by: 'step',
      model: 'gpt-4o',
      calls: 3,
      tokens: 1200,
      kinds: { input: 1000, cached: 0, written: 0, output: 200 },
      costUsd: 0.18,
      isPartlyPriced: false,
    })
  })

  it('is one of an agent where no step is named, and of neither where none is', () => {
    expect(groupOf(row({ step: null }))).toMatchObject({ name: 'writer', by: 'agent' })
    expect(groupOf(row({ step: null, agent: null }))).toMatchObject({ name: null, by: 'none' })
  })

  it.each([
    [0, 0.5, 1],
    [0, 0, 0],
    [1, 0.5, 1],
    [5, 0.5, 5],
    [5, 0, 5],
  ])('of %i calls that cost $%s has %i', (calls, cost_usd, expected) => {
    expect(groupOf(row({ calls, cost_usd })).calls).toBe(expected)
  })

  it.each([
    [undefined, false],
    [0, false],
    [1, true],
  ])('with %s calls without a price is partly priced: %s', (unpriced_calls, isPartlyPriced) => {
    expect(groupOf({ ...row(), ...(unpriced_calls !== undefined && { unpriced_calls }) }).isPartlyPriced).toBe(isPartlyPriced)
  })
})

describe('tokens by kind', () => {
  const tokens = { input_tokens: 1000, output_tokens: 200 }

  it('are the prompt, what came from a cache, what was written to it, and the answer', () => {
    expect(kindsOf(tokens)).toStrictEqual({ input: 1000, cached: 0, written: 0, output: 200 })
    expect(kindsOf({ ...tokens, cached_input_tokens: 300, cache_write_tokens: 100 })).toEqual({
      input: 600,
      cached: 300,
      written: 100,
      output: 200,
    })
  })

  it('are no fewer than none where more came from a cache than there was', () => {
    expect(kindsOf({ ...tokens, cached_input_tokens: 1300 }).input).toBe(0)
  })
})

describe('groups without steps', () => {
  const kinds = { input: 1, cached: 2, written: 3, output: 4 }

  it('are the sums of each model', () => {
    const groups = [group({ kinds }), group({ name: 'draft', calls: 5, tokens: 700, costUsd: 0.5, kinds }), group({ model: 'o3', kinds })]
    const whole = { name: null, by: 'none', isPartlyPriced: false }
    expect(mergeGroups(groups)).toEqual([
      { ...whole, model: 'gpt-4o', calls: 15, tokens: 10_700, costUsd: 1.5, kinds: { input: 2, cached: 4, written: 6, output: 8 } },
      { ...whole, model: 'o3', calls: 10, tokens: 10_000, costUsd: 1, kinds },
    ])
  })

  it('cost the exact sum', () => {
    expect(mergeGroups([group({ costUsd: 0.1 }), group({ costUsd: 0.2 })])[0]?.costUsd).toBe(0.3)
  })

  it('are not known by kind where one of them is not', () => {
    expect(mergeGroups([group({ kinds }), group()])[0]?.kinds).toBeNull()
    expect(mergeGroups([group(), group({ kinds })])[0]?.kinds).toBeNull()
  })

  it('are partly priced where one of them is', () => {
    const partly = group({ isPartlyPriced: true })
    const of = (...groups: Parameters<typeof mergeGroups>[0]) => mergeGroups(groups)[0]?.isPartlyPriced
    expect([of(group(), group()), of(group(), partly), of(partly, group()), of(partly)]).toEqual([false, true, true, true])
  })
})
