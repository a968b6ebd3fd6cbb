import type { BaselineUsed, Check, DecidingFile, Finding, Report, RuleResult } from '../../../src/generated/types.ts'
import { buildComparison, buildExplanation } from './changes.ts'
import { buildSummary } from './summary.ts'

const POLICY = 'catalog/policies/cost_governance.yaml'

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
  return { ...buildResult(), level: 'error', approvable: false, eased: null, ...overrides }
}

/** A file that decides the verdict, as it lies in a folder. */
export function buildFile(overrides: Partial<DecidingFile> = {}): DecidingFile {
  return { kind: 'policy', path: POLICY, origin: 'workspace', commit: null, change: 'unchanged', ...overrides }
}

/** The cost summary of main in a file. */
export function buildBaseline(overrides: Partial<BaselineUsed> = {}): BaselineUsed {
  return {
    state: 'found',
    source: 'file',
    path: 'baseline_summary.json',
    format: 'cost-summary',
    commit: '8899ac1d2c0e5b6f7a8b9c0d1e2f3a4b5c6d7e8f',
    created_at: '2026-11-01T09:41:00.000Z',
    total_cost_usd: 0.5727437,
    price_catalog: null,
    run_id: null,
    commits_behind: null,
    window: null,
    reason: null,
    ...overrides,
  }
}

export function buildCheck(overrides: Partial<Check> = {}): Check {
  return { ...buildResult(), outcome: 'passed', ...overrides }
}

/** The report of the regressing pull request of the samples: fail, blocked. */
export function buildReport(overrides: Partial<Report> = {}): Report {
  return {
    schema_version: 1,
    tool: { name: 'llm-cost-gate', version: '0.1.0' },
    created_at: '2026-11-03T15:30:00.000Z',
    verdict: 'fail',
    blocked: true,
    settings: {
      mode: 'gate',
      max_increase_percent: 20,
      min_increase_usd: 0,
      fail_on: 'error',
      on_missing_baseline: 'warn',
      on_inconclusive: 'warn',
      on_invalid: 'fail',
      timezone: 'UTC',
      since: null,
      dry_run: false,
      comment_key: 'default',
      approval_label: null,
    },
    policy: { path: POLICY, paths: [POLICY] },
    files: [buildFile(), buildFile({ kind: 'baseline', path: 'baseline_summary.json' })],
    proposed: null,
    approval: { given: null, notes: [] },
    record: null,
    baseline: buildBaseline(),
    head: buildSummary(),
    comparison: buildComparison(),
    explanation: buildExplanation(),
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
    noise: null,
    workload: null,
    success: null,
    projection: null,
    savings: null,
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
