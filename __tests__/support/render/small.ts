import { compareFigures } from '../../../src/compare/compare.ts'
import type { Report } from '../../../src/generated/types.ts'
import { buildCause, buildChange, buildComparison, buildExplanation } from './changes.ts'
import { buildCheck, buildReport } from './report.ts'
import { buildModel, buildSummary } from './summary.ts'

const LONGER = buildCause({
  driver: 'input_tokens_per_call',
  delta_usd: 0.0055875,
  group: 'analyse',
  from_model: null,
  baseline_value: 2872.69,
  head_value: 3044.62,
})

const head = buildSummary({
  total_cost_usd: 0.5923953,
  calls: 68,
  input_tokens: 204717,
  output_tokens: 35157,
  total_tokens: 239874,
  step_stats: {},
  customer_stats: {},
  sources: [{ path: '.runs/costs/costs.jsonl', format: 'ledger', files: 1, records: 68, cost_usd: 0.5923953, role: 'counted' }],
  model_stats: {
    'gpt-4o': buildModel(35, 120912, 0.4466625),
    'claude-3-5-sonnet-20241022': buildModel(8, 30451, 0.126621),
    'gpt-4o-mini': buildModel(25, 88511, 0.0191118),
  },
})

const PASSING = buildReport({
  verdict: 'pass',
  blocked: false,
  head,
  comparison: buildComparison({
    total: buildChange('total', [0.5727437, 68, 228316], [0.5923953, 68, 239874]),
    figures: compareFigures(
      { calls: 68, input_tokens: 193159, output_tokens: 35157, runs: 12, cost_per_run_usd: 0.0477286 },
      { calls: 68, input_tokens: 204717, output_tokens: 35157, runs: 12, cost_per_run_usd: 0.0493663 },
    ),
    models: [
      buildChange('gpt-4o', [0.4323125, 35, 115172], [0.4466625, 35, 120912]),
      buildChange('claude-3-5-sonnet-20241022', [0.121959, 8, 28897], [0.126621, 8, 30451]),
      buildChange('gpt-4o-mini', [0.0184722, 25, 84247], [0.0191118, 25, 88511]),
    ],
    agents: [
      buildChange('offer-orchestrator-mag', [0.385839, 30, 99217], [0.3992635, 30, 104276]),
      buildChange('compensation-advisor-sag', [0.1869047, 38, 129099], [0.1931318, 38, 135598]),
    ],
    steps: [],
    customers: [],
  }),
  explanation: buildExplanation({
    drivers: [
      { driver: 'calls', delta_usd: 0 },
      { driver: 'mix', delta_usd: 0 },
      { driver: 'input_tokens_per_call', delta_usd: 0.0196516 },
      { driver: 'output_tokens_per_call', delta_usd: 0 },
      { driver: 'cache', delta_usd: 0 },
      { driver: 'rates', delta_usd: 0 },
    ],
    kinds: { fitted: 2, catalog: 1, unknown: 0 },
    head_at_baseline_rates_usd: 0.5923953,
    causes: [LONGER],
    main_cause: LONGER,
  }),
  findings: [],
  checks: [buildCheck({ actual: 3.43113, percent_of_limit: 17.15565 })],
})

/** The report of the small pull request of the samples: within the limit. */
export function buildSmall(overrides: Partial<Report> = {}): Report {
  return { ...PASSING, ...overrides }
}
