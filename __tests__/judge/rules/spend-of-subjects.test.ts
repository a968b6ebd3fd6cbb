import { describe, expect, it } from 'vitest'
import { agent, head, model, policy, runs, stats } from '../../support/judge/builders.ts'
import { call, findingOf, group, largest, ruled } from '../../support/judge/spend.ts'

const PICO = 1e-12

describe('the cost of a subject in all', () => {
  it.each([
    ['below', 2 - PICO, 'passed'],
    ['equal', 2, 'passed'],
    ['above', 2 + PICO, 'error'],
  ])('%s the limit', (_what, cost, outcome) => {
    const usage = head({ step_stats: { s: stats({ cost_usd: cost }) } })
    const rules = group('subject: step', 'limits: { s: { max_total_cost_usd: 2 } }')
    expect(ruled(rules, usage, 'max_total_cost_usd')).toMatchObject([{ outcome }])
  })

  it.each(['agent', 'model', 'step', 'customer'])('is that of each %s of its own', (kind) => {
    const spent = { 'x-1': { cost_usd: 3 }, 'x-2': { cost_usd: 1 } }
    const all = {
      agent_stats: Object.fromEntries(Object.entries(spent).map(([name, one]) => [name, agent({}, kind === 'agent' ? one : {})])),
      model_stats: Object.fromEntries(Object.entries(spent).map(([name, one]) => [name, model({}, kind === 'model' ? one : {})])),
      step_stats: Object.fromEntries(Object.entries(spent).map(([name, one]) => [name, stats(kind === 'step' ? one : {})])),
      customer_stats: Object.fromEntries(Object.entries(spent).map(([name, one]) => [name, stats(kind === 'customer' ? one : {})])),
    }
    const rules = group(`subject: ${kind}`, 'limits: { "x-*": { max_total_cost_usd: 2 } }')
    expect(ruled(rules, head(all), 'max_total_cost_usd')).toEqual([
      { outcome: 'error', message: 'x-1: cost $3.00, limit $2.00 in all' },
      { outcome: 'passed', message: 'x-2: cost $1.00, limit $2.00 in all' },
    ])
  })
})

describe('a day or month of a customer', () => {
  const rules = group('subject: customer', 'limits: { "*": { max_cost_per_day_usd: 5, max_cost_per_month_usd: 50 } }')
  const customer = (daily: number, monthly: number) =>
    head({ customer_stats: { acme: { ...stats(), daily_cost_usd: { '2026-11-03': daily }, monthly_cost_usd: { '2026-11': monthly } } } })

  it.each([
    [5 - PICO, 50 - PICO, 'passed', 'passed'],
    [5, 50, 'passed', 'passed'],
    [5 + PICO, 50, 'error', 'passed'],
    [5, 50.000000000001, 'passed', 'error'],
  ])('of $%d and $%d', (daily, monthly, day, month) => {
    expect(ruled(rules, customer(daily, monthly), 'max_cost_per_day_usd')).toMatchObject([{ outcome: day }])
    expect(ruled(rules, customer(daily, monthly), 'max_cost_per_month_usd')).toMatchObject([{ outcome: month }])
  })

  it('is not judged where an earlier version wrote the summary, and says so', () => {
    expect(ruled(rules, head({ customer_stats: { acme: stats() } }), 'max_cost_per_day_usd')).toEqual([
      { outcome: 'unmatched', message: 'acme: nothing says what it cost per day; summarize its records again' },
    ])
  })
})

