import { describe, expect, it } from 'vitest'
import { compare, compareFigures } from '../../src/compare/compare.ts'
import { type Side, sideOfSummary } from '../../src/compare/side.ts'
import { side } from '../support/compare/sides.ts'
import { head, runs } from '../support/judge/builders.ts'

/** Each figure of a report has a number of its own. */
const FIGURES = {
  calls: 1,
  failed_calls: 2,
  input_tokens: 3,
  output_tokens: 4,
  cached_input_tokens: 5,
  cache_write_tokens: 6,
  reasoning_tokens: 7,
  token_efficiency: 8,
  runs: 9,
  successful_tasks: 10,
  cost_per_run_usd: 11,
  cost_per_run_p50_usd: 12,
  cost_per_run_p95_usd: 13,
  cost_per_run_max_usd: 14,
  cost_per_successful_task: 15,
  cost_per_1k_tokens: 16,
}

const withFigures = (figures: Side['figures'], totalUsd = 0): Side => ({ ...side([], totalUsd), figures })

describe('the figures of the whole', () => {
  it('are each compared with the same figure of the other side', () => {
    const doubled = Object.fromEntries(Object.entries(FIGURES).map(([name, value]) => [name, value * 2]))
    const expected = Object.entries(FIGURES).map(([name, value]) => [name, { baseline: value, head: value * 2, percent: 100 }])
    expect(compareFigures(FIGURES, doubled)).toStrictEqual(Object.fromEntries(expected))
  })

  it('are null where a side does not say them', () => {
    const expected = Object.keys(FIGURES).map((name) => [name, { baseline: null, head: null, percent: null }])
    expect(compareFigures({}, {})).toStrictEqual(Object.fromEntries(expected))
  })

  it('are those of a cost summary, with null for what it leaves out', () => {
    const { calls, failed_calls, input_tokens, output_tokens, token_efficiency, successful_tasks } = FIGURES
    const { cost_per_successful_task, cost_per_1k_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens } = FIGURES
    const own = { calls, failed_calls, input_tokens, output_tokens, token_efficiency, successful_tasks }
    const costs = runs({}, { mean_usd: 11, p50_usd: 12, p95_usd: 13, max_usd: 14 })
    const summary = head({ ...own, runs: FIGURES.runs, run_costs: costs, cost_per_successful_task, cost_per_1k_tokens })
    const rare = { cached_input_tokens, cache_write_tokens, reasoning_tokens }
    expect(sideOfSummary({ ...summary, ...rare }).figures).toStrictEqual(FIGURES)
    const unknown = { cached_input_tokens: null, cache_write_tokens: null, reasoning_tokens: null }
    expect(sideOfSummary(summary).figures).toStrictEqual({ ...FIGURES, ...unknown })
  })
})

describe('the total', () => {
  it('has the calls of the whole, and its prompts and answers as tokens', () => {
    const [before, after] = [withFigures({ calls: 2, input_tokens: 30, output_tokens: 4 }, 1), withFigures({ calls: 3 }, 1.5)]
    expect(compare(before, after).total).toStrictEqual({
      name: 'total',
      status: 'changed',
      baseline_cost_usd: 1,
      head_cost_usd: 1.5,
      delta_usd: 0.5,
      percent: 50,
      baseline_calls: 2,
      head_calls: 3,
      baseline_tokens: 34,
      head_tokens: null,
    })
  })

  it('has no tokens where prompts or answers are not known', () => {
    expect(compare(withFigures({ input_tokens: 30 }), withFigures({ output_tokens: 4 })).total).toMatchObject({
      baseline_tokens: null,
      head_tokens: null,
    })
    const nulls = withFigures({ calls: null, input_tokens: null, output_tokens: null })
    expect(compare(nulls, withFigures({})).total).toMatchObject({ status: 'unchanged', baseline_tokens: null, head_tokens: null })
  })
})

describe('cases', () => {
  const CASES = new Map([['gift', { costUsd: 1, calls: 1, tokens: 1 }]])

  it('are compared where one side names some', () => {
    expect(compare(side([]), side([]))).not.toHaveProperty('cases')
    expect(compare({ ...side([]), cases: CASES }, side([])).cases).toMatchObject([{ name: 'gift', status: 'removed' }])
    expect(compare(side([]), { ...side([]), cases: CASES })).toHaveProperty('cases', null)
  })
})
