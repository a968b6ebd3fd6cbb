import type { AgentStats, CostSummary, DatedStats, RunCosts, Stats } from '../../../src/generated/types.ts'

/** Figures of one subject; an eighth of the tokens is output. */
export function buildStats(calls: number, tokens: number, costUsd: number): Stats {
  const output = Math.round(tokens / 8)
  return { calls, errors: 0, input_tokens: tokens - output, output_tokens: output, total_tokens: tokens, cost_usd: costUsd }
}

export function buildModel(calls: number, tokens: number, costUsd: number): DatedStats {
  return { ...buildStats(calls, tokens, costUsd), daily_cost_usd: { '2026-11-03': costUsd }, monthly_cost_usd: { '2026-11': costUsd } }
}

export function buildAgent(calls: number, tokens: number, costUsd: number, runs: RunCosts = RUNS): AgentStats {
  return { ...buildModel(calls, tokens, costUsd), run_costs: runs }
}

const RUNS: RunCosts = {
  count: 12,
  total_usd: 1.276457,
  mean_usd: 0.1063714,
  stddev_usd: 0.0399,
  p50_usd: 0.0991575,
  p95_usd: 0.2026525,
  max_usd: 0.2026525,
  max_run_id: 'mag-970216',
}

/** The cost summary of the sample pull request that regresses. */
export function buildSummary(overrides: Partial<CostSummary> = {}): CostSummary {
  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: '0.1.0' },
    commit: '1f2e3d4c5b6a79888796a5b4c3d2e1f001122334',
    created_at: '2026-11-03T15:30:00.000Z',
    timezone: 'UTC',
    period: { from: '2026-11-03T15:00:00.000Z', to: '2026-11-03T15:23:23.000Z' },
    total_cost_usd: 1.276457,
    calls: 78,
    failed_calls: 0,
    input_tokens: 277836,
    output_tokens: 38429,
    total_tokens: 316265,
    unpriced_calls: 0,
    runs: 12,
    successful_tasks: 11,
    failed_tasks: 1,
    cost_per_successful_task: 0.1160415,
    cost_per_1k_tokens: 0.0040360362,
    token_efficiency: 0.1383154,
    model_stats: {
      'gpt-4o': buildModel(63, 259508, 0.887765),
      'claude-3-5-sonnet-20241022': buildModel(12, 50390, 0.206922),
      'o1-preview': buildModel(3, 6367, 0.18177),
    },
    agent_stats: {
      'offer-orchestrator-mag': buildAgent(38, 151768, 0.7220095),
      'compensation-advisor-sag': buildAgent(40, 164497, 0.5544475),
    },
    step_stats: {
      classify: buildStats(15, 64081, 0.2173375),
      finalize: buildStats(15, 60016, 0.21514),
      draft: buildStats(12, 50390, 0.206922),
      review: buildStats(3, 6367, 0.18177),
      retrieve: buildStats(14, 49543, 0.16966),
      analyse: buildStats(11, 50873, 0.16745),
      plan: buildStats(8, 34995, 0.1181775),
    },
    customer_stats: { globex: buildStats(27, 114626, 0.4055585), 'acme-corp': buildStats(23, 93478, 0.3263865) },
    step_model_stats: [],
    daily_cost_usd: { '2026-11-03': 1.276457 },
    monthly_cost_usd: { '2026-11': 1.276457 },
    run_costs: RUNS,
    unpriced: [],
    sources: [
      { path: '.runs/costs/costs.jsonl', format: 'ledger', files: 1, records: 78, cost_usd: 1.276457, role: 'counted' },
      { path: '.runs/costs.db', format: 'costs-db', files: 1, records: 0, cost_usd: 0, role: 'not-counted' },
      { path: '.runs/agents/*/summary.json', format: 'run-summary', files: 12, records: 0, cost_usd: 0, role: 'cross-check' },
    ],
    quality: {
      invalid_records: 0,
      invalid_examples: [],
      duplicate_records: 0,
      placeholder_records: 0,
      earlier_records: 0,
      records_without_run: 0,
      disagreements: [],
      overlaps: [],
    },
    pricing: { priced_calls: 0, as_of: null, catalog: null, models: {} },
    ...overrides,
  }
}
