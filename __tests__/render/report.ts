import { compareFigures } from '../../src/compare/compare.ts'
import type { Cause, Change, Check, Comparison, Finding, Report, RuleResult } from '../../src/generated/types.ts'
import { buildSummary } from './summary.ts'

const POLICY = 'catalog/policies/cost_governance.yaml'

type Side = readonly [costUsd: number, calls: number, tokens: number] | null

/** The change of one subject; null: it is not there. */
export function buildChange(name: string, before: Side, after: Side): Change {
  const delta = (after?.[0] ?? 0) - (before?.[0] ?? 0)
  const changed = before === null ? 'added' : after === null ? 'removed' : delta === 0 ? 'unchanged' : 'changed'
  return {
    name,
    status: changed,
    baseline_cost_usd: before?.[0] ?? null,
    head_cost_usd: after?.[0] ?? null,
    delta_usd: delta,
    percent: before === null || after === null || before[0] === 0 ? null : (delta / before[0]) * 100,
    baseline_calls: before?.[1] ?? null,
    head_calls: after?.[1] ?? null,
    baseline_tokens: before?.[2] ?? null,
    head_tokens: after?.[2] ?? null,
  }
}

export function buildResult(overrides: Partial<RuleResult> = {}): RuleResult {
  return {
    rule: 'max_increase_percent',
    subject: { kind: 'total', name: null },
    message: 'total: $1.2765 is 122.9 % more than the baseline of $0.5727, limit 20 %',
    actual: 122.86721825,
    limit: 20,
    unit: 'percent',
    percent_of_limit: 614.33609125,
    run_id: null,
    period: null,
    policy: { path: POLICY, line: 22, name: null },
    ...overrides,
  }
}

export function buildFinding(overrides: Partial<Finding> = {}): Finding {
  return { ...buildResult(), level: 'error', ...overrides }
}

export function buildCheck(overrides: Partial<Check> = {}): Check {
  return { ...buildResult(), outcome: 'passed', ...overrides }
}

export function buildCause(overrides: Partial<Cause> = {}): Cause {
  return {
    driver: 'mix',
    delta_usd: 0.2069063,
    group: 'classify',
    group_by: 'step',
    model: 'gpt-4o',
    from_model: 'gpt-4o-mini',
    baseline_value: 0,
    head_value: 1,
    ...overrides,
  }
}

/** Main against the regressing pull request of the samples. */
export function buildComparison(overrides: Partial<Comparison> = {}): Comparison {
  return {
    total: buildChange('total', [0.5727437, 68, 228316], [1.276457, 78, 316265]),
    figures: compareFigures(
      {
        calls: 68,
        failed_calls: 0,
        input_tokens: 193159,
        output_tokens: 35157,
        token_efficiency: 0.182,
        runs: 12,
        cost_per_run_usd: 0.0477286,
      },
      {
        calls: 78,
        failed_calls: 0,
        input_tokens: 277836,
        output_tokens: 38429,
        token_efficiency: 0.1383,
        runs: 12,
        cost_per_run_usd: 0.1063714,
      },
    ),
    models: [
      buildChange('gpt-4o', [0.4323125, 35, 115172], [0.887765, 63, 259508]),
      buildChange('o1-preview', null, [0.18177, 3, 6367]),
      buildChange('claude-3-5-sonnet-20241022', [0.121959, 8, 28897], [0.206922, 12, 50390]),
      buildChange('gpt-4o-mini', [0.0184722, 25, 84247], null),
    ],
    agents: [
      buildChange('compensation-advisor-sag', [0.1869047, 38, 129099], [0.5544475, 40, 164497]),
      buildChange('offer-orchestrator-mag', [0.385839, 30, 99217], [0.7220095, 38, 151768]),
    ],
    steps: [
      buildChange('classify', [0.0103971, 14, 47273], [0.2173375, 15, 64081]),
      buildChange('review', null, [0.18177, 3, 6367]),
      buildChange('retrieve', [0.0080751, 11, 36974], [0.16966, 14, 49543]),
      buildChange('draft', [0.121959, 8, 28897], [0.206922, 12, 50390]),
      buildChange('finalize', [0.1546875, 13, 40401], [0.21514, 15, 60016]),
      buildChange('plan', [0.1091925, 9, 29919], [0.1181775, 8, 34995]),
      buildChange('analyse', [0.1684325, 13, 44852], [0.16745, 11, 50873]),
    ],
    customers: [
      buildChange('globex', [0.19475395, 25, 82000], [0.4055585, 27, 114626]),
      buildChange('acme-corp', [0.1861248, 24, 78401], [0.3263865, 23, 93478]),
    ],
    ...overrides,
  }
}

