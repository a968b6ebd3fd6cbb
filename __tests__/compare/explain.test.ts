import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/compare/explain.ts'
import type { Group } from '../../src/compare/groups.ts'
import { type Side, sideOfSummary } from '../../src/compare/side.ts'
import type { Driver } from '../../src/generated/types.ts'
import { PRICES } from '../support/compare/priced.ts'
import { group, side } from '../support/compare/sides.ts'
import { summarizeFolder } from '../support/read/workspace.ts'
import { tries } from '../support/tries.ts'

/** What each driver changed, in US dollars; drivers that changed nothing are left out. */
function driversOf(baseline: Side, head: Side): Partial<Record<Driver, number>> {
  const drivers = explain(baseline, head)?.drivers ?? []
  return Object.fromEntries(
    drivers.filter(({ delta_usd }) => Math.abs(delta_usd) > 1e-12).map(({ driver, delta_usd }) => [driver, Number(delta_usd.toFixed(9))]),
  )
}

const mini = { model: 'gpt-4o-mini', calls: 10, tokens: 10_000, costUsd: 0.1 }

describe('why the total changed', () => {
  it.each<[string, readonly Group[], readonly Group[], Partial<Record<Driver, number>>]>([
    ['nothing', [group()], [group()], {}],
    ['more calls', [group()], [group({ calls: 20, tokens: 20_000, costUsd: 2 })], { calls: 1 }],
    ['fewer calls', [group()], [group({ calls: 5, tokens: 5000, costUsd: 0.5 })], { calls: -0.5 }],
    ['longer prompts', [group()], [group({ tokens: 20_000, costUsd: 2 })], { tokens_per_call: 1 }],
    ['a higher price', [group()], [group({ costUsd: 1.5 })], { rates: 0.5 }],
    ['a model that was swapped', [group(mini)], [group()], { mix: 0.9 }],
    [
      'half of the calls on another model',
      [group()],
      [group({ calls: 5, tokens: 5000, costUsd: 0.5 }), group({ ...mini, calls: 5, tokens: 5000, costUsd: 0.05 })],
      { mix: -0.45 },
    ],
    ['a new step', [group()], [group(), group({ name: 'review', costUsd: 3 })], { calls: 3 }],
    ['a removed step', [group(), group({ name: 'review', costUsd: 3 })], [group()], { calls: -3 }],
    ['a model that was free', [group({ costUsd: 0 })], [group()], { rates: 1 }],
    ['a model that is free now', [group()], [group({ costUsd: 0 })], { rates: -1 }],
    ['first tokens', [group({ tokens: 0, costUsd: 0 })], [group()], { tokens_per_call: 1 }],
    ['calls without tokens that cost more each', [group({ tokens: 0 })], [group({ tokens: 0, costUsd: 2 })], { rates: 1 }],
    ['everything new', [], [group()], { calls: 1 }],
    ['everything gone', [group()], [], { calls: -1 }],
    ['no usage on either side', [], [], {}],
    ['a step and an agent of one name', [group({ by: 'agent' })], [group({ by: 'step' })], {}],
  ])('is told for %s', (_, before, after, expected) => {
    expect(driversOf(side(before), side(after))).toEqual(expected)
  })

  it('is split where two things changed, by the logarithmic mean', () => {
    // Twice the calls and twice the price: each has half of $3, because ln 2 : ln 2.
    expect(driversOf(side([group()]), side([group({ calls: 20, tokens: 20_000, costUsd: 4 })]))).toEqual({ calls: 1.5, rates: 1.5 })
    // Twice the calls and four times the tokens of each: ln 2 : ln 4 of $7.
    expect(driversOf(side([group()]), side([group({ calls: 20, tokens: 80_000, costUsd: 8 })]))).toEqual({
      calls: 2.333333333,
      tokens_per_call: 4.666666667,
    })
  })

  it('is unattributed where a total holds more than its groups', () => {
    expect(driversOf(side([group()], 0.25), side([group()]))).toEqual({ unattributed: -0.25 })
    expect(driversOf(side([group()]), side([group()], 0.25))).toEqual({ unattributed: 0.25 })
  })

  it('is not known where a side has no calls and tokens per model', () => {
    expect(explain(side(null), side([group()]))).toBeNull()
    expect(explain(side([group()]), side(null))).toBeNull()
  })

  it('is told per model against a baseline that knows no steps', () => {
    const bare: Side = { ...side([group({ name: null, by: 'none', calls: 20, tokens: 20_000, costUsd: 2 })]), steps: null }
    const head = side([group(), group({ name: 'review', costUsd: 1.5 })])
    expect(driversOf(bare, head)).toEqual({ rates: 0.5 })
  })
})

