import { compareFigures } from '../../../src/compare/compare.ts'
import type { Report } from '../../../src/generated/types.ts'
import { buildChange, buildComparison } from './changes.ts'
import { GITHUB_SCENARIOS } from './github-scenarios.ts'
import { NOISE_SCENARIOS } from './noise-scenarios.ts'
import { buildBaseline, buildCheck, buildFinding, buildReport } from './report.ts'
import { buildSmall } from './small.ts'
import { buildAgent, buildStats, buildSummary } from './summary.ts'

const settings = buildReport().settings
const missing = buildFinding({
  level: 'warning',
  rule: 'missing_baseline',
  subject: { kind: 'data', name: null },
  message: 'there is no baseline yet, so a regression cannot be seen; set baseline-path to a cost summary of the base branch',
  actual: null,
  limit: null,
  unit: null,
  percent_of_limit: null,
  policy: null,
})
const absent = buildBaseline({ state: 'missing', format: null, commit: null, created_at: null, total_cost_usd: null })
const data = { ...missing, rule: 'invalid_records' }
const noBaseline = buildReport({
  verdict: 'warn',
  blocked: false,
  policy: { path: null, paths: [] },
  baseline: absent,
  comparison: null,
  explanation: null,
  findings: [missing],
  checks: [buildCheck({ outcome: 'unmatched', actual: null, percent_of_limit: null, policy: null })],
})

const dryRun = buildReport({ blocked: false, settings: { ...settings, dry_run: true } })

const newAndRemoved = buildReport({
  comparison: buildComparison({
    models: [
      buildChange('o1-preview', null, [1.1, 3, 6367]),
      buildChange('gpt-4o', [0.4323125, 35, 115172], null),
      buildChange('gpt-4o-mini', [0.0184722, 25, 84247], [0.054498, 70, 250000]),
      buildChange('claude-3-5-sonnet-20241022', [0.121959, 8, 28897], [0.121959, 8, 28897]),
    ],
  }),
})

const zeroBaseline = buildReport({
  baseline: buildBaseline({ path: 'baseline.json', format: 'bare-summary', commit: null, created_at: null, total_cost_usd: 0 }),
  comparison: buildComparison({
    total: buildChange('total', [0, 0, 0], [1.276457, 78, 316265]),
    figures: compareFigures({}, { calls: 78, input_tokens: 277836, output_tokens: 38429, cost_per_run_usd: 0.1063714 }),
    models: null,
    agents: null,
    steps: null,
    customers: null,
  }),
  explanation: null,
  findings: [buildFinding({ actual: null, percent_of_limit: null, policy: null })],
  checks: [],
})

/** Everything that can be wrong with the data, and still judged. */
const poorData = buildReport({
  verdict: 'warn',
  blocked: false,
  settings: { ...settings, on_invalid: 'skip', comment_key: 'nightly-evals' },
  head: buildSummary({
    unpriced_calls: 7,
    failed_calls: 2,
    cached_input_tokens: 51200,
    reasoning_tokens: 342,
    unpriced: [
      { model: 'llama3.1:70b', calls: 5, input_tokens: 9000, output_tokens: 800 },
      { model: 'in-house/tuned', calls: 2, input_tokens: 700, output_tokens: 90 },
    ],
    quality: {
      invalid_records: 2,
      invalid_examples: [
        '.runs/costs/costs.jsonl:3: $.model: must be a string, got 7',
        '.runs/costs/costs.jsonl:9: $.cost_usd: must be at least 0, got -1',
      ],
      duplicate_records: 4,
      placeholder_records: 1,
      earlier_records: 1200,
      records_without_run: 3,
      disagreements: [
        { run_id: 'mag-73cf25', counted_cost_usd: 0.1413, summary_cost_usd: 0.1513, path: '.runs/agents/mag-73cf25/summary.json' },
        { run_id: null, scope: 'without_run', counted_cost_usd: 0.02, summary_cost_usd: 0.01, path: '.runs/costs.db' },
        { run_id: null, scope: 'all', counted_cost_usd: 0.5, summary_cost_usd: 0.5003, path: 'flow.json' },
        {
          run_id: 'mag-9bdeb3',
          counted_cost_usd: 0.2,
          summary_cost_usd: 0,
          path: '.runs/mag-9bdeb3/mcp_calls.jsonl',
          counted_tokens: 1450,
          summary_tokens: 98000,
        },
      ],
      overlaps: ['.runs/old/summary.json'],
      not_compared: ['.runs/legs/costs.db'],
    },
    pricing: {
      priced_calls: 12,
      as_of: '2026-11-01T12:00:00.000Z',
      catalog: 'genai-prices 0.1.8 + catalog 3f1a9c20',
      models: { 'gpt-4o': { priced_as: 'openai/gpt-4o', calls: 12 } },
    },
  }),
  findings: [
    { ...data, message: '2 invalid records skipped, the first: .runs/costs/costs.jsonl:3: $.model: must be a string, got 7' },
    {
      ...data,
      rule: 'unpriced_model',
      message:
        'llama3.1:70b has no known price: 5 calls with 9,800 tokens are in no amount; add its price to a file and name that in pricing-path',
    },
    {
      ...data,
      level: 'notice',
      rule: 'duplicate_records',
      message: '4 repetitions of identical records left out; each record was counted once',
    },
  ],
  checks: [],
})

