import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, type Kinds, PROMPT, promptOf } from '../../src/compare/kinds/kinds.ts'
import { decompose } from '../../src/compare/parts.ts'
import { tries } from '../support/tries.ts'

/** What makes up the cost of a cell: each is on the side of the baseline or of head. */
const FACTORS = ['calls', 'mix', 'input_tokens_per_call', 'output_tokens_per_call', 'cache', 'rates'] as const
type FactorName = (typeof FACTORS)[number]

interface State {
  readonly groupCalls: number
  readonly share: number
  readonly prompt: number
  readonly output: number
  /** Parts of the prompt, which add up to 1. */
  readonly parts: Kinds
  readonly prices: Kinds
}

/** Factors of what one kind costs, each from the side that `isHead` says. */
function factorsOf(
  kind: keyof Kinds,
  before: State,
  after: State,
  isHead: (factor: FactorName) => boolean,
): Partial<Record<FactorName, number>> {
  const of = (factor: FactorName) => (isHead(factor) ? after : before)
  const common = { calls: of('calls').groupCalls, mix: of('mix').share, rates: of('rates').prices[kind] }
  if (kind === 'output') return { ...common, output_tokens_per_call: of('output_tokens_per_call').output }
  return { ...common, input_tokens_per_call: of('input_tokens_per_call').prompt, cache: of('cache').parts[kind] }
}

const product = (factors: object) => Object.values(factors).reduce((all: number, factor: number) => all * factor, 1)

/** Mean over all orders in which the factors may change, one after the other. */
function shapley(before: State, after: State): Record<FactorName, number> {
  const cost = (heads: ReadonlySet<FactorName>) =>
    KINDS.reduce((sum, kind) => sum + product(factorsOf(kind, before, after, (factor) => heads.has(factor))), 0)
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
  const n = FACTORS.length
  return Object.fromEntries(
    FACTORS.map((factor) => {
      const others = FACTORS.filter((other) => other !== factor)
      let value = 0
      for (let bits = 0; bits < 2 ** others.length; bits++) {
        const chosen = new Set(others.filter((_, index) => bits & (1 << index)))
        const weight = (factorial(chosen.size) * factorial(n - chosen.size - 1)) / factorial(n)
        value += weight * (cost(new Set([...chosen, factor])) - cost(chosen))
      }
      return [factor, value]
    }),
  ) as Record<FactorName, number>
}

const factor = fc.integer({ min: 80, max: 125 }).map((percent) => percent / 100)
const changes = fc.record({
  calls: factor,
  share: factor,
  prompt: factor,
  output: factor,
  cached: factor,
  written: factor,
  rates: fc.tuple(factor, factor, factor, factor),
})

function states(change: typeof changes extends fc.Arbitrary<infer T> ? T : never): { before: State; after: State } {
  const prices = { input: 2.5e-3, cached: 1.2e-3, written: 3.1e-3, output: 10e-3 }
  const before = {
    groupCalls: 100,
    share: 0.5,
    prompt: 1000,
    output: 300,
    parts: { input: 0.5, cached: 0.3, written: 0.2, output: 0 },
    prices,
  }
  const [input, cached, written, output] = change.rates
  const parts = { cached: 0.3 * change.cached, written: 0.2 * change.written }
  const after = {
    groupCalls: 100 * change.calls,
    share: 0.5 * change.share,
    prompt: 1000 * change.prompt,
    output: 300 * change.output,
    parts: { ...parts, input: 1 - parts.cached - parts.written, output: 0 },
    prices: {
      input: prices.input * input,
      cached: prices.cached * cached,
      written: prices.written * written,
      output: prices.output * output,
    },
  }
  return { before, after }
}

function sideOf({ groupCalls, share, prompt, output, parts, prices }: State) {
  const calls = groupCalls * share
  const kinds = { input: 0, cached: 0, written: 0, output: output * calls }
  for (const kind of PROMPT) kinds[kind] = prompt * parts[kind] * calls
  const costUsd = KINDS.reduce((sum, kind) => sum + kinds[kind] * prices[kind], 0)
  return { groupCalls, calls, tokens: promptOf(kinds) + kinds.output, kinds, costUsd, isPartlyPriced: false }
}

/**
 * How far the method is from Shapley's value, to the third order of the changes: where a product of factors is m halfway, and a is by how much the logarithm of a factor changed, Shapley's value is
 * larger by m × a × Σ b (b − a) / 12, over all other factors' b. What is beyond is of the fifth order.
 */
function knownDifference(before: State, after: State): { parts: Record<FactorName, number>; beyond: number } {
  const parts = Object.fromEntries(FACTORS.map((name) => [name, 0])) as Record<FactorName, number>
  let beyond = 0
  for (const kind of KINDS) {
    const [first, second] = [factorsOf(kind, before, after, () => false), factorsOf(kind, before, after, () => true)]
    const names = FACTORS.filter((name) => first[name] !== undefined)
    const logs = names.map((name) => Math.log((second[name] ?? 1) / (first[name] ?? 1)))
    const middle = Math.sqrt(product(first) * product(second))
    for (const [index, name] of names.entries()) {
      const a = logs[index] ?? 0
      parts[name] += (middle * a * logs.reduce((sum, b, other) => (other === index ? sum : sum + b * (b - a)), 0)) / 12
    }
    beyond += middle * logs.reduce((sum, log) => sum + Math.abs(log), 0) ** 5
  }
  return { parts, beyond }
}

describe('the parts of a cell', () => {
  it("are Shapley's value, but for a difference of the third order that is known", () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { before, after } = states(change)
        const cell = { group: 'plan', by: 'step' as const, model: 'a', baseline: sideOf(before), head: sideOf(after) }
        const pricing = { source: 'fitted' as const, baseline: before.prices, head: after.prices, isShape: false, perCallUsd: 0 }
        const { parts } = decompose(cell, pricing)
        const [fair, known] = [shapley(before, after), knownDifference(before, after)]
        for (const name of FACTORS)
          expect(Math.abs(fair[name] - parts[name] - known.parts[name])).toBeLessThanOrEqual(known.beyond / 100 + 1e-9)
      }),
      tries(500),
    )
  })
})