const figures = fc.record({
  name: fc.constantFrom('plan', 'draft', null, '__proto__'),
  by: fc.constantFrom('step' as const, 'agent' as const, 'none' as const),
  model: fc.constantFrom('a', 'b', 'c'),
  calls: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1e6 })),
  tokens: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1e9 })),
  isPartlyPriced: fc.boolean(),
  split: fc.option(
    fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
    ),
  ),
  costUsd: fc.oneof(
    fc.constant(0),
    fc.constant(1e-12),
    fc.integer({ min: 1, max: 1e9 }).map((micro) => micro / 1e6),
  ),
})
/** Tokens of a side that knows them by kind, or does not. */
const known = figures.map(({ split, tokens, ...rest }): Group => {
  const [input, cached, written, output] = split ?? [0, 0, 0, 0]
  const whole = input + cached + written + output
  const of = (part: number) => (tokens * part) / Math.max(whole, 1)
  const kinds = split === null || whole === 0 ? null : { input: of(input), cached: of(cached), written: of(written), output: of(output) }
  return { ...rest, tokens, kinds }
})
const groups = fc.uniqueArray(known, { maxLength: 12, selector: ({ name, by, model }) => JSON.stringify([name, by, model]) })
/** One model has list prices. */
const listOf = (model: string) => (model === 'a' ? PRICES : null)
const beyond = fc.constantFrom(0, 0, 0.5, 1e-10)

describe('the parts of an explanation', () => {
  it('add up to the change, whatever was new, removed, free or without tokens', () => {
    fc.assert(
      fc.property(groups, groups, beyond, beyond, (before, after, more, less) => {
        const [baseline, head] = [side(before, less), side(after, more)]
        const parts = explain(baseline, head, listOf)?.drivers ?? []
        const sum = parts.reduce((all, { delta_usd }) => all + delta_usd, 0)
        for (const { delta_usd } of parts) expect(Number.isFinite(delta_usd)).toBe(true)
        expect(Math.abs(sum - (head.totalUsd - baseline.totalUsd))).toBeLessThanOrEqual(1e-9 + 1e-12 * (head.totalUsd + baseline.totalUsd))
      }),
      tries(2000),
    )
  })

  it('are the opposite where head and baseline change places', () => {
    fc.assert(
      fc.property(groups, groups, (before, after) => {
        const [there, back] = [
          explain(side(before), side(after), listOf)?.drivers ?? [],
          explain(side(after), side(before), listOf)?.drivers ?? [],
        ]
        for (const [index, { driver, delta_usd }] of there.entries()) {
          expect(back[index]?.driver).toBe(driver)
          expect(delta_usd + (back[index]?.delta_usd ?? Number.NaN)).toBeCloseTo(0, 8)
        }
      }),
      tries(1000),
    )
  })

  it('do not depend on the order of groups', () => {
    const shuffled = groups.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, groups, ([list, other], after) => {
        const [one, two] = [explain(side(list), side(after)), explain(side(other), side(after))]
        for (const [index, { delta_usd }] of (one?.drivers ?? []).entries())
          expect(two?.drivers[index]?.delta_usd).toBeCloseTo(delta_usd, 6)
      }),
    )
  })

  it('name as the main cause one that goes in the direction of the change', () => {
    fc.assert(
      fc.property(groups, groups, (before, after) => {
        const [baseline, head] = [side(before), side(after)]
        const explanation = explain(baseline, head)
        if (explanation?.main_cause) expect(Math.sign(explanation.main_cause.delta_usd)).toBe(Math.sign(head.totalUsd - baseline.totalUsd))
        expect(explanation?.causes.length).toBeLessThanOrEqual(20)
        for (const { delta_usd } of explanation?.causes ?? []) expect(Math.abs(delta_usd)).toBeGreaterThan(1e-9)
      }),
    )
  })
})

describe('the example pull requests', () => {
  const examples = join(import.meta.dirname, '../..', 'examples')
  const sideOf = async (name: string) => sideOfSummary(await summarizeFolder(join(examples, name)))

  it.each([
    ['pr-small', 0.5923953 - 0.5727437],
    ['pr-regression', 1.276457 - 0.5727437],
  ])('%s: the parts add up to what it costs more', async (name, increase) => {
    const drivers = explain(await sideOf('main'), await sideOf(name))?.drivers ?? []
    expect(drivers.reduce((sum, { delta_usd }) => sum + delta_usd, 0)).toBeCloseTo(increase, 9)
    expect(drivers.map(({ driver }) => driver)).not.toContain('unattributed')
    // No price changed between the examples.
    expect(drivers.find(({ driver }) => driver === 'rates')?.delta_usd).toBe(0)
  })

  it('pr-regression: the main cause is the largest inside the largest driver', async () => {
    const explanation = explain(await sideOf('main'), await sideOf('pr-regression'))
    const largest = explanation?.drivers.reduce((top, one) => (one.delta_usd > top.delta_usd ? one : top))
    expect(explanation?.main_cause?.driver).toBe(largest?.driver)
    expect(explanation?.causes.filter(({ driver }) => driver === largest?.driver)[0]).toEqual(explanation?.main_cause)
  })
})
