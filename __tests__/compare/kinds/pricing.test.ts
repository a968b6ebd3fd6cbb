import { describe, expect, it } from 'vitest'
import { sideOfPoint } from '../../../src/baseline/side.ts'
import { explain, weigh } from '../../../src/compare/explain.ts'
import type { Group } from '../../../src/compare/groups.ts'
import { KINDS, type Kinds, scale } from '../../../src/compare/kinds/kinds.ts'
import { weighCosts } from '../../../src/compare/kinds/pricing.ts'
import { rowsOf } from '../../../src/compare/kinds/rows.ts'
import type { Driver, Explanation } from '../../../src/generated/types.ts'
import { buildPoint } from '../../support/baseline/points.ts'
import { PRICES, priced, STEPS, type Usage } from '../../support/compare/priced.ts'
import { side } from '../../support/compare/sides.ts'

function evidence(before: readonly Group[], after: readonly Group[]) {
  const rows = rowsOf(before, after).get('a')
  if (!rows) throw new Error('no rows of model a')
  return weighCosts(rows)
}

const moved = (explanation: Explanation | null): Partial<Record<Driver, number>> =>
  Object.fromEntries(
    (explanation?.drivers ?? []).filter(({ delta_usd }) => Math.abs(delta_usd) > 1e-9).map(({ driver, delta_usd }) => [driver, delta_usd]),
  )

/** What somebody pays after a discount: no round prices. */
const OWN = scale(PRICES, 0.7333)

const rounded = (groups: readonly Group[], decimals: number) =>
  groups.map((one) => ({ ...one, costUsd: Number(one.costUsd.toFixed(decimals)) }))

/** One step alone, without a cache. */
const usage = (input: number, output: number, calls = 10): Usage => ({
  step: 'plan',
  model: 'a',
  calls,
  perCall: { input, cached: 0, written: 0, output },
})

describe('prices of the kinds of tokens', () => {
  it('are those that recorded costs follow from', () => {
    const { sure } = evidence(
      STEPS.map((step) => priced(step)),
      STEPS.map((step) => priced({ ...step, calls: step.calls + 1 })),
    )
    for (const kind of KINDS) expect((sure?.baseline[kind] ?? 0) / PRICES[kind]).toBeCloseTo(1, 9)
    expect(sure?.head).toEqual(sure?.baseline)
  })

  it.each([5, 6, 8])('are found in costs of %i decimals, whose rounding moves no driver', (decimals) => {
    const longer = STEPS.map((step) => ({ ...step, perCall: { ...step.perCall, output: step.perCall.output * 2 } }))
    const [before, after] = [
      rounded(
        STEPS.map((step) => priced(step)),
        decimals,
      ),
      rounded(
        longer.map((step) => priced(step)),
        decimals,
      ),
    ]
    expect(evidence(before, after).sure).not.toBeNull()
    expect(Object.keys(moved(explain(side(before), side(after))))).toEqual(['output_tokens_per_call'])
  })

  it('are of each side where they changed', () => {
    const dearer = { ...PRICES, output: PRICES.output * 2, cached: PRICES.cached / 2 }
    const { sure } = evidence(
      STEPS.map((step) => priced(step)),
      STEPS.map((step) => priced(step, dearer)),
    )
    for (const kind of KINDS) {
      expect((sure?.baseline[kind] ?? 0) / PRICES[kind]).toBeCloseTo(1, 6)
      expect((sure?.head[kind] ?? 0) / dearer[kind]).toBeCloseTo(1, 6)
    }
  })

  it('stand to each other as on the other side where a side has too few rows', () => {
    const [before, after] = [STEPS.map((step) => priced(step)), [priced({ ...(STEPS[0] as Usage), calls: 20 }, scale(PRICES, 0.8))]]
    const { sure } = evidence(before, after)
    expect(sure?.isShape).toBe(true)
    const parts = moved(explain(side(before), side(after)))
    expect(parts.rates).toBeLessThan(0)
    expect(Object.keys(parts).sort()).toEqual(['calls', 'rates'])
  })

  it('are open with as many rows as prices, though some fit', () => {
    const { sure, guess } = evidence([priced(usage(1000, 200), OWN)], [priced(usage(500, 200), OWN)])
    expect(sure).toBeNull()
    expect((guess?.baseline.input ?? 0) / OWN.input).toBeCloseTo(1, 9)
    expect((guess?.baseline.output ?? 0) / OWN.output).toBeCloseTo(1, 9)
  })

  it('are not open where they come out as round as sellers name them', () => {
    const { sure } = evidence([priced(usage(1000, 200))], [priced(usage(500, 200))])
    expect((sure?.baseline.input ?? 0) / PRICES.input).toBeCloseTo(1, 9)
    expect(sure?.head).toEqual(sure?.baseline)
  })

  it('are as sure with one round price, and open where it is only nearly round', () => {
    const own = { ...PRICES, output: OWN.output }
    expect(evidence([priced(usage(1000, 200), own)], [priced(usage(500, 200), own)]).sure).not.toBeNull()
    const near = { input: 2.503e-6, cached: 0, written: 0, output: OWN.output }
    expect(evidence([priced(usage(1000, 200), near)], [priced(usage(500, 200), near)]).sure).toBeNull()
  })

  it('are no prices that no seller has: an answer is not cheaper than half a prompt', () => {
    expect(evidence([priced(usage(1000, 200))], [priced(usage(700, 200), scale(PRICES, 1.4))]).guess).toBeNull()
  })

  it('are not those of calls without a known price', () => {
    const before = STEPS.map((step) => priced(step))
    const after = before.map((one, index) => (index === 0 ? { ...one, costUsd: one.costUsd / 2, isPartlyPriced: true } : one))
    expect(evidence(before, after).sure).not.toBeNull()
    expect(Object.keys(moved(explain(side(before), side(after))))).toEqual(['unattributed'])
  })
})

