import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EscalationLog } from '../../../src/analyse/savings/escalations.ts'
import { Repeats } from '../../../src/analyse/savings/repeats.ts'
import type { CostRecord } from '../../../src/usage/record.ts'
import { pricerWith, usage } from '../../support/price/pricer.ts'
import { savingsOf } from '../../support/savings.ts'

const pricer = await pricerWith()
const tiers = { economy_below: 2, premium_from: 8 }

interface Call {
  readonly record: CostRecord
  readonly costUsd: number
}

const calls = fc.array(
  fc.record({
    record: fc
      .record({
        model: fc.constantFrom('gpt-4o', 'gpt-4o-mini', 'o3-mini'),
        inputTokens: fc.constantFrom(0, 1, 2, 2 ** 26, 2 ** 40),
        outputTokens: fc.constantFrom(0, 1, 2 ** 26),
        step: fc.constantFrom(null, 'plan', '__proto__'),
        agent: fc.constantFrom(null, 'a'),
        runId: fc.constantFrom(null, 'run-1', 'run-2'),
        timeMs: fc.constantFrom(null, 1, 2, 3),
        errors: fc.constantFrom(0, 0, 0, 1),
        calls: fc.constantFrom(1, 1, 1, 2),
      })
      .map(usage),
    costUsd: fc.integer({ min: 0, max: 1000 }).map((mills) => mills / 1000),
  }),
  { maxLength: 40 },
)
const shuffled = calls.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

function repeatsOf(list: readonly Call[]) {
  const repeats = new Repeats()
  for (const { record, costUsd } of list) repeats.add(record, costUsd)
  return repeats.finish()
}

function escalationsOf(list: readonly Call[]) {
  const log = new EscalationLog(tiers, pricer)
  for (const { record, costUsd } of list) log.add(record, costUsd)
  return log.finish()
}

describe('repeated calls', () => {
  it('are what sorting the calls finds, in any order', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const groups = new Map<string, number[]>()
        for (const { record, costUsd } of list) {
          const { model, inputTokens, outputTokens, step, agent, errors } = record
          if (record.calls > 1 || errors > 0 || inputTokens + outputTokens === 0) continue
          const key = JSON.stringify([model, inputTokens, outputTokens, step, step === null ? agent : null])
          groups.set(key, [...(groups.get(key) ?? []), costUsd])
        }
        const repeated = [...groups.values()].filter((costs) => costs.length > 1)
        const saved = repeated.map((costs) => costs.reduce((sum, cost) => sum + cost, 0) - Math.min(...costs))
        const found = repeatsOf(list)
        expect(found.groups).toBe(repeated.length)
        expect(found.at_most_usd).toBeCloseTo(
          saved.reduce((sum, one) => sum + one, 0),
          9,
        )
        expect(repeatsOf(other)).toEqual(found)
      }),
    )
  })

  it('keep their numbers of tokens, however large', () => {
    const record = usage({ inputTokens: 2 ** 40, outputTokens: 3 })
    expect(
      repeatsOf([
        { record, costUsd: 1 },
        { record, costUsd: 2 },
      ]).rows,
    ).toMatchObject([{ input_tokens: 2 ** 40, output_tokens: 3, at_most_usd: 2 }])
  })

  it('list the largest hundred and sum up all', () => {
    const twice = Array.from({ length: 240 }, (_, index) => ({ record: usage({ inputTokens: 1 + (index >> 1) }), costUsd: 1 }))
    expect(repeatsOf(twice)).toMatchObject({ groups: 120, at_most_usd: 120, rows: { length: 100 } })
  })

  it('are counted in a ledger, but not from before --since', async () => {
    const rows = [{ timestamp: '2026-11-01T00:00:00Z' }, {}, { input_tokens: 101, cost_usd: 0.25 }, { input_tokens: 101, cost_usd: 0.5 }]
    expect((await savingsOf(rows)).repeats).toMatchObject({ groups: 2, at_most_usd: 1 })
    expect((await savingsOf(rows, '--since', '2026-11-02')).repeats).toMatchObject({ groups: 1, at_most_usd: 0.5 })
  })
})

describe('escalations', () => {
  const [cheap, middle, premium] = ['gpt-4o-mini', 'o3-mini', 'gpt-4o']
  const call = (model: string | undefined, timeMs: number | null, overrides: Partial<CostRecord> = {}): Call => ({
    record: usage({ model: model ?? '', timeMs, outputTokens: 1, runId: 'run-1', step: 'plan', ...overrides }),
    costUsd: model === premium ? 0.5 : 0.25,
  })

  it.each<[string, Call[], number, number]>([
    ['a premium call after a cheap one', [call(cheap, 1), call(premium, 2)], 1, 1],
    ['whatever the order of the lines', [call(premium, 2), call(cheap, 1)], 1, 1],
    ['at the same time', [call(premium, 1), call(cheap, 1)], 1, 1],
    ['not a cheap call after a premium one', [call(premium, 1), call(cheap, 2)], 1, 0],
    ['each cheap call once', [call(cheap, 1), call(premium, 2), call(premium, 3)], 1, 1],
    ['two of two', [call(cheap, 1), call(cheap, 2), call(premium, 3), call(premium, 4)], 2, 2],
    ['not across steps', [call(cheap, 1), call(premium, 2, { step: 'draft' })], 1, 0],
    ['not across runs', [call(cheap, 1), call(premium, 2, { runId: 'run-2' })], 1, 0],
    ['not without a run', [call(cheap, 1, { runId: null }), call(premium, 2, { runId: null })], 0, 0],
    ['not without a time', [call(cheap, null), call(premium, null)], 0, 0],
    ['not from or to a model in between', [call(middle, 1), call(premium, 2), call(cheap, 3), call(middle, 4)], 1, 0],
    ['not after an embedding', [call('text-embedding-3-small', 1, { outputTokens: 0 }), call(premium, 2)], 0, 0],
    ['after a cheap call that failed', [call(cheap, 1, { outputTokens: 0, errors: 1 }), call(premium, 2)], 1, 1],
    ['not with a model without a price', [call('no-such-model', 1), call(premium, 2)], 0, 0],
  ])('are %s', (_, list, economy, escalated) => {
    expect(escalationsOf(list)).toMatchObject({ economy_calls: economy, escalated_calls: escalated, at_most_usd: 0.5 * escalated })
  })

  it('are the same in any order', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(escalationsOf(other)).toEqual(escalationsOf(list))
        const { escalated_calls, economy_calls } = escalationsOf(list)
        expect(escalated_calls).toBeLessThanOrEqual(economy_calls)
      }),
    )
  })

  it('say what the first tries cost, per step', () => {
    const { rows, share_percent } = escalationsOf([call(cheap, 1), call(premium, 2), call(cheap, 3), call(cheap, 4, { step: 'draft' })])
    expect(rows).toEqual([{ step: 'plan', agent: null, economy_calls: 2, escalated_calls: 1, first_cost_usd: 0.25, at_most_usd: 0.5 }])
    expect(share_percent).toBeCloseTo(100 / 3)
  })
})
