import { describe, expect, it } from 'vitest'
import { historyOf } from '../../src/baseline/history.ts'
import { sideOfPoint } from '../../src/baseline/side.ts'
import { scale } from '../../src/compare/kinds/kinds.ts'
import { sideOfSummary } from '../../src/compare/side.ts'
import { explainChange } from '../../src/measure/explanation.ts'
import { priced, STEPS } from '../support/compare/priced.ts'
import { side } from '../support/compare/sides.ts'
import { acme, pricerWith } from '../support/price/pricer.ts'
import { jsonl, LEDGER, row, summarizeFiles } from '../support/read/workspace.ts'

const PRICES = { input: 2.5e-6, cached: 1.25e-6, written: 3.125e-6, output: 10e-6 }
const LISTED = acme(
  '      - { effective: 2026-01-01, input: 2.5, output: 10, cached_input: 1.25, cache_write: 3.125 }',
  'as_of: 2026-11-01',
)

/** Asks for the prices of one model, and counts how often. */
function asking() {
  let asked = 0
  const prices = () => {
    asked++
    return pricerWith(LISTED)
  }
  return { prices, asked: () => asked }
}

const one = (model: string, input: number, prices = PRICES) =>
  side([priced({ step: 'plan', model, calls: 10, perCall: { input, cached: 0, written: 0, output: 200 } }, prices)])

describe('an explanation', () => {
  it('loads no prices where recorded costs settle them', async () => {
    const { prices, asked } = asking()
    const [before, after] = [STEPS, STEPS.map((step) => ({ ...step, calls: step.calls * 2 }))].map((all) =>
      side(all.map((step) => priced(step))),
    )
    if (before && after) expect((await explainChange(before, after, prices))?.kinds.fitted).toBe(1)
    expect(asked()).toBe(0)
  })

  it('asks a price list where they do not', async () => {
    const { prices, asked } = asking()
    const explanation = await explainChange(one('large', 1000), one('large', 700, scale(PRICES, 0.95)), prices)
    expect(asked()).toBe(1)
    expect(explanation?.kinds).toEqual({ fitted: 0, catalog: 1, unknown: 0 })
    expect(explanation?.drivers.find(({ driver }) => driver === 'rates')?.delta_usd).toBeLessThan(0)
  })

  it('does without where the list has no such model', async () => {
    const explanation = await explainChange(one('ours', 1000), one('ours', 700, scale(PRICES, 1.4)), asking().prices)
    expect(explanation?.kinds).toEqual({ fitted: 0, catalog: 0, unknown: 1 })
  })

  it('is as full against a point of a history, model by model, cached tokens included', async () => {
    const call = (step: string, input: number, cached: number, cost: number) =>
      row({ step, model: 'large', input_tokens: input, cached_input_tokens: cached, output_tokens: 100, cost_usd: cost })
    const before = await summarizeFiles({ [LEDGER]: jsonl(call('plan', 1000, 0, 0.0035), call('draft', 3000, 0, 0.0085)) })
    const after = await summarizeFiles({ [LEDGER]: jsonl(call('plan', 1000, 600, 0.00275), call('draft', 3000, 0, 0.0085)) })
    const [point] = historyOf(before)
    if (point === undefined) throw new Error('no point')
    expect(point.models).toMatchObject({ large: { input_tokens: 4000 } })
    expect(historyOf(after)[0]?.models).toMatchObject({ large: { input_tokens: 4000, cached_input_tokens: 600 } })
    const explanation = await explainChange(sideOfPoint(point), sideOfSummary(after), asking().prices)
    const parts = (explanation?.drivers ?? []).filter(({ delta_usd }) => Math.abs(delta_usd) > 1e-9)
    expect(parts.map(({ driver }) => driver)).toEqual(['cache'])
    expect(parts[0]?.delta_usd).toBeCloseTo(-0.00075, 12)
  })
})