describe('the tokens of a call', () => {
  const rules = group('subject: step', 'limits: { "*": { max_input_tokens: 1000, max_output_tokens: 100 } }')
  const step = (...given: Parameters<typeof largest>) => head({ step_stats: { s: { ...stats(), ...largest(...given) } } })

  it.each([
    [999, 99, 'passed', 'passed'],
    [1000, 100, 'passed', 'passed'],
    [1001, 100, 'error', 'passed'],
    [1000, 101, 'passed', 'error'],
  ])('%d in and %d out', (input, output, first, second) => {
    expect(ruled(rules, step(input, output), 'max_input_tokens')).toMatchObject([{ outcome: first }])
    expect(ruled(rules, step(input, output), 'max_output_tokens')).toMatchObject([{ outcome: second }])
  })

  it('are told with model and run, and with the step where that is not the subject', () => {
    expect(findingOf(rules, step(1234), 'max_input_tokens')).toMatchObject({
      message: 's: a call of m1 in run r1 had 1,234 input tokens, limit 1,000 per call',
      unit: 'tokens',
      actual: 1234,
      run_id: 'r1',
    })
    expect(findingOf(rules, step(1234), 'max_input_tokens')).not.toHaveProperty('step')
    const about = group('subject: model', 'limits: { m1: { max_output_tokens: 100 } }')
    expect(findingOf(about, head({ model_stats: { m1: model({}, largest(1, 200)) } }), 'max_output_tokens')).toMatchObject({
      message: 'm1: a call of step s1 in run r1 had 200 output tokens, limit 100 per call',
      step: 's1',
    })
  })

  it('are told without a step or run where the call has none', () => {
    const about = group('subject: model', 'limits: { m1: { max_input_tokens: 100 } }')
    const bare = model({}, largest(1, 1, { input: call(200, { step: null, run_id: null }) }))
    const found = findingOf(about, head({ model_stats: { m1: bare } }), 'max_input_tokens')
    expect(found).toMatchObject({ message: 'm1: a call had 200 input tokens, limit 100 per call', run_id: null })
    expect(found).not.toHaveProperty('step')
  })

  it('of which there are none are not judged, and it says so', () => {
    expect(ruled(rules, head({ step_stats: { s: stats({ calls: 0 }) } }), 'max_input_tokens')).toEqual([
      { outcome: 'unmatched', message: 's: it has no calls' },
    ])
  })

  it('are those of the mean where a record stands for several calls, and that is said', () => {
    const usage = step(1, 1, { input: call(1500, { mean_of: 4, run_id: null }) })
    expect(ruled(rules, usage, 'max_input_tokens')).toEqual([
      { outcome: 'error', message: 's: a record of 4 calls of m1 had a mean of 1,500 input tokens, limit 1,000 per call' },
    ])
  })

  it('do not pass at the limit where only a part of the calls is known', () => {
    expect(ruled(rules, step(1000, 1, { calls: 2 }), 'max_input_tokens')).toMatchObject([{ outcome: 'unmatched' }])
  })

  it('do not pass where only a part of the calls is known, but break the limit all the same', () => {
    const known = { calls: 2, input: call(10) }
    expect(ruled(rules, step(10, 1, known), 'max_input_tokens')).toMatchObject([
      { outcome: 'unmatched', message: expect.stringContaining('only 2 of 3 calls are known one by one') },
    ])
    expect(ruled(rules, step(1, 1, { calls: 2, input: call(1001) }), 'max_input_tokens')).toMatchObject([{ outcome: 'error' }])
  })

  it('are not judged where an earlier version wrote the summary, and it says so', () => {
    expect(ruled(rules, head({ step_stats: { s: stats() } }), 'max_input_tokens')).toEqual([
      { outcome: 'unmatched', message: 's: nothing says how many input tokens a single call had; summarize its records again' },
    ])
  })
})

describe('the cost of 1,000 tokens', () => {
  const rules = group('subject: step', 'limits: { s: { max_cost_per_1k_tokens_usd: 0.1 } }')
  const step = (cost_usd: number, total_tokens: number, overrides = {}) =>
    head({ step_stats: { s: stats({ cost_usd, total_tokens, ...overrides }) } })

  it.each([
    ['below', 0.3 - PICO, 3000, 'passed'],
    // 0.3 / 3 is 0.09999999999999999 in doubles, and 1.1 / 11 is 0.10000000000000002.
    ['equal', 0.3, 3000, 'passed'],
    ['equal', 1.1, 11_000, 'passed'],
    ['above', 0.3 + PICO, 3000, 'error'],
  ])('%s the limit: $%d for %d tokens', (_what, cost, tokens, outcome) => {
    expect(ruled(rules, step(cost, tokens), 'max_cost_per_1k_tokens_usd')).toMatchObject([{ outcome }])
  })

  it('is not judged without tokens, and cannot pass while calls have no price', () => {
    expect(ruled(rules, step(0, 0), 'max_cost_per_1k_tokens_usd')).toEqual([
      { outcome: 'unmatched', message: 's: there are no tokens, so there is no cost per token' },
    ])
    expect(ruled(rules, step(0.6, 3000), 'max_cost_per_1k_tokens_usd')).toEqual([
      { outcome: 'error', message: 's: 1,000 of 3,000 tokens cost $0.20 on average, limit $0.10' },
    ])
    expect(ruled(rules, step(0.1, 3000, { unpriced_calls: 2 }), 'max_cost_per_1k_tokens_usd')).toMatchObject([
      { outcome: 'unmatched', message: expect.stringContaining('but 2 calls have no known price') },
    ])
    expect(ruled(rules, step(1, 3000, { unpriced_calls: 2 }), 'max_cost_per_1k_tokens_usd')).toMatchObject([{ outcome: 'error' }])
  })
})

describe('the cost of a successful task of an agent', () => {
  const rules = policy('policies: [{ name: g, limits: { a: { max_cost_per_successful_task_usd: 0.25 } } }]')
  const ended = (cost_usd: number, successful_tasks: number, failed_tasks: number, count = successful_tasks + failed_tasks) =>
    head({ agent_stats: { a: agent({}, { cost_usd, successful_tasks, failed_tasks, run_costs: runs({}, { count }) }) } })

  it.each([
    ['below', ended(0.75 - PICO, 3, 1), 'passed'],
    ['equal', ended(0.75, 3, 1), 'passed'],
    ['above', ended(0.75 + PICO, 3, 1), 'error'],
    ['undefined, where nothing succeeded', ended(0.01, 0, 2), 'error'],
    ['undefined, where nothing succeeded and nothing was spent', ended(0, 0, 2), 'unmatched'],
    ['unknown, where one run does not say how it ended', ended(9, 3, 0, 4), 'unmatched'],
    ['unknown, where there are no runs', ended(9, 0, 0), 'unmatched'],
    ['unknown, where an earlier version wrote the summary', head({ agent_stats: { a: agent({ r: 9 }, { cost_usd: 9 }) } }), 'unmatched'],
  ])('%s', (_what, usage, outcome) => {
    const said = ruled(rules, usage, 'max_cost_per_successful_task_usd')
    expect(said).toMatchObject([{ outcome, message: expect.stringMatching(/^a: /) }])
  })
})