describe('a price list', () => {
  const before = side([priced(usage(1000, 200))])
  const change = (head: Group, list: Kinds | null) => moved(explain(before, side([head]), () => list))

  it('tells a change of a price from shorter prompts where recorded costs cannot', () => {
    const cut = priced(usage(700, 200), scale(PRICES, 0.95))
    expect(change(cut, PRICES).rates).toBeLessThan(0)
    expect(Object.keys(change(cut, PRICES)).sort()).toEqual(['input_tokens_per_call', 'rates'])
  })

  it('is right about a discount that both sides have', () => {
    const discounted = side([priced(usage(1000, 200), OWN)])
    const head = side([priced(usage(400, 200), OWN)])
    const explanation = explain(discounted, head, () => PRICES)
    expect(explanation?.kinds).toEqual({ fitted: 0, catalog: 1, unknown: 0 })
    expect(Object.keys(moved(explanation))).toEqual(['input_tokens_per_call'])
  })

  it('gives way to prices that fit where it reproduces neither side', () => {
    const own = { ...PRICES, input: PRICES.input * 1.5 }
    const explanation = explain(side([priced(usage(1000, 200), own)]), side([priced(usage(400, 200), own)]), () => PRICES)
    expect(explanation?.kinds).toEqual({ fitted: 1, catalog: 0, unknown: 0 })
    expect(Object.keys(moved(explanation))).toEqual(['input_tokens_per_call'])
  })

  it('is asked for where costs leave prices open, and for nothing else', () => {
    const own = [1000, 500].map((input) => side([priced(usage(input, 200), OWN)]))
    expect(weigh(own[0] ?? before, own[1] ?? before)?.openModels).toEqual(['a'])
    expect(weigh(before, side([priced(usage(500, 200))]))?.openModels).toEqual([])
    expect(weigh(before, before)?.openModels).toEqual([])
    expect(weigh(before, side([{ ...priced(usage(500, 200)), name: 'other' }]))?.openModels).toEqual([])
    expect(weigh(before, side([{ ...priced(usage(500, 200)), kinds: null }]))?.openModels).toEqual([])
    const steps = [STEPS, STEPS.map((step) => ({ ...step, calls: step.calls * 2 }))].map((all) => side(all.map((step) => priced(step))))
    expect(weigh(steps[0] ?? before, steps[1] ?? before)?.openModels).toEqual([])
  })
})

