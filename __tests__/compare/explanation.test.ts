import { describe, expect, it } from 'vitest'
import { explain, weigh } from '../../src/compare/explain.ts'
import type { Group } from '../../src/compare/groups.ts'
import type { Side } from '../../src/compare/side.ts'
import { PRICES, priced, STEPS } from '../support/compare/priced.ts'
import { group, side } from '../support/compare/sides.ts'

/** A side whose total is not the sum of its groups. */
const total = (totalUsd: number, groups: readonly Group[] = []): Side => ({ ...side(groups), totalUsd })
const driversOf = (baseline: Side, head: Side) => explain(baseline, head)?.drivers.map(({ driver }) => driver)

describe('the drivers of an explanation', () => {
  const USUAL = ['calls', 'mix', 'input_tokens_per_call', 'output_tokens_per_call', 'cache', 'rates']

  it('are the usual ones, and those that are rare only where they are more than rounding', () => {
    expect(driversOf(side([]), side([]))).toEqual(USUAL)
    expect(driversOf(side([]), total(1e-9))).toEqual(USUAL)
    expect(driversOf(side([]), total(2e-9))).toEqual([...USUAL, 'unattributed'])
    expect(driversOf(total(2e-9), side([]))).toEqual([...USUAL, 'unattributed'])
    const longer = group({ tokens: 20_000, costUsd: 2 })
    expect(driversOf(side([group()]), side([longer]))).toEqual([...USUAL.slice(0, 5), 'tokens_per_call', 'rates'])
  })

  it('have what no group tells of, less what it was before', () => {
    const drivers = explain(total(3, [group({ costUsd: 2 })]), total(7, [group({ costUsd: 2 })]))?.drivers
    expect(drivers?.at(-1)).toEqual({ driver: 'unattributed', delta_usd: 3 + 1 - 1 + 1 })
  })
})

describe('the main cause', () => {
  const added = [group(), group({ name: 'review' })]

  it('is none where the total hardly changed', () => {
    expect(explain(total(0, [group()]), total(1e-9, added))?.main_cause).toBeNull()
    expect(explain(total(1e-9, [group()]), total(0, added))?.main_cause).toBeNull()
    expect(explain(total(0, [group()]), total(2e-9, added))?.main_cause).toMatchObject({ driver: 'calls', group: 'review' })
  })

  it('is of the driver that went furthest in the direction of the change', () => {
    const dear = group({ name: 'review', costUsd: 3 })
    const rise = explain(side([group(), dear]), side([group({ costUsd: 6 })]))
    expect(rise?.main_cause).toMatchObject({ driver: 'rates', delta_usd: 5 })
    const fall = explain(side([group({ costUsd: 2 }), dear]), side([group({ costUsd: 4 })]))
    expect(fall?.main_cause).toMatchObject({ driver: 'calls', group: 'review', delta_usd: -3 })
    const small = explain(side([group({ costUsd: 0.2 })]), side([group({ costUsd: 0.1 }), group({ name: 'review', costUsd: 0.3 })]))
    expect(small?.main_cause).toMatchObject({ driver: 'calls', delta_usd: 0.3 })
  })

  it('is of the first of two drivers that went as far', () => {
    const explanation = explain(side([group()]), side([group({ costUsd: 2 }), group({ name: 'review', costUsd: 1 })]))
    expect(explanation?.drivers.filter(({ delta_usd }) => delta_usd !== 0)).toEqual([
      { driver: 'calls', delta_usd: 1 },
      { driver: 'rates', delta_usd: 1 },
    ])
    expect(explanation?.main_cause).toMatchObject({ driver: 'calls' })
  })

  it('is none where nothing says what it is', () => {
    expect(explain(side([group()]), side([group()], 3))?.main_cause).toBeNull()
  })
})

