import { describe, expect, it } from 'vitest'
import type { CostSummary } from '../../../src/generated/types.ts'
import { writeActual, writeLimit, writeShare } from '../../../src/render/findings/rule-figures.ts'
import { describeRule } from '../../../src/render/findings/rules.ts'
import { PLAIN } from '../../../src/words/escape.ts'
import { agent, head, judged, model, policy, runs, stats } from '../../support/judge/builders.ts'
import { call, largest } from '../../support/judge/spend.ts'

const USAGE: CostSummary = head({
  total_cost_usd: 10,
  unpriced_calls: 2,
  runs: 2,
  successful_tasks: 0,
  failed_tasks: 2,
  daily_cost_usd: { '2026-11-03': 9 },
  monthly_cost_usd: { '2026-11': 10 },
  agent_stats: { 'pla|nner': agent({}, { cost_usd: 8, ...largest(5000, 10, { output: call(900, { step: null, run_id: null }) }) }) },
  model_stats: { m: model({}, { price_check: { calls: 3, recorded_usd: 1, list_usd: 4 } }) },
  step_stats: { s: stats({ cost_usd: 2.5, total_tokens: 1000, ...largest(5000) }) },
  run_costs: runs({ r: 3 }, { p95_usd: 3, p50_usd: 2 }),
  customer_stats: { c: { ...stats(), daily_cost_usd: { '2026-11-03': 3 }, monthly_cost_usd: {} } },
})

function cells(group: string): string[] {
  const { findings } = judged({ policy: policy(`policies: [{ name: g, ${group} }]`), head: USAGE })
  const finding = findings.find(({ policy: line }) => line !== null)
  if (finding === undefined) throw new Error('nothing was found')
  return [describeRule(finding, PLAIN), writeActual(finding), writeLimit(finding), writeShare(finding)]
}

describe('a broken limit on spend is described', () => {
  it.each([
    ['totals: { max_total_cost_usd: 5 }', ['Total cost', '$10.00', '$5.00', '200 %']],
    ['totals: { max_total_cost_per_day_usd: 5 }', ['Dearest day in all: 2026-11-03', '$9.00', '$5.00', '180 %']],
    ['totals: { max_total_cost_per_month_usd: 5 }', ['Dearest month in all: 2026-11', '$10.00', '$5.00', '200 %']],
    ['totals: { max_cost_per_successful_task_usd: 1 }', ['Cost of a successful task', 'none succeeded', '$1.00', '–']],
    ['totals: { max_cost_per_1k_tokens_usd: 1 }', ['Cost of 1,000 tokens', '$8.3333', '$1.00', '833.3 %']],
    ['totals: { max_p95_cost_per_run_usd: 1 }', ['Cost of 95 of 100 runs', '$3.00', '$1.00', '300 %']],
    ['totals: { max_unpriced_calls: 1 }', ['Calls without a known price', '2 calls', '1 call', '200 %']],
    ['totals: { max_unattributed_percent: { agent: 5 } }', ['Spend that names no agent', '20 %', '5 %', '–']],
    ['subject: step, limits: { s: { max_total_cost_usd: 1 } }', ['Cost of step s', '$2.50', '$1.00', '250 %']],
    ['subject: step, limits: { s: { max_cost_per_1k_tokens_usd: 1 } }', ['Cost of 1,000 tokens of step s', '$2.50', '$1.00', '250 %']],
    [
      'subject: step, limits: { s: { max_input_tokens: 1000 } }',
      ['Longest prompt of step s: run r1', '5,000 tokens', '1,000 tokens', '500 %'],
    ],
    [
      'limits: { "*": { max_input_tokens: 4000 } }',
      ['Longest prompt of agent pla|nner: step s1, run r1', '5,000 tokens', '4,000 tokens', '125 %'],
    ],
    ['limits: { "*": { max_output_tokens: 500 } }', ['Longest answer of agent pla|nner', '900 tokens', '500 tokens', '180 %']],
    ['limits: { m: { max_price_drift_percent: 5 } }', ['Recorded cost against list price of model m', '75 %', '5 %', '–']],
    ['subject: customer, limits: { c: { max_cost_per_day_usd: 1 } }', ['Dearest day of customer c: 2026-11-03', '$3.00', '$1.00', '300 %']],
  ])('%s', (group, expected) => {
    expect(cells(group)).toEqual(expected)
  })
})
