import { describe, expect, it } from 'vitest'
import { findCauses } from '../../src/compare/causes.ts'
import { cell, kindsOf, part } from '../support/compare/cells.ts'

const LEAST = 1e-9
/** A model in a step that has the others' calls too. */
const place = (group: string, model: string, calls = 10, now = calls) =>
  cell({ groupCalls: 10, calls }, { groupCalls: 10, calls: now }, { group, model })

describe('a cause of its own', () => {
  it('is more calls of a step, of the model that made them', () => {
    const of = cell({ groupCalls: 10 }, { groupCalls: 30, calls: 30 })
    const still = cell({ groupCalls: 10, calls: 0 }, { groupCalls: 30 }, { model: 'b' })
    expect(findCauses([part({ calls: 2 }, of), part({}, still)], LEAST)).toStrictEqual([
      {
        driver: 'calls',
        delta_usd: 2,
        group: 'plan',
        group_by: 'step',
        model: 'a',
        from_model: null,
        baseline_value: 10,
        head_value: 30,
      },
    ])
    expect(findCauses([part({ calls: 2 }, of), part({ calls: 0.5 }, still)], LEAST)).toMatchObject([{ delta_usd: 2.5, model: null }])
  })

  it('is calls that moved from the model whose share fell most to the one whose share rose most', () => {
    const cells = [place('plan', 'a', 3, 2), place('plan', 'b', 5, 1), place('plan', 'c', 1, 5), place('plan', 'd', 1, 2)]
    const cause = {
      driver: 'mix',
      delta_usd: 3,
      group: 'plan',
      group_by: 'step',
      model: 'c',
      from_model: 'b',
      baseline_value: 0.1,
      head_value: 0.5,
    }
    for (const order of [cells, cells.toReversed()])
      expect(
        findCauses(
          order.map((of) => part({ mix: 0.75 }, of)),
          LEAST,
        ),
      ).toStrictEqual([cause])
    const even = [place('plan', 'a', 0, 4), place('plan', 'b', 0, 4), place('plan', 'c', 4, 0), place('plan', 'd', 4, 0)]
    expect(
      findCauses(
        even.map((of) => part({ mix: 1 }, of)),
        LEAST,
      ),
    ).toMatchObject([{ model: 'a', from_model: 'd' }])
  })

  it('is what a call has of tokens, and which part of the prompt came from a cache', () => {
    const before = { calls: 10, tokens: 1000, kinds: kindsOf({ input: 600, cached: 200, output: 200 }) }
    const after = { calls: 20, tokens: 4000, kinds: kindsOf({ input: 900, cached: 2700, output: 400 }) }
    const of = cell(before, after)
    const moved = { input_tokens_per_call: 4, output_tokens_per_call: 3, cache: 2, tokens_per_call: 1 }
    const common = { group: 'plan', group_by: 'step', model: 'a', from_model: null }
    expect(findCauses([part(moved, of)], LEAST)).toStrictEqual([
      { ...common, driver: 'input_tokens_per_call', delta_usd: 4, baseline_value: 80, head_value: 180 },
      { ...common, driver: 'output_tokens_per_call', delta_usd: 3, baseline_value: 20, head_value: 20 },
      { ...common, driver: 'cache', delta_usd: 2, baseline_value: 0.25, head_value: 0.75 },
      { ...common, driver: 'tokens_per_call', delta_usd: 1, baseline_value: 100, head_value: 200 },
    ])
  })

  it('has no figures where a side does not know them', () => {
    const moved = { input_tokens_per_call: 3, output_tokens_per_call: 2, cache: 1 }
    const none = { baseline_value: null, head_value: null }
    expect(findCauses([part(moved)], LEAST)).toMatchObject([none, none, none])
    const silent = cell({ calls: 0, kinds: kindsOf({ output: 1 }) }, { calls: 1, kinds: kindsOf({ input: 1, output: 1 }) })
    const [prompt, answer, cache] = findCauses([part(moved, silent)], LEAST)
    expect([prompt?.baseline_value, answer?.baseline_value, cache?.baseline_value]).toEqual([null, null, null])
    expect([prompt?.head_value, answer?.head_value, cache?.head_value]).toEqual([1, 1, 0])
  })

  it('is the price of a model that moved most, wherever that was', () => {
    const rate = { kind: 'output' as const, deltaUsd: 3, baseline: 10e-6, head: 15e-6 }
    const less = { kind: 'input' as const, deltaUsd: 1, baseline: 1e-6, head: 2e-6 }
    const parts = [part({ rates: 1 }, place('plan', 'a'), less), part({ rates: 3 }, place('draft', 'a'), rate)]
    for (const order of [parts, parts.toReversed()])
      expect(findCauses(order, LEAST)).toStrictEqual([
        {
          driver: 'rates',
          delta_usd: 4,
          group: null,
          group_by: 'none',
          model: 'a',
          from_model: null,
          baseline_value: expect.closeTo(10, 9),
          head_value: expect.closeTo(15, 9),
          kind: 'output',
        },
      ])
    const [first] = findCauses([part({ rates: -3 }, place('plan', 'a'), rate), part({ rates: 3.5 }, place('draft', 'a'), less)], 0)
    expect(first).toMatchObject({ delta_usd: 0.5, kind: 'input' })
    const [earlier] = findCauses([part({ rates: 3 }, place('plan', 'a'), rate), part({ rates: 3 }, place('draft', 'a'), less)], 0)
    expect(earlier).toMatchObject({ kind: 'output' })
  })

  it('is the cost of a million tokens where prices of kinds are not known', () => {
    const of = cell({ costUsd: 1, tokens: 1000 }, { costUsd: 3, tokens: 0 })
    const [cause] = findCauses([part({ rates: 2 }, of)], LEAST)
    expect(cause).toMatchObject({ baseline_value: 1000, head_value: null })
    expect(cause).not.toHaveProperty('kind')
  })
})