const CAUSES: readonly Cause[] = [
  buildCause(),
  buildCause({
    driver: 'activity',
    delta_usd: 0.18177,
    group: 'review',
    model: 'o1-preview',
    from_model: null,
    baseline_value: 0,
    head_value: 3,
  }),
  buildCause({ delta_usd: 0.1614919, group: 'retrieve' }),
  buildCause({
    driver: 'activity',
    delta_usd: 0.0651642,
    group: 'draft',
    model: 'claude-3-5-sonnet-20241022',
    from_model: null,
    baseline_value: 8,
    head_value: 12,
  }),
  buildCause({
    driver: 'tokens_per_call',
    delta_usd: 0.0492097,
    group: 'analyse',
    from_model: null,
    baseline_value: 3450.15,
    head_value: 4624.82,
  }),
  buildCause({
    driver: 'tokens_per_call',
    delta_usd: 0.0463004,
    group: 'finalize',
    from_model: null,
    baseline_value: 3107.77,
    head_value: 4001.07,
  }),
  buildCause({ driver: 'price', delta_usd: -0.022137, group: 'analyse', from_model: null, baseline_value: 3.755295, head_value: 3.29153 }),
]

/** The report of the regressing pull request of the samples: fail, blocked. */
export function buildReport(overrides: Partial<Report> = {}): Report {
  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: '0.1.0' },
    created_at: '2026-11-03T15:30:00.000Z',
    verdict: 'fail',
    blocked: true,
    settings: {
      max_increase_percent: 20,
      min_increase_usd: 0,
      fail_on: 'error',
      on_missing_baseline: 'warn',
      on_invalid: 'fail',
      timezone: 'UTC',
      since: null,
      dry_run: false,
      comment_key: 'default',
    },
    policy: { path: POLICY },
    baseline: {
      state: 'found',
      path: 'baseline_summary.json',
      format: 'cost-summary',
      commit: '8899ac1d2c0e5b6f7a8b9c0d1e2f3a4b5c6d7e8f',
      created_at: '2026-11-01T09:41:00.000Z',
      total_cost_usd: 0.5727437,
      price_catalog: null,
    },
    head: buildSummary(),
    comparison: buildComparison(),
    explanation: {
      drivers: [
        { driver: 'activity', delta_usd: 0.2318469 },
        { driver: 'mix', delta_usd: 0.3683982 },
        { driver: 'tokens_per_call', delta_usd: 0.1509018 },
        { driver: 'price', delta_usd: -0.0474336 },
        { driver: 'unattributed', delta_usd: 0 },
      ],
      causes: [...CAUSES],
      main_cause: buildCause(),
    },
    findings: [
      buildFinding(),
      buildFinding({
        rule: 'require_approval',
        subject: { kind: 'model', name: 'o1-preview' },
        message: 'o1-preview requires approval: 3 calls, $0.1818',
        actual: 3,
        limit: null,
        unit: 'calls',
        percent_of_limit: null,
        policy: { path: POLICY, line: 14, name: 'model_budget_limits' },
      }),
      buildFinding({
        level: 'warning',
        rule: 'warn_cost_per_run_usd',
        subject: { kind: 'run', name: 'mag-970216' },
        message: 'run mag-970216 cost $0.2027, limit $0.20 per run',
        actual: 0.2026525,
        limit: 0.2,
        unit: 'usd',
        percent_of_limit: 101.32625,
        run_id: 'mag-970216',
        policy: { path: POLICY, line: 18, name: 'cost_alerts' },
      }),
    ],
    checks: [
      buildCheck({
        rule: 'max_cost_per_day_usd',
        subject: { kind: 'agent', name: 'offer-orchestrator-mag' },
        message: 'offer-orchestrator-mag: cost $0.722 on 2026-11-03, limit $50.00 per day',
        actual: 0.7220095,
        limit: 50,
        unit: 'usd',
        percent_of_limit: 1.444019,
        period: '2026-11-03',
        policy: { path: POLICY, line: 6, name: 'agent_budget_limits' },
      }),
      buildCheck({
        outcome: 'unmatched',
        rule: 'max_cost_per_run_usd',
        subject: { kind: 'agent', name: 'salary-band-advisor-*' },
        message: 'salary-band-advisor-*: no agent has such a name',
        actual: null,
        limit: 2,
        unit: 'usd',
        percent_of_limit: null,
        policy: { path: POLICY, line: 9, name: 'agent_budget_limits' },
      }),
      buildCheck({
        rule: 'no_usage',
        subject: { kind: 'data', name: null },
        message: '78 calls found',
        actual: 78,
        limit: null,
        unit: 'calls',
        percent_of_limit: null,
        policy: null,
      }),
    ],
    ...overrides,
  }
}
