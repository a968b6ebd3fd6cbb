import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RUN_SORTS } from '../../../src/analyse/query/sorts.ts'
import { RunCosts } from '../../../src/analyse/runs/runs.ts'
import { ALL } from '../../../src/usage/filter.ts'
import { type CostRecord, NO_USAGE } from '../../../src/usage/record.ts'

const WEIGHT = { cost: 'total_cost_usd', time: 'started_at', calls: 'calls', tokens: 'total_tokens' } as const

const records = fc.array(
  fc.record({
    runId: fc.constantFrom('a', 'b', 'c', 'd', null),
    agent: fc.constantFrom('x', 'y', null),
    cost: fc.option(fc.integer({ min: 0, max: 9 })),
    timeMs: fc.option(fc.integer({ min: 0, max: 9 })),
    inputTokens: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 40 },
)
type Made = typeof records extends fc.Arbitrary<infer T> ? T : never

function list(all: Made, sort: (typeof RUN_SORTS)[number], limit: number) {
  const sink = new RunCosts({ filter: ALL, sort, limit, timezone: 'UTC' })
  for (const { cost, ...one } of all) sink.add({ ...NO_USAGE, model: 'm', calls: 1, ...one } satisfies CostRecord, cost)
  return sink.finish()
}

it('every call is in one run or in none, whatever the order of records', () => {
  fc.assert(
    fc.property(records, (all) => {
      const result = list(all, 'cost', 10)
      const calls = result.runs.map((run) => run.calls).reduce((sum, one) => sum + one, 0)
      expect(calls + result.withoutRun.calls).toBe(all.length)
      expect(result.inRuns.calls).toBe(calls)
      expect(list(all.toReversed(), 'cost', 10).runs).toEqual(result.runs)
      for (const { run_id, total_cost_usd, unpriced_calls } of result.runs) {
        const own = all.filter(({ runId }) => runId === run_id)
        const known = own.flatMap(({ cost }) => (cost === null ? [] : [cost]))
        expect(unpriced_calls).toBe(own.length - known.length)
        expect(total_cost_usd).toBe(known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0))
      }
    }),
  )
})

it('lists those that weigh most, unknown weights last', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...RUN_SORTS), fc.integer({ min: 1, max: 3 }), (all, sort, limit) => {
      const every = list(all, sort, 10).runs
      expect(list(all, sort, limit).runs).toEqual(every.slice(0, limit))
      const weights = every.map((run) => run[WEIGHT[sort]])
      for (const [index, weight] of weights.entries()) {
        const next = weights[index + 1] ?? null
        if (next !== null) expect(weight !== null && weight >= next).toBe(true)
      }
    }),
  )
})
