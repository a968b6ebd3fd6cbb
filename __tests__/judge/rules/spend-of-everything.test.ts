import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { agent, head, model, stats } from '../../support/judge/builders.ts'
import { group, ruled } from '../../support/judge/spend.ts'

const PICO = 1e-12
const total = (line: string) => group(`totals: { ${line} }`)

describe('limits on everything together', () => {
  const tasks = (total_cost_usd: number, successful_tasks: number | null, failed_tasks: number | null, runs = 4) => ({
    total_cost_usd,
    successful_tasks,
    failed_tasks,
    runs,
  })

  it.each<[string, string, Partial<CostSummary>, string]>([
    ['max_total_cost_usd: 25', 'below', { total_cost_usd: 24.999999999999 }, 'passed'],
    ['max_total_cost_usd: 25', 'equal', { total_cost_usd: 25 }, 'passed'],
    ['max_total_cost_usd: 25', 'above', { total_cost_usd: 25.000000000001 }, 'error'],
    ['max_total_cost_per_day_usd: 100', 'equal', { daily_cost_usd: { '2026-11-02': 100, '2026-11-03': 40 } }, 'passed'],
    ['max_total_cost_per_day_usd: 100', 'above', { daily_cost_usd: { '2026-11-02': 100.000000000001 } }, 'error'],
    ['max_total_cost_per_day_usd: 100', 'unknown', { daily_cost_usd: {} }, 'unmatched'],
    ['max_total_cost_per_month_usd: 100', 'equal', { monthly_cost_usd: { '2026-11': 100 } }, 'passed'],
    ['max_total_cost_per_month_usd: 100', 'above', { monthly_cost_usd: { '2026-11': 100.000000000001 } }, 'error'],
    ['max_cost_per_successful_task_usd: 0.1', 'equal', tasks(0.3, 3, 1), 'passed'],
    ['max_cost_per_successful_task_usd: 0.1', 'above', tasks(0.3 + PICO, 3, 1), 'error'],
    ['max_cost_per_successful_task_usd: 0.1', 'nothing succeeded', tasks(0.3, 0, 4), 'error'],
    ['max_cost_per_successful_task_usd: 0.1', 'partly unknown', tasks(9, 3, 0), 'unmatched'],
    ['max_cost_per_successful_task_usd: 0.1', 'unknown', tasks(9, null, null), 'unmatched'],
    ['max_cost_per_1k_tokens_usd: 0.1', 'equal', { total_cost_usd: 0.3, total_tokens: 3000 }, 'passed'],
    ['max_cost_per_1k_tokens_usd: 0.1', 'above', { total_cost_usd: 0.3 + PICO, total_tokens: 3000 }, 'error'],
    ['max_cost_per_1k_tokens_usd: 0.1', 'no tokens', { total_cost_usd: 9, total_tokens: 0 }, 'unmatched'],
    ['max_cost_per_1k_tokens_usd: 0.1', 'partly unpriced', { total_cost_usd: 0.1, total_tokens: 3000, unpriced_calls: 1 }, 'unmatched'],
    ['max_unpriced_calls: 2', 'below', { unpriced_calls: 1 }, 'passed'],
    ['max_unpriced_calls: 2', 'equal', { unpriced_calls: 2 }, 'passed'],
    ['max_unpriced_calls: 2', 'above', { unpriced_calls: 3 }, 'error'],
  ])('%s, %s', (line, _what, usage, outcome) => {
    const rule = line.slice(0, line.indexOf(':'))
    expect(ruled(total(line), head(usage), rule)).toMatchObject([{ outcome }])
  })

  it.each<[string, Partial<CostSummary>, string]>([
    ['max_cost_per_successful_task_usd: 0.1', tasks(0.5, 1, 1, 2), 'each of 1 successful task cost $0.50 on average, limit $0.10'],
    ['max_cost_per_successful_task_usd: 0.1', tasks(0.6, 3, 1), 'each of 3 successful tasks cost $0.20 on average, limit $0.10'],
    ['max_cost_per_successful_task_usd: 0.1', tasks(0.3, 0, 4), 'none of 4 runs succeeded, and they cost $0.30'],
    [
      'max_cost_per_successful_task_usd: 0.1',
      tasks(9, 2, 1),
      '3 runs of 4 runs say how they ended, so there is no cost per successful task',
    ],
    [
      'max_cost_per_successful_task_usd: 0.1',
      tasks(9, null, null, 1),
      '0 runs of 1 run say how they ended, so there is no cost per successful task',
    ],
    ['max_cost_per_successful_task_usd: 0.1', tasks(0.3, null, 4), 'none of 4 runs succeeded, and they cost $0.30'],
    ['max_cost_per_successful_task_usd: 0.1', tasks(9, 0, 0, 0), 'there are no runs, so there is no cost per successful task'],
    [
      'max_cost_per_1k_tokens_usd: 0.1',
      { total_cost_usd: 0.6, total_tokens: 3000 },
      '1,000 of 3,000 tokens cost $0.20 on average, limit $0.10',
    ],
    ['max_cost_per_1k_tokens_usd: 0.1', { total_tokens: 0 }, 'there are no tokens, so there is no cost per token'],
    ['max_total_cost_per_day_usd: 1', { daily_cost_usd: {} }, 'no call has a time, so there is no cost per day'],
    ['max_total_cost_per_month_usd: 1', { monthly_cost_usd: { '2026-11': 2 } }, 'everything cost $2.00 in 2026-11, limit $1.00 per month'],
    ['max_unpriced_calls: 0', { unpriced_calls: 1 }, '1 call without a known price, limit 0'],
  ])('%s of %j say so', (line, usage, message) => {
    expect(ruled(total(line), head(usage), line.slice(0, line.indexOf(':')))).toMatchObject([{ message }])
  })

  it('name the first of the dearest days, in whatever order they stand', () => {
    const days = { '2026-11-04': 120, '2026-11-02': 100, '2026-11-03': 120 }
    expect(ruled(total('max_total_cost_per_day_usd: 100'), head({ daily_cost_usd: days }), 'max_total_cost_per_day_usd')).toMatchObject([
      { message: 'everything cost $120.00 on 2026-11-03, limit $100.00 per day (2 of 3 days are over)' },
    ])
  })

  it('name the day, as the alert of the guide does', () => {
    const rules = group('level: warning', 'totals: { max_total_cost_per_day_usd: 100 }')
    const usage = head({ daily_cost_usd: { '2026-11-02': 120, '2026-11-03': 101, '2026-11-04': 3 } })
    expect(ruled(rules, usage, 'max_total_cost_per_day_usd')).toEqual([
      { outcome: 'warning', message: 'everything cost $120.00 on 2026-11-02, limit $100.00 per day (2 of 3 days are over)' },
    ])
  })
})

