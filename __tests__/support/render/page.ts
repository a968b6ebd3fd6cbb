import type { PastRecord, Report, RunCosts } from '../../../src/generated/types.ts'
import { renderPage } from '../../../src/render/page/page.ts'
import { buildChange, buildComparison } from './changes.ts'
import { buildCheck, buildReport } from './report.ts'
import { buildStats, buildSummary } from './summary.ts'

/** Records of the base branch, one a day, whose models and agents keep their parts. */
export function buildRecords(count: number): PastRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    commit: `${(0xabc1230 + 7919 * index).toString(16)}${'0'.repeat(33)}`,
    created_at: `2026-10-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00.000Z`,
    total_cost_usd: 0.5 + 0.02 * (index % 5),
    calls: 60 + index,
    models: { 'gpt-4o': 0.3 + 0.02 * (index % 5), 'claude-3-5-sonnet-20241022': 0.12 },
    agents: { 'offer-orchestrator-mag': 0.3, 'compensation-advisor-sag': 0.2 + 0.02 * (index % 5) },
  }))
}

/** Twelve runs from `first` on, each a cent dearer. */
function buildRuns(costs: RunCosts, first: number): RunCosts {
  return { ...costs, costs_usd: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`run-${index}`, first + index / 100])) }
}

/** A report with something for every section that a gate without records can fill. */
export function buildRich(overrides: Partial<Report> = {}): Report {
  const report = buildReport()
  const ended = (runs: number, successes: number) => ({
    runs,
    successful_runs: successes,
    success_rate: successes / runs,
    cost_per_success_usd: 0.1,
  })
  const budget = buildCheck({
    rule: 'max_cost_per_month_usd',
    subject: { kind: 'agent', name: 'offer-orchestrator-mag' },
    actual: 3,
    limit: 50,
    unit: 'usd',
    percent_of_limit: 6,
    period: '2026-11',
  })
  return {
    ...report,
    head: { ...report.head, run_costs: buildRuns(report.head.run_costs, 0.06) },
    past: { records: buildRecords(14), run_costs: buildRuns(report.head.run_costs, 0.02) },
    success: { baseline: ended(12, 12), head: ended(12, 9), change: null },
    checks: [...report.checks, budget],
    ...overrides,
  }
}

/** Far more models than a page can show. */
export function buildLarge(count: number): Report {
  const names = Array.from({ length: count }, (_, index) => `vendor/model-${index}-preview-2026-11-03`)
  const head = buildSummary({
    model_stats: Object.fromEntries(
      names.map((name, index) => [name, { ...buildStats(1, 100, 0.01 + index / 1e6), daily_cost_usd: {}, monthly_cost_usd: {} }]),
    ),
    step_model_stats: names.map((model, index) => ({
      step: `step-${index % 500}`,
      agent: null,
      model,
      ...buildStats(1, 100, 0.01 + index / 1e6),
    })),
  })
  const models = names.map((name, index) => buildChange(name, [0.01, 1, 100], [0.01 + index / 1e6, 1, 100]))
  return buildRich({ head, comparison: buildComparison({ models, agents: models, steps: models, cases: models, customers: models }) })
}

/** The shape of a page: its elements and fixed words, without names, figures and pictures. */
export function outline(report: Report): string[] {
  const page = renderPage(report)
  const marks = page.matchAll(/<(h[1-4]|figcaption|caption|summary)[^>]*>(.*?)<\/\1>/gs)
  return [...marks].map(([, element, words = '']) => `${element}: ${words.replace(/<code>.*?<\/code>/g, '<code>').replace(/<[^>]*>/g, '')}`)
}
