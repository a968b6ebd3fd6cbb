import { describe, expect, it } from 'vitest'
import { explain } from '../../src/compare/explain.ts'
import { KINDS, type Kinds } from '../../src/compare/kinds/kinds.ts'
import type { Driver } from '../../src/generated/types.ts'
import { CHEAP, PRICES, priced, STEPS, type Usage } from '../support/compare/priced.ts'
import { side } from '../support/compare/sides.ts'

const BEFORE = STEPS.map((step) => priced(step))

/** Head: the same steps, of which those that `change` is about are others. */
function after(change: (usage: Usage) => Usage, prices: Kinds = PRICES) {
  return STEPS.map((usage) => priced(usage.step === 'draft' || usage.step === 'plan' ? change(usage) : usage, prices))
}

function expectOnly(driver: Driver, head: ReturnType<typeof after>, baseline = BEFORE) {
  const [before, now] = [side(baseline), side(head)]
  const explanation = explain(before, now)
  for (const part of explanation?.drivers ?? []) {
    if (part.driver === driver) expect(part.delta_usd).toBeCloseTo(now.totalUsd - before.totalUsd, 12)
    else expect(Math.abs(part.delta_usd), part.driver).toBeLessThan(1e-9)
  }
  expect(Math.abs(now.totalUsd - before.totalUsd)).toBeGreaterThan(1e-4)
  expect(explanation?.kinds.unknown).toBe(0)
  expect(explanation?.main_cause?.driver).toBe(driver)
}

describe('where one thing changed, that driver alone moves', () => {
  const scaled = (usage: Usage, factors: Partial<Kinds>): Usage => {
    const perCall = { ...usage.perCall }
    for (const kind of KINDS) perCall[kind] *= factors[kind] ?? 1
    return { ...usage, perCall }
  }

  it.each<[Driver, string, (usage: Usage) => Usage]>([
    ['calls', 'more calls', (usage) => ({ ...usage, calls: usage.calls * 3 })],
    ['calls', 'fewer calls', (usage) => ({ ...usage, calls: usage.calls / 2 })],
    ['input_tokens_per_call', 'shorter prompts of the same blend', (usage) => scaled(usage, { input: 0.5, cached: 0.5, written: 0.5 })],
    ['output_tokens_per_call', 'longer answers', (usage) => scaled(usage, { output: 2.5 })],
    ['output_tokens_per_call', 'no answers any more', (usage) => scaled(usage, { output: 0 })],
    [
      'cache',
      'more of the same prompt read from the cache',
      (usage) => ({ ...usage, perCall: { ...usage.perCall, input: usage.perCall.input - 300, cached: usage.perCall.cached + 300 } }),
    ],
    [
      'cache',
      'nothing read from the cache any more',
      (usage) => ({ ...usage, perCall: { ...usage.perCall, input: usage.perCall.input + usage.perCall.cached, cached: 0 } }),
    ],
    [
      'cache',
      'more of the same prompt written to the cache',
      (usage) => ({ ...usage, perCall: { ...usage.perCall, input: usage.perCall.input - 200, written: usage.perCall.written + 200 } }),
    ],
  ])('%s: %s', (driver, _, change) => {
    expectOnly(driver, after(change))
  })

  it.each(KINDS)('rates: the price of %s tokens', (kind) => {
    for (const factor of [0.8, 1.5]) {
      const head = after((usage) => usage, { ...PRICES, [kind]: PRICES[kind] * factor })
      expectOnly('rates', head)
      const cause = explain(side(BEFORE), side(head))?.main_cause
      expect(cause).toMatchObject({ model: 'a', kind, group: null })
      expect(cause?.baseline_value).toBeCloseTo(PRICES[kind] * 1e6, 6)
      expect(cause?.head_value).toBeCloseTo(PRICES[kind] * factor * 1e6, 6)
    }
  })

  it('mix: half of the calls of two steps on a cheaper model', () => {
    const moved = STEPS.flatMap((usage) => {
      if (usage.step !== 'draft' && usage.step !== 'plan') return [priced(usage)]
      const half = { ...usage, calls: usage.calls / 2 }
      return [priced(half), priced({ ...half, model: 'b' }, CHEAP)]
    })
    expectOnly('mix', moved)
    expectOnly('mix', BEFORE, moved)
  })

  it('shorter prompts of one step, by no change of a price, though the blend of input and output is another', () => {
    const head = after((usage) => scaled(usage, { input: 0.4, cached: 0.4, written: 0.4, output: 1.3 }))
    const drivers: Partial<Record<Driver, number>> = Object.fromEntries(
      (explain(side(BEFORE), side(head))?.drivers ?? []).map(({ driver, delta_usd }) => [driver, delta_usd]),
    )
    expect(drivers.input_tokens_per_call).toBeLessThan(-0.01)
    expect(drivers.output_tokens_per_call).toBeGreaterThan(0.01)
    expect(Math.abs(drivers.rates ?? 1)).toBeLessThan(1e-9)
  })
})
