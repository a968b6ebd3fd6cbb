import { compareFigures } from '../../../src/compare/compare.ts'
import type { Change, Noise, Report, Workload } from '../../../src/generated/types.ts'
import { buildChange, buildComparison } from './changes.ts'
import { buildBaseline, buildFinding, buildReport } from './report.ts'
import { buildModel, buildSummary } from './summary.ts'

/** What chance makes of +24 % over 20 records of an ordinary suite of agents: nobody can tell. */
export function buildNoise(overrides: Partial<Noise> = {}): Noise {
  return {
    state: 'inconclusive',
    reason: 'within_noise',
    records: 20,
    level_records: 20,
    left_out: [],
    noise_percent: 10.4,
    reach_percent: 31.2,
    measured_percent: 24,
    proven_percent: 0,
    proven_by: null,
    smallest_provable_percent: 31.2,
    repetitions: 3,
    lowest_usd: 0.98,
    highest_usd: 1.52,
    newest: null,
    rise: null,
    factors: [],
    odd_runs: [],
    ...overrides,
  }
}

/** What was measured: US dollars of main and of head, and runs of both. */
export interface Measured {
  readonly before?: number
  readonly after?: number
  readonly runs?: readonly [before: number, after: number]
  readonly cases?: Change[]
}

/** The report of an eval of 12 runs whose history knows its noise, +24 % where nothing else is said; the finding is the one of its state. */
export function buildNoisy(noise: Partial<Noise> = {}, measured: Measured = {}, overrides: Partial<Report> = {}): Report {
  const { before = 1.2, after = 1.488, runs = [12, 12], cases } = measured
  const percent = (after / before - 1) * 100
  const told = buildNoise({ measured_percent: percent, ...noise })
  const total = buildChange('total', [before, 120, 300_000], [after, 124, 360_000])
  const [was, is] = runs
  const isFound = told.state !== 'pass' && (told.state !== 'unknown' || percent > 20)
  const level = told.state === 'inconclusive' || told.state === 'hidden' ? 'warning' : 'error'
  const message = `total: $${after} is more than the baseline of $${before}, limit 20 %`
  const finding = buildFinding({ level, message, actual: percent, percent_of_limit: percent * 5, policy: null })
  return buildReport({
    verdict: isFound ? (level === 'error' ? 'fail' : 'warn') : 'pass',
    blocked: isFound && level === 'error',
    policy: { path: null, paths: [] },
    files: [],
    noise: told,
    workload: buildWork(before, after, cases === undefined ? ['run', was, is] : ['case', ...countCases(cases)]),
    baseline: buildBaseline({
      source: 'artifact',
      path: 'llm-cost-baseline',
      run_id: 7,
      commits_behind: 0,
      total_cost_usd: before,
      window: { records: 10, by: 'level', newest_cost_usd: before },
    }),
    head: buildSummary({
      total_cost_usd: after,
      calls: 124,
      runs: is,
      model_stats: { 'gpt-4o': buildModel(124, 360_000, after) },
      agent_stats: {},
      step_stats: {},
      customer_stats: {},
    }),
    comparison: buildComparison({
      total,
      figures: compareFigures({ runs: was, cost_per_run_usd: before / was }, { runs: is, cost_per_run_usd: after / is }),
      models: [{ ...total, name: 'gpt-4o' }],
      agents: [],
      steps: [],
      customers: [],
      ...(cases && { cases }),
    }),
    explanation: null,
    findings: isFound ? [finding] : [],
    checks: [],
    ...overrides,
  })
}

/** Cases before and now. */
function countCases(cases: readonly Change[]): [before: number, after: number] {
  const without = (status: Change['status']) => cases.filter((one) => one.status !== status).length
  return [without('added'), without('removed')]
}

/** Other work than the baseline; null where both did as much. */
function buildWork(before: number, after: number, [unit, was, is]: [unit: 'run' | 'case', was: number, is: number]): Workload | null {
  if (was === is) return null
  const figure = `${unit}s` as const
  return {
    differs: [{ figure, baseline: was, head: is, shared: null }],
    unit,
    baseline_usd: before / was,
    head_usd: after / is,
    percent: (after / is / (before / was) - 1) * 100,
    fewer: is < was ? { figure, baseline: was, head: is } : null,
  }
}