describe('causes that are named', () => {
  const namesOf = (parts: Parameters<typeof findCauses>[0], least = LEAST) =>
    findCauses(parts, least).map(({ driver, group, model }) => [driver, group, model])

  it('make up a fifth of their driver at the least', () => {
    const of = (small: number, large: number) => [part({ cache: small }, place('plan', 'a')), part({ cache: large }, place('draft', 'b'))]
    expect(namesOf(of(0.25, 1))).toEqual([
      ['cache', 'draft', 'b'],
      ['cache', 'plan', 'a'],
    ])
    expect(namesOf(of(0.24, 1))).toEqual([['cache', 'draft', 'b']])
    expect(namesOf(of(0.25, -1))).toEqual([['cache', 'draft', 'b']])
  })

  it('are of drivers that moved by more than rounding', () => {
    expect(namesOf([part({ cache: 0.5 })], 0.5)).toEqual([])
    expect(namesOf([part({ cache: -0.5 })], 0.5)).toEqual([])
    expect(namesOf([part({ cache: 0.5 })], 0.49)).toHaveLength(1)
  })

  it('are not what nobody can attribute', () => {
    expect(namesOf([part({ unattributed: 5 })])).toEqual([])
  })

  it('stand in the order of their size, then of step, driver and model', () => {
    const cells = [place('plan', 'b'), place('plan', 'a'), place('draft', 'b')]
    const parts = cells.map((of, index) => part({ cache: -1, tokens_per_call: index === 1 ? 2 : 0 }, of))
    const order = [
      ['tokens_per_call', 'plan', 'a'],
      ['cache', 'draft', 'b'],
      ['cache', 'plan', 'a'],
      ['cache', 'plan', 'b'],
    ]
    for (const [one, two, three] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ] as const)
      expect(namesOf([one, two, three].flatMap((index) => parts[index] ?? []))).toEqual(order)
  })
})
