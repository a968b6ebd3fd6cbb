import fc from 'fast-check'
import type { CostSummary, LargestCalls, PolicyGroup, Stats } from '../../../src/generated/types.ts'
import { agent, head, model, runs, stats } from './builders.ts'
import { call } from './spend.ts'

/** Few values, so that limits and figures often meet. */
const figure = fc.constantFrom(0, 1, 2, 3, 4, 5, 8, 10)
const names = ['a', 'ab', '__proto__']
/** Names and globs of a policy. */
export const pattern = fc.constantFrom('*', 'a', 'a*', '?', 'ab', '__proto__', 'none')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

/** The keys of limits that each kind of subject may have. */
const KEYS = {
  agent: [
    'max_cost_per_run_usd',
    'max_p95_cost_per_run_usd',
    'max_p50_cost_per_run_usd',
    'max_cost_per_day_usd',
    'max_total_cost_usd',
    'max_input_tokens',
    'max_output_tokens',
    'max_cost_per_1k_tokens_usd',
    'max_cost_per_successful_task_usd',
  ],
  model: ['max_daily_spend_usd', 'max_cost_per_month_usd', 'max_total_cost_usd', 'max_input_tokens', 'max_price_drift_percent'],
  step: ['max_total_cost_usd', 'max_input_tokens', 'max_output_tokens', 'max_cost_per_1k_tokens_usd'],
  customer: ['max_total_cost_usd', 'max_cost_per_day_usd', 'max_cost_per_month_usd', 'max_cost_per_1k_tokens_usd'],
} as const
const TOTALS = [
  'max_total_cost_usd',
  'max_total_cost_per_day_usd',
  'max_total_cost_per_month_usd',
  'max_p95_cost_per_run_usd',
  'max_p50_cost_per_run_usd',
  'max_projected_cost_per_month_usd',
  'max_projected_increase_per_month_usd',
  'max_cost_per_successful_task_usd',
  'max_cost_per_1k_tokens_usd',
  'max_unpriced_calls',
] as const

const manner = {
  level: fc.constantFrom('error', 'warning', 'notice'),
  warn_at_percent: fc.constantFrom(50, 80, 100),
  expires: fc.constantFrom('2026-11-02', '2026-11-03', '2027-01-01'),
}
const mannered = <T>(limits: fc.Arbitrary<T>) =>
  fc.tuple(limits, fc.record(manner, { requiredKeys: [] })).map(([one, how]) => ({ ...one, ...how }))
const some = (keys: readonly string[]) =>
  fc.subarray([...keys], { minLength: 1 }).chain((chosen) => fc.record(Object.fromEntries(chosen.map((key) => [key, figure]))))

const named = fc
  .constantFrom('agent', 'model', 'step', 'customer')
  .chain((subject) =>
    fc
      .tuple(fc.array(fc.tuple(pattern, mannered(some(KEYS[subject]))), { minLength: 1, maxLength: 3 }), maybe(fc.boolean()))
      .map(([entries, exact]) => ({ subject, limits: Object.fromEntries(entries), ...(exact !== undefined && { exact }) })),
  )
const totals = fc
  .tuple(some(TOTALS), maybe(fc.record({ agent: figure, customer: figure })))
  .map(([limits, parts]) => ({ totals: { ...limits, ...(parts !== undefined && { max_unattributed_percent: parts }) } }))
const thresholds = some(['warn_cost_per_run_usd', 'error_cost_per_run_usd']).map((limits) => ({ thresholds: limits }))

/** A group of a policy. */
export const groups: fc.Arbitrary<PolicyGroup> = mannered(fc.oneof(named, totals, thresholds)).map(
  (group) => ({ name: 'g', ...group }) as PolicyGroup,
)

const largest: fc.Arbitrary<LargestCalls> = fc
  .record({ calls: fc.constantFrom(2, 3), input: figure, output: figure, mean_of: maybe(fc.constant(2)) })
  .map(({ calls, input, output, mean_of }) => ({
    calls,
    input: call(input, mean_of === undefined ? {} : { mean_of }),
    output: call(output),
  }))
const amounts = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), figure)
const spent: fc.Arbitrary<Stats> = fc
  .record({
    cost_usd: figure,
    total_tokens: fc.constantFrom(0, 1000, 3000),
    unpriced_calls: maybe(fc.constant(1)),
    largest_calls: maybe(largest),
  })
  .map(({ cost_usd, total_tokens, unpriced_calls, largest_calls }) =>
    stats({ cost_usd, total_tokens, ...(unpriced_calls && { unpriced_calls }), ...(largest_calls && { largest_calls }) }),
  )
const dated = fc
  .record({ stats: spent, daily_cost_usd: amounts(['2026-11-02', '2026-11-03']), monthly_cost_usd: amounts(['2026-10', '2026-11']) })
  .map(({ stats: figures, ...periods }) => ({ ...figures, ...periods }))
const each = <T>(one: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...names), one)

/** Runs with what most of them cost. */
function most(costs: Record<string, number>) {
  const [least = null] = Object.values(costs).sort((one, other) => one - other)
  return runs(costs, { p50_usd: least, p95_usd: runs(costs).max_usd })
}

/** A cost summary, as far as limits look at it; some of it as earlier versions wrote it. */
export const summaries: fc.Arbitrary<CostSummary> = fc
  .record({
    agents: each(fc.tuple(dated, amounts(['r1', 'r2']), maybe(fc.tuple(figure, figure)))),
    models: each(fc.tuple(dated, maybe(fc.tuple(fc.constantFrom(2, 3), figure, figure)))),
    steps: each(spent),
    customers: each(fc.oneof(dated, spent)),
    total: dated,
    all: amounts(['r1', 'r2', 'r3']),
    tasks: fc.option(fc.tuple(figure, figure), { nil: undefined, freq: 3 }),
    more: fc.constantFrom<[number, number]>([0, 0], [40, 0], [40, 0], [0, 40], [0, 40]),
    input_tokens: fc.constantFrom(1000, 1000, 1500),
  })
  .map(({ agents, models, steps, customers, total, all, tasks, more, input_tokens }) => {
    const { cost_usd: total_cost_usd, total_tokens, unpriced_calls = 0, daily_cost_usd, monthly_cost_usd } = total
    const ends = (pair: readonly [number, number] | undefined) => pair && { successful_tasks: pair[0], failed_tasks: pair[1] }
    const check = (found: readonly [number, number, number]) => ({ calls: found[0], recorded_usd: found[1], list_usd: found[2] })
    const map = <T, S>(from: Record<string, T>, to: (value: T) => S) =>
      Object.fromEntries(Object.entries(from).map(([name, one]) => [name, to(one)]))
    return head({
      total_cost_usd,
      input_tokens,
      total_tokens,
      unpriced_calls,
      daily_cost_usd,
      monthly_cost_usd,
      // So many now and then that a fall of the share of successes may be beyond chance.
      ...(tasks && { ...ends([tasks[0] + more[0], tasks[1] + more[1]]), runs: tasks[0] + tasks[1] + 40 * Math.sign(more[0] + more[1]) }),
      agent_stats: map(agents, ([figures, costs, ended]) => agent({}, { ...figures, run_costs: most(costs), ...ends(ended) })),
      model_stats: map(models, ([figures, found]) => model({}, { ...figures, ...(found && { price_check: check(found) }) })),
      step_stats: steps,
      customer_stats: customers,
      run_costs: most(all),
    })
  })