describe('spend that does not say whose it is', () => {
  const spent = (overrides: Partial<CostSummary>) => head({ total_cost_usd: 1, ...overrides })
  const of = (kind: string, limit: number) => total(`max_unattributed_percent: { ${kind}: ${limit} }`)

  it.each<[string, string, Partial<CostSummary>, string]>([
    ['agent', 'below', { agent_stats: { a: agent({}, { cost_usd: 0.95 + PICO }) } }, 'passed'],
    ['agent', 'equal', { agent_stats: { a: agent({}, { cost_usd: 0.95 }) } }, 'passed'],
    ['agent', 'above', { agent_stats: { a: agent({}, { cost_usd: 0.95 - PICO }) } }, 'error'],
    ['agent', 'all of it', {}, 'error'],
    ['step', 'equal', { step_stats: { s: stats({ cost_usd: 0.95 }) } }, 'passed'],
    ['step', 'above', { step_stats: { s: stats({ cost_usd: 0.9 }) } }, 'error'],
    ['customer', 'equal', { customer_stats: { c: stats({ cost_usd: 0.95 }) } }, 'passed'],
    ['customer', 'above', { customer_stats: { c: stats({ cost_usd: 0.9 }) } }, 'error'],
    ['model', 'equal', { model_stats: { m: model({}, { cost_usd: 0.95 }), unknown: model({}, { cost_usd: 0.05 }) } }, 'passed'],
    ['model', 'above', { model_stats: { m: model({}, { cost_usd: 0.9 }), unknown: model({}, { cost_usd: 0.1 }) } }, 'error'],
    ['agent', 'of nothing', { total_cost_usd: 0 }, 'unmatched'],
  ])('no %s, %s', (kind, _what, usage, outcome) => {
    expect(ruled(of(kind, 5), spent(usage), 'max_unattributed_percent')).toMatchObject([{ outcome }])
  })

  it('is exactly what is left above $8,192, too', () => {
    const usage = head({ total_cost_usd: 41_000.617285, agent_stats: { a: agent({}, { cost_usd: 32_800.493828 }) } })
    expect(ruled(of('agent', 20), usage, 'max_unattributed_percent')).toMatchObject([{ outcome: 'passed' }])
    expect(ruled(of('agent', 19.9999999), usage, 'max_unattributed_percent')).toMatchObject([{ outcome: 'error' }])
  })

  it('is told in percent of the total', () => {
    const usage = spent({ model_stats: { m: model({}, { cost_usd: 0.75 }) }, agent_stats: { unknown: agent({}, { cost_usd: 0.75 }) } })
    // An agent may be named so; a model is then not known.
    for (const kind of ['model', 'agent']) {
      expect(ruled(of(kind, 10), usage, 'max_unattributed_percent')).toEqual([
        { outcome: 'error', message: `$0.25 come from calls that name no ${kind}: 25 % of the total, limit 10 %` },
      ])
    }
  })

  it('is told in percent of what was spent, whatever that is', () => {
    const usage = head({ total_cost_usd: 4, agent_stats: { a: agent({}, { cost_usd: 3 }) } })
    expect(ruled(of('agent', 10), usage, 'max_unattributed_percent')).toEqual([
      { outcome: 'error', message: '$1.00 come from calls that name no agent: 25 % of the total, limit 10 %' },
    ])
  })

  it('is nothing where the parts are more than the whole, or less by what was lost of it', () => {
    for (const [total_cost_usd, cost_usd] of [
      [1, 1.5],
      [100_000, 99_999.99999999999],
    ] as const) {
      const usage = head({ total_cost_usd, agent_stats: { a: agent({}, { cost_usd }) } })
      expect(ruled(of('agent', 0), usage, 'max_unattributed_percent')).toMatchObject([
        { outcome: 'passed', message: '$0.00 come from calls that name no agent: 0 % of the total, limit 0 %' },
      ])
    }
  })

  it('is nothing where the parts add up, whatever doubles make of them', () => {
    const parts = { a: agent({}, { cost_usd: 0.1 }), b: agent({}, { cost_usd: 0.2 }) }
    expect(ruled(of('agent', 0), head({ total_cost_usd: 0.3, agent_stats: parts }), 'max_unattributed_percent')).toEqual([
      { outcome: 'passed', message: '$0.00 come from calls that name no agent: 0 % of the total, limit 0 %' },
    ])
  })
})
