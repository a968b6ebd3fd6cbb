import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../../src/generated/types.ts'
import { renderExperimentCsv } from '../../../src/render/experiment/csv.ts'
import { renderExperiment } from '../../../src/render/experiment/terminal.ts'
import { compareFiles, LEDGER, ledger } from '../../support/experiment/experiments.ts'
import { tries } from '../../support/tries.ts'

const cost = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000_000 }).map((nano) => nano / 1e9),
  fc.constantFrom(0.1, 0.2, 1e-9),
)
const rows = fc.array(
  fc.record({
    cost_usd: cost,
    run_id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6', '__proto__', 'constructor', null),
    variant: fc.constantFrom('a', 'a', 'b', 'b', null),
    input_tokens: fc.integer({ min: 1, max: 10_000 }),
    status: fc.constantFrom('ok', 'error', null),
  }),
  { minLength: 1, maxLength: 25 },
)
type Rows = typeof rows extends fc.Arbitrary<infer T> ? T : never

const NAMES: Readonly<Record<string, string>> = { a: 'b', b: 'a' }

async function compareRows(some: Rows, rename = (name: string) => name): Promise<Experiment | null> {
  // Each row is one of its own: identical ones would be counted once.
  const lines = some.map(({ variant, ...row }, index) => ({
    ...row,
    metadata: { ...(variant !== null && { variant: rename(variant) }), index },
  }))
  try {
    return await compareFiles({ [LEDGER]: ledger(...lines) })
  } catch {
    return null
  }
}

const text = (experiment: Experiment | null) =>
  experiment && `${JSON.stringify(experiment)}${renderExperimentCsv(experiment)}${renderExperiment(experiment, (_, words) => words)}`

/** 0 has two signs, which mean the same. */
const negate = (value: number | undefined | null) => (value === undefined || value === null ? null : 0 - value)

describe('an experiment', () => {
  it('is the same byte for byte whatever the order of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray([...some.keys()], { minLength: some.length, maxLength: some.length })),
        ),
        async ([some, order]) => {
          // The index is part of each row, so it goes where the row goes.
          const lines = some.map(({ variant, ...row }, index) => ({ ...row, metadata: { ...(variant !== null && { variant }), index } }))
          const shuffled = order.map((index) => lines[index] ?? {})
          const [one, other] = await Promise.all(
            [lines, shuffled].map((each) => compareFiles({ [LEDGER]: ledger(...each) }).catch((error) => String(error))),
          )
          expect(typeof other === 'string' ? other : text(other ?? null)).toEqual(typeof one === 'string' ? one : text(one ?? null))
        },
      ),
      tries(60),
    )
  })

  it('flips every sign when its variants swap places', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const [one, other] = [await compareRows(some), await compareRows(some, (name) => NAMES[name] ?? name)]
        const [before, after] = [one?.variants[1]?.difference, other?.variants[1]?.difference]
        expect(before == null).toBe(after == null)
        if (!before || !after) return
        compared += 1
        expect(negate(after.tokens_per_call)).toEqual(before.tokens_per_call === null ? null : before.tokens_per_call + 0)
        expect(negate(after.cost_per_unit?.usd)).toBe((before.cost_per_unit?.usd ?? 0) + 0)
        expect(negate(after.cost_per_unit?.interval?.low)).toEqual(before.cost_per_unit?.interval?.high ?? null)
        expect(negate(after.cost_per_unit?.interval?.high)).toEqual(before.cost_per_unit?.interval?.low ?? null)
        expect(negate(after.success_rate?.interval.low)).toEqual(before.success_rate?.interval.high ?? null)
        expect(negate(after.success_rate?.share)).toEqual(before.success_rate?.share ?? null)
      }),
      tries(150),
    )
    expect(compared).toBeGreaterThan(tries(150).numRuns / 3)
  })

  it('neither loses nor invents money: variants and what is left out add up to the ledger', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const experiment = await compareRows(some)
        if (experiment === null) return
        const parts = [...experiment.variants, ...experiment.left_out]
        expect(parts.reduce((sum, { calls }) => sum + calls, 0)).toBe(some.length)
        const spent = some.reduce((sum, { cost_usd }) => sum + cost_usd, 0)
        expect(parts.reduce((sum, { cost_usd }) => sum + cost_usd, 0)).toBeCloseTo(spent, 9)
      }),
      tries(60),
    )
  })
})