describe('without any prices', () => {
  it('prompts and answers are one driver, and what is left is rates', () => {
    const head = side([priced(usage(700, 200), scale(PRICES, 1.4))])
    const explanation = explain(side([priced(usage(1000, 200))]), head)
    expect(explanation?.kinds).toEqual({ fitted: 0, catalog: 0, unknown: 1 })
    expect(Object.keys(moved(explanation)).sort()).toEqual(['rates', 'tokens_per_call'])
    expect(explanation?.head_at_baseline_rates_usd).toBeCloseTo(head.totalUsd, 12)
  })
})

describe('what is 0 on one side', () => {
  const list = () => PRICES
  const kinds = (perCall: Partial<Kinds>) => side([priced({ ...usage(0, 0), perCall: { ...usage(1000, 100).perCall, ...perCall } })])

  it.each<[Driver, Partial<Kinds>, Partial<Kinds>]>([
    ['cache', { input: 1000 }, { input: 0, cached: 1000 }],
    ['cache', { input: 1000 }, { input: 0, written: 1000 }],
    ['input_tokens_per_call', { input: 0 }, { input: 500, cached: 500 }],
    ['output_tokens_per_call', { output: 0 }, { output: 100 }],
  ])('%s has all of the change: %o, %o', (driver, before, after) => {
    expect(Object.keys(moved(explain(kinds(before), kinds(after), list)))).toEqual([driver])
    expect(Object.keys(moved(explain(kinds(after), kinds(before), list)))).toEqual([driver])
  })
})

describe('kinds that nothing gives a price', () => {
  const FREE: Kinds = { input: 0, cached: 0, written: 0, output: 0 }
  const cachedOnly: Usage = { step: 'cached', model: 'a', calls: 2, perCall: { input: 0, cached: 100, written: 0, output: 0 } }
  const uncached = STEPS.map((step) => ({ ...step, perCall: { ...step.perCall, cached: 0, written: 0 } }))
  const open = { ...priced(cachedOnly), isPartlyPriced: true }

  it.each<[what: string, before: Group[], after: Group[], list: Kinds | null]>([
    ['a list that gives the model away', [priced(usage(100, 10))], [priced(usage(200, 10))], FREE],
    ['a list that gives away what one side has', [priced(usage(100, 10))], [priced(usage(0, 20))], { ...FREE, input: 1e-6 }],
    [
      'calls without a price, of a kind that no priced call has',
      [...uncached.map((step) => priced(step)), open],
      [...uncached.map((step) => priced({ ...step, calls: step.calls + 1 })), { ...open, costUsd: open.costUsd * 3 }],
      null,
    ],
  ])('leave parts that are numbers and add up: %s', (_, before, after, list) => {
    const [baseline, head] = [side(before), side(after)]
    const explanation = explain(baseline, head, () => list)
    const sum = explanation?.drivers.reduce((total, { delta_usd }) => total + delta_usd, 0)
    expect(sum).toBeCloseTo(head.totalUsd - baseline.totalUsd, 9)
    expect(explanation?.head_at_baseline_rates_usd).toBeGreaterThan(0)
  })
})

it('a record whose prompts have more tokens than all of it leaves parts that are numbers', () => {
  const models = { a: { calls: 6, total_tokens: 1000, input_tokens: 1200, cost_usd: 1 } }
  const explanation = explain(sideOfPoint(buildPoint(1, 0, { models })), side([priced(usage(3000, 200))]), () => PRICES)
  for (const { delta_usd } of explanation?.drivers ?? []) expect(delta_usd).not.toBeNaN()
})