describe('the causes of an explanation', () => {
  it('are twenty at the most', () => {
    /** Four steps in which the same changed. */
    const four = (what: string, overrides: Partial<Group> = {}) =>
      [0, 1, 2, 3].map((index) => group({ name: `${what}-${index}`, model: `${what}-${index}`, ...overrides }))
    const perCall = (times: number) => ({ input: 1000 * times, cached: 0, written: 0, output: 100 * times })
    const known = (times: number) =>
      [0, 1, 2, 3].map((index) => priced({ step: `known-${index}`, model: 'a', calls: 10, perCall: perCall(times) }))
    const before = [...four('called'), ...four('long'), ...four('dear'), ...four('moved'), ...known(1)]
    const after = [
      ...four('called', { calls: 20, tokens: 20_000, costUsd: 2 }),
      ...four('long', { tokens: 20_000, costUsd: 2 }),
      ...four('dear', { costUsd: 2 }),
      ...four('moved', { model: 'other', costUsd: 2 }),
      ...known(2),
    ]
    const causes = explain(side(before), side(after), () => PRICES)?.causes ?? []
    const count = (driver: string) => causes.filter((cause) => cause.driver === driver).length
    expect(['calls', 'mix', 'tokens_per_call', 'rates'].map(count)).toEqual([4, 4, 4, 4])
    // The smallest ones are left out: four of longer prompts, and four of longer answers.
    expect(count('input_tokens_per_call') + count('output_tokens_per_call')).toBe(4)
  })

  it('are of drivers that make up a hundred thousandth of the largest', () => {
    const of = (newUsd: number) =>
      explain(side([group({ costUsd: 1 })]), side([group({ costUsd: 2 }), group({ name: 'new', costUsd: newUsd })]))
    expect(of(0.9e-5)?.causes.map(({ driver }) => driver)).toEqual(['rates'])
    expect(of(1.1e-5)?.causes.map(({ driver }) => driver)).toEqual(['rates', 'calls'])
    const tiny = explain(side([]), side([group({ costUsd: 1e-9 })]))
    expect([tiny?.causes, explain(side([]), side([group({ costUsd: 2e-9 })]))?.causes.length]).toEqual([[], 1])
  })
})

describe('models whose prices are asked for', () => {
  const own = { ...PRICES, input: PRICES.input * 0.7333, output: PRICES.output * 0.7333 }
  const [step] = STEPS.map((one) => ({ ...one, perCall: { ...one.perCall, cached: 0, written: 0 } }))
  const one = priced(step ?? STEPS[0] ?? { step: 'plan', model: 'a', calls: 1, perCall: PRICES }, own)
  const openModels = (baseline: Group, head: Group) => weigh(side([baseline]), side([head]))?.openModels

  it('are those whose cost, calls or tokens changed', () => {
    expect(openModels(one, one)).toEqual([])
    expect(openModels(one, { ...one, calls: one.calls + 1 })).toEqual(['a'])
    expect(openModels(one, { ...one, tokens: one.tokens + 1 })).toEqual(['a'])
    expect(openModels(one, { ...one, costUsd: one.costUsd + 1 })).toEqual(['a'])
  })

  it('are none that cost nothing on a side, or have no tokens', () => {
    expect(openModels(one, { ...one, costUsd: 0 })).toEqual([])
    expect(openModels({ ...one, costUsd: 0 }, one)).toEqual([])
    expect(openModels({ ...one, tokens: 0 }, { ...one, tokens: 0, calls: 1 })).toEqual([])
    expect(openModels({ ...one, tokens: 1 }, { ...one, tokens: 0, calls: 1 })).toEqual(['a'])
  })

  it('are asked for once, and what they say is how many models it settled', () => {
    const groups = [one, { ...one, name: 'other' }, { ...one, model: 'b', kinds: null }, { ...one, model: 'c' }]
    const longer = groups.map((each) => ({ ...each, calls: each.calls * 2 }))
    expect(weigh(side(groups), side(longer))?.openModels).toEqual(['a', 'c'])
    expect(explain(side(groups), side(longer), (model) => (model === 'a' ? own : null))?.kinds).toEqual({
      fitted: 0,
      catalog: 1,
      unknown: 2,
    })
  })
})

it('what head costs at the prices of the baseline is more where prices fell', () => {
  const steps = STEPS.map((one) => priced(one))
  const cheaper = STEPS.map((one) => priced(one, { ...PRICES, output: PRICES.output / 2 }))
  const [before, after] = [side(steps), side(cheaper)]
  expect(explain(before, after)?.head_at_baseline_rates_usd).toBeCloseTo(before.totalUsd, 9)
  expect(explain(after, before)?.head_at_baseline_rates_usd).toBeCloseTo(after.totalUsd, 9)
})
