import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunCosts } from '../../../src/generated/types.ts'
import { Distribution } from '../../../src/summarize/runs/distribution.ts'
import { money } from '../../../src/usage/money.ts'

function distribute(costs: readonly number[]): RunCosts {
  const distribution = new Distribution()
  for (const [index, usd] of costs.entries()) distribution.add(`run-${index}`, money(usd))
  return distribution.toRunCosts()
}

/** The figures by their definitions. */
function reference(costs: readonly number[]) {
  const sorted = [...costs].sort((a, b) => a - b)
  const mean = costs.reduce((sum, usd) => sum + usd, 0) / costs.length
  const rank = (part: number) => sorted[Math.max(1, Math.ceil(part * sorted.length)) - 1] ?? Number.NaN
  const squares = costs.reduce((sum, usd) => sum + (usd - mean) ** 2, 0)
  return { mean, p50: rank(0.5), p95: rank(0.95), max: sorted.at(-1) ?? Number.NaN, deviation: Math.sqrt(squares / (costs.length - 1)) }
}

const usd = fc.integer({ min: 0, max: 10_000_000 }).map((micro) => micro / 1e6)

describe('the cost of a run', () => {
  it('is exact for up to 1,000 runs', () => {
    fc.assert(
      fc.property(fc.array(usd, { minLength: 2, maxLength: 1000, size: 'max' }), (costs) => {
        const [actual, expected] = [distribute(costs), reference(costs)]
        expect(actual).toMatchObject({ count: costs.length, p50_usd: expected.p50, p95_usd: expected.p95, max_usd: expected.max })
        expect(actual.mean_usd).toBeCloseTo(expected.mean, 9)
        expect(actual.stddev_usd).toBeCloseTo(expected.deviation, 9)
      }),
    )
  })

  // Numbers without a pattern, the same in every run of the test.
  const noise = (index: number) => (Math.imul(index + 1, 0x9e3779b1) >>> 0) / 2 ** 32
  it.each<[string, (index: number) => number]>([
    ['between $0 and $1', noise],
    ['that are all alike', () => 0.25],
    ['of very different sizes', (index) => 10 ** (6 * noise(index) - 5)],
    ['of which a third cost nothing', (index) => (index % 3 === 0 ? 0 : noise(index))],
    ['of which almost all cost nothing', (index) => (index < 4900 ? 0 : noise(index))],
    ['with one outlier', (index) => (index === 77 ? 900 : 0.001 + noise(index) / 1000)],
    ['of fractions of a cent', (index) => 1e-9 + noise(index) * 1e-7],
  ])('is within 1 %% for 5,000 runs %s', (_, cost) => {
    const costs = Array.from({ length: 5000 }, (_one, index) => Number(cost(index).toFixed(12)))
    const [actual, expected] = [distribute(costs), reference(costs)]
    for (const [part, estimate] of [
      ['p50', actual.p50_usd],
      ['p95', actual.p95_usd],
    ] as const) {
      const error = Math.abs((estimate ?? Number.NaN) - expected[part])
      expect(error).toBeLessThanOrEqual(0.01 * expected[part] + 1e-15)
    }
    expect(actual.max_usd).toBe(expected.max)
    expect(actual.mean_usd).toBeCloseTo(expected.mean, 9)
  })

  it('lists 1,000 runs and sketches 1,001', () => {
    const costs = Array.from({ length: 1001 }, (_, index) => (index + 1) / 1000)
    const [listed, sketched] = [distribute(costs.slice(1)), distribute(costs)]
    expect(Object.keys(listed.costs_usd ?? {})).toHaveLength(1000)
    expect(listed).not.toHaveProperty('sketch')
    expect(sketched).not.toHaveProperty('costs_usd')
    expect(Object.values(sketched.sketch?.buckets ?? {}).reduce((sum, runs) => sum + runs, 0)).toBe(1001)
  })

  it('is null without runs, and has no deviation with one', () => {
    const nothing = { mean_usd: null, stddev_usd: null, p50_usd: null, p95_usd: null, max_usd: null, max_run_id: null }
    expect(distribute([])).toEqual({ count: 0, total_usd: 0, ...nothing, costs_usd: {} })
    expect(distribute([2])).toMatchObject({ count: 1, mean_usd: 2, stddev_usd: null, p50_usd: 2, p95_usd: 2, max_usd: 2 })
  })

  it('names the first by name of the dearest runs', () => {
    const distribution = new Distribution()
    for (const id of ['c', 'a', 'b', 'd']) distribution.add(id, money(id === 'd' ? 1 : 2))
    expect(distribution.toRunCosts()).toMatchObject({ max_usd: 2, max_run_id: 'a' })
  })
})
