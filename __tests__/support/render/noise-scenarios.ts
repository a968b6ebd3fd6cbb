import type { Report } from '../../../src/generated/types.ts'
import { buildChange } from './changes.ts'
import { buildNoisy } from './noise.ts'
import { buildBaseline, buildReport } from './report.ts'

const { settings } = buildReport()
const COMMIT = '8899ac1d2c0e5b6f7a8b9c0d1e2f3a4b5c6d7e8f'

/** One report for each thing that chance can make of the growth of the total. */
export const NOISE_SCENARIOS: readonly (readonly [name: string, report: Report])[] = [
  [
    'inconclusive',
    buildNoisy(
      {
        smallest_provable_percent: 62.4,
        newest: { usd: 1.31, percent: 13.59 },
        left_out: [
          { commit: COMMIT, created_at: null, total_cost_usd: 0.61, reason: 'fewer_runs', count: 6, usual: 12 },
          { commit: null, created_at: '2026-10-30T04:00:00.000Z', total_cost_usd: 1.1, reason: 'unpriced', count: 7, usual: null },
        ],
      },
      {
        cases: [
          buildChange('refund of a late order', [0.2, 2, 9000], [0.36, 3, 31_000]),
          ...Array.from({ length: 7 }, (_, index) => buildChange(`case ${index}`, [0.1, 1, 3000], [0.09 + index / 100, 1, 3100])),
          buildChange('gift | wrap', [0.3, 2, 8000], null),
          buildChange('new | wrap', null, [0.3, 2, 8000]),
        ],
      },
    ),
  ],
  ['inconclusive-as-a-pass', asPass(buildNoisy())],
  ['inconclusive-that-blocks', asFail(buildNoisy())],
  [
    'one-run',
    buildNoisy(
      { reason: 'one_run', repetitions: null, odd_runs: [{ run_id: 'mag-73cf25', usd: 0.61, usual_usd: 0.19 }] },
      { after: 1.692 },
    ),
  ],
  ['fewer-runs', buildNoisy({ reason: 'fewer_runs', repetitions: null }, { after: 1.08, runs: [12, 8] })],
  [
    'proven-by-the-total',
    buildNoisy(
      {
        state: 'fail',
        reason: null,
        noise_percent: 4.6,
        reach_percent: 14.1,
        proven_percent: 34.2,
        proven_by: 'total',
        smallest_provable_percent: 20,
        repetitions: null,
        highest_usd: 1.31,
      },
      { after: 1.61 },
    ),
  ],
  [
    'proven-by-a-factor',
    buildNoisy(
      {
        state: 'fail',
        reason: null,
        reach_percent: 38.2,
        proven_percent: 29.1,
        proven_by: 'factors',
        smallest_provable_percent: 38.2,
        repetitions: null,
        factors: [
          { name: 'calls', percent: -2.2, reach_percent: 26, sure: false },
          { name: 'tokens_per_call', percent: 29.1, reach_percent: 9.2, sure: true },
          { name: 'price_per_token', percent: 0.1, reach_percent: 1.3, sure: false },
        ],
      },
      { after: 1.512 },
    ),
  ],
  [
    'hidden',
    buildNoisy(
      {
        state: 'hidden',
        reason: null,
        proven_percent: 31.4,
        proven_by: 'factors',
        repetitions: null,
        factors: [
          { name: 'calls', percent: -14.2, reach_percent: 26, sure: false },
          { name: 'tokens_per_call', percent: 31.4, reach_percent: 8.1, sure: true },
          { name: 'price_per_token', percent: -0.2, reach_percent: 1.3, sure: false },
        ],
      },
      { after: 1.344 },
    ),
  ],
  [
    'inside-the-noise',
    buildNoisy(
      { state: 'pass', reason: null, noise_percent: 4.6, reach_percent: 14.1, smallest_provable_percent: 20, repetitions: null },
      { after: 1.284 },
    ),
  ],
  [
    'noise-not-known-yet',
    buildNoisy(
      {
        state: 'unknown',
        reason: 'few_records',
        records: 3,
        noise_percent: null,
        reach_percent: null,
        proven_percent: null,
        smallest_provable_percent: null,
        repetitions: null,
        lowest_usd: null,
        highest_usd: null,
      },
      { after: 1.284 },
      { baseline: buildBaseline({ source: 'artifact', path: 'llm-cost-baseline', total_cost_usd: 1.2, run_id: 7, commits_behind: 0 }) },
    ),
  ],
  ['recorded-inside-the-noise', { ...buildNoisy(), settings: { ...settings, mode: 'record' } }],
]

function asPass(report: Report): Report {
  const findings = report.findings.map((finding) => ({ ...finding, level: 'notice' as const }))
  return { ...report, verdict: 'pass', findings, settings: { ...settings, on_inconclusive: 'pass' } }
}

function asFail(report: Report): Report {
  const findings = report.findings.map((finding) => ({ ...finding, level: 'error' as const }))
  return { ...report, verdict: 'fail', blocked: true, findings, settings: { ...settings, on_inconclusive: 'fail' } }
}
