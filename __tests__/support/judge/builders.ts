import { compareFigures } from '../../../src/compare/compare.ts'
import type {
  AgentStats,
  Change,
  Comparison,
  CostSummary,
  Finding,
  ModelStats,
  Quality,
  RunCosts,
  Stats,
} from '../../../src/generated/types.ts'
import { type JudgeInput, type Judgement, judge } from '../../../src/judge/judge.ts'
import type { JudgeSettings } from '../../../src/judge/settings.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { readPolicy } from '../../../src/policy/read.ts'

export const SETTINGS: JudgeSettings = {
  maxIncreasePercent: null,
  minIncreaseUsd: null,
  onInconclusive: null,
  onMissingBaseline: 'warn',
  onInvalid: 'fail',
  unknownModel: 'warn',
}

/** What a baseline is about, as far as judging goes. */
export const BASELINE: JudgeInput['baseline'] = { source: 'file', path: 'baseline.json', reason: null }

export function stats(overrides: Partial<Stats> = {}): Stats {
  return { calls: 3, errors: 0, input_tokens: 1000, output_tokens: 200, total_tokens: 1200, cost_usd: 0.18, ...overrides }
}

/** A model that cost this much on these days. */
export function model(daily: Record<string, number> = {}, overrides: Partial<ModelStats> = {}): ModelStats {
  return { ...stats(), daily_cost_usd: daily, monthly_cost_usd: {}, ...overrides }
}

/** Runs that cost this much. */
export function runs(costs: Record<string, number>, overrides: Partial<RunCosts> = {}): RunCosts {
  const [dearest] = Object.entries(costs).sort(([, a], [, b]) => b - a)
  const values = Object.values(costs)
  const total = values.reduce((sum, cost) => sum + cost, 0)
  return {
    count: values.length,
    total_usd: total,
    mean_usd: values.length === 0 ? null : total / values.length,
    stddev_usd: null,
    p50_usd: null,
    p95_usd: null,
    max_usd: dearest?.[1] ?? null,
    max_run_id: dearest?.[0] ?? null,
    costs_usd: costs,
    ...overrides,
  }
}

/** An agent whose runs cost this much. */
export function agent(costs: Record<string, number> = {}, overrides: Partial<AgentStats> = {}): AgentStats {
  return { ...model(), run_costs: runs(costs), ...overrides }
}

export function quality(overrides: Partial<Quality> = {}): Quality {
  return {
    invalid_records: 0,
    invalid_examples: [],
    duplicate_records: 0,
    placeholder_records: 0,
    earlier_records: 0,
    records_without_run: 0,
    disagreements: [],
    overlaps: [],
    ...overrides,
  }
}

export function head(overrides: Partial<CostSummary> = {}): CostSummary {
  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: '0.1.0' },
    commit: null,
    created_at: null,
    timezone: 'UTC',
    period: { from: null, to: null },
    total_cost_usd: 0.18,
    calls: 3,
    failed_calls: 0,
    input_tokens: 1000,
    output_tokens: 200,
    total_tokens: 1200,
    unpriced_calls: 0,
    runs: 1,
    successful_tasks: null,
    failed_tasks: null,
    cost_per_successful_task: null,
    cost_per_1k_tokens: null,
    token_efficiency: null,
    model_stats: {},
    agent_stats: {},
    step_stats: {},
    customer_stats: {},
    step_model_stats: [],
    daily_cost_usd: {},
    monthly_cost_usd: {},
    run_costs: runs({}),
    unpriced: [],
    sources: [],
    quality: quality(),
    pricing: { priced_calls: 0, as_of: null, catalog: null, models: {} },
    ...overrides,
  }
}

/** One subject that cost this much before and now. */
export function change(name: string, before: number | null, now: number | null, overrides: Partial<Change> = {}): Change {
  const status = before === null ? 'added' : now === null ? 'removed' : before === now ? 'unchanged' : 'changed'
  return {
    name,
    status,
    baseline_cost_usd: before,
    head_cost_usd: now,
    delta_usd: (now ?? 0) - (before ?? 0),
    percent: before === null || now === null || before === 0 ? null : ((now - before) / before) * 100,
    baseline_calls: null,
    head_calls: null,
    baseline_tokens: null,
    head_tokens: null,
    ...overrides,
  }
}

export function comparison(total: Change, overrides: Partial<Comparison> = {}): Comparison {
  return {
    total,
    figures: compareFigures({}, {}),
    models: null,
    agents: null,
    steps: null,
    customers: null,
    ...overrides,
  }
}

export const UNCHANGED = comparison(change('total', 1, 1))

export function policy(yaml: string): Policy {
  return readPolicy('policy.yaml', yaml)
}

/** An error about the total, without a line of a policy. */
export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'max_increase_percent',
    subject: { kind: 'total', name: null },
    message: 'total: too much',
    actual: 30,
    limit: 20,
    unit: 'percent',
    percent_of_limit: 150,
    run_id: null,
    period: null,
    policy: null,
    level: 'error',
    approvable: true,
    eased: null,
    ...overrides,
  }
}

/** Judges usage that has nothing wrong with it, but for what the case says. */
export function judged(overrides: Partial<JudgeInput> = {}): Judgement {
  return judge({
    policy: null,
    head: head(),
    explanation: null,
    comparison: UNCHANGED,
    success: null,
    projection: null,
    baseline: BASELINE,
    before: null,
    chance: null,
    noise: null,
    today: '2026-11-03',
    settings: SETTINGS,
    ...overrides,
  })
}
