import { compareFigures } from '../../../src/compare/compare.ts'
import type { Cause, Change, Comparison, Explanation } from '../../../src/generated/types.ts'

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

export function buildCause(overrides: Partial<Cause> = {}): Cause {
  return {
    driver: 'mix',
    delta_usd: 0.2069404,
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

/** Why the regressing pull request costs more, the largest cause first. */
export const CAUSES: readonly Cause[] = [
  buildCause(),
  buildCause({
    driver: 'calls',
    delta_usd: 0.18177,
    group: 'review',
    model: 'o1-preview',
    from_model: null,
    baseline_value: 0,
    head_value: 3,
  }),
  buildCause({ delta_usd: 0.1615849, group: 'retrieve' }),
  buildCause({
    driver: 'calls',
    delta_usd: 0.0651498,
    group: 'draft',
    model: 'claude-3-5-sonnet-20241022',
    from_model: null,
    baseline_value: 8,
    head_value: 12,
  }),
  buildCause({
    driver: 'input_tokens_per_call',
    delta_usd: 0.0376418,
    group: 'analyse',
    from_model: null,
    baseline_value: 2872.69,
    head_value: 4136.73,
  }),
  buildCause({
    driver: 'input_tokens_per_call',
    delta_usd: 0.030337,
    group: 'finalize',
    from_model: null,
    baseline_value: 2557.15,
    head_value: 3422.4,
  }),
  buildCause({
    driver: 'output_tokens_per_call',
    delta_usd: -0.0107246,
    group: 'analyse',
    from_model: null,
    baseline_value: 577.46,
    head_value: 488.09,
  }),
]

/** Why the regressing pull request costs more. */
export function buildExplanation(overrides: Partial<Explanation> = {}): Explanation {
  return {
    drivers: [
      { driver: 'calls', delta_usd: 0.2318553 },
      { driver: 'mix', delta_usd: 0.3685253 },
      { driver: 'input_tokens_per_call', delta_usd: 0.1070355 },
      { driver: 'output_tokens_per_call', delta_usd: -0.0037028 },
      { driver: 'cache', delta_usd: 0 },
      { driver: 'rates', delta_usd: 0 },
    ],
    kinds: { fitted: 2, catalog: 0, unknown: 0 },
    head_at_baseline_rates_usd: 1.276457,
    causes: [...CAUSES],
    main_cause: buildCause(),
    ...overrides,
  }
}