/** The agents never ran: less than the baseline, and no pass. */
const nothing = buildReport({
  head: buildSummary({ calls: 0, total_cost_usd: 0, model_stats: {}, agent_stats: {}, step_stats: {}, customer_stats: {}, sources: [] }),
  comparison: buildComparison({
    total: buildChange('total', [0.5727437, 68, 228316], [0, 0, 0]),
    models: [],
    agents: [],
    steps: [],
    customers: [],
  }),
  findings: [
    {
      ...data,
      level: 'error',
      rule: 'no_usage',
      message: 'no LLM calls were found; check usage-path, and that the agents ran before this step',
    },
  ],
})

/** More of everything than a comment should show at once. */
const many = buildReport({
  comparison: buildComparison({
    models: Array.from({ length: 40 }, (_, index) => buildChange(`model-${index}`, [0.01, 1, 100], [0.05 - index / 1000, 2, 200])),
  }),
  head: buildSummary({
    agent_stats: Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`agent-${index}`, buildAgent(1, 100, 0.01)])),
    step_stats: { plan: buildStats(1, 100, 0.01) },
  }),
  findings: Array.from({ length: 60 }, (_, index) =>
    buildFinding({ subject: { kind: 'agent', name: `agent-${index}` }, level: index < 50 ? 'error' : 'warning' }),
  ),
})

/** An eval: some cases moved, most did not much, and a cache answered half of it. */
const evaluated = buildReport({
  comparison: buildComparison({
    cases: [
      buildChange('refund of a late order', [0.05, 2, 9000], [0.21, 3, 31000]),
      buildChange('gift | wrap', [0.04, 2, 8000], null),
      ...Array.from({ length: 24 }, (_, index) => buildChange(`case ${index}`, [0.02, 1, 3000], [0.02 + (23 - index) / 10_000, 1, 3100])),
    ],
  }),
  head: buildSummary({
    from_disk_calls: 39,
    case_stats: { 'refund of a late order': buildStats(3, 31000, 0.21) },
    sources: [
      { path: '**/token-usage.jsonl', format: 'gh-aw', files: 2, records: 78, cost_usd: 1.276457, role: 'counted' },
      { path: 'artifact/**', format: 'gh-aw', files: 1, records: 0, cost_usd: 0, role: 'not-counted' },
    ],
  }),
  findings: [
    buildFinding({
      ...data,
      level: 'warning',
      rule: 'disk_cached',
      message:
        '39 of 78 calls were answered from a cache on disk in this run, 0 of 68 in the baseline: the comparison says nothing about them; run promptfoo with --no-cache',
    }),
  ],
})

export const SCENARIOS: readonly (readonly [name: string, report: Report])[] = [
  ...GITHUB_SCENARIOS,
  ...NOISE_SCENARIOS,
  ['fail', buildReport()],
  ['pass', buildSmall()],
  ['no-baseline', noBaseline],
  ['dry-run', dryRun],
  ['new-and-removed', newAndRemoved],
  ['zero-baseline', zeroBaseline],
  ['poor-data', poorData],
  ['nothing-measured', nothing],
  ['many', many],
  ['eval', evaluated],
]
