import type { Comparison, Figures } from '../generated/types.ts'
import { compareFigure, compareSubject, compareSubjects } from './change.ts'
import type { FigureValues, Side } from './side.ts'

/** Head against baseline, in total and per model, agent, step, customer and case. */
export function compare(baseline: Side, head: Side): Comparison {
  return {
    total: compareSubject('total', totalOf(baseline), totalOf(head)),
    figures: compareFigures(baseline.figures, head.figures),
    models: compareSubjects(baseline.models, head.models),
    agents: compareSubjects(baseline.agents, head.agents),
    steps: compareSubjects(baseline.steps, head.steps),
    customers: compareSubjects(baseline.customers, head.customers),
    ...compareCases(baseline.cases, head.cases),
  }
}

/** Nothing where neither side names a case. Head says all that there is: without a case in it those of the baseline are gone. */
function compareCases(baseline: Side['cases'], head: Side['cases']): Pick<Comparison, 'cases'> {
  return baseline === null && head === null ? {} : { cases: compareSubjects(baseline, head ?? new Map()) }
}

function totalOf({ totalUsd, figures }: Side) {
  const { calls = null, input_tokens: input = null, output_tokens: output = null } = figures
  return { costUsd: totalUsd, calls, tokens: input === null || output === null ? null : input + output }
}

/** Figures of the whole on both sides. */
export function compareFigures(baseline: FigureValues, head: FigureValues): Figures {
  const figure = (name: keyof Figures) => compareFigure(baseline[name] ?? null, head[name] ?? null)
  return {
    calls: figure('calls'),
    failed_calls: figure('failed_calls'),
    input_tokens: figure('input_tokens'),
    output_tokens: figure('output_tokens'),
    cached_input_tokens: figure('cached_input_tokens'),
    cache_write_tokens: figure('cache_write_tokens'),
    reasoning_tokens: figure('reasoning_tokens'),
    token_efficiency: figure('token_efficiency'),
    runs: figure('runs'),
    successful_tasks: figure('successful_tasks'),
    cost_per_run_usd: figure('cost_per_run_usd'),
    cost_per_run_p50_usd: figure('cost_per_run_p50_usd'),
    cost_per_run_p95_usd: figure('cost_per_run_p95_usd'),
    cost_per_run_max_usd: figure('cost_per_run_max_usd'),
    cost_per_successful_task: figure('cost_per_successful_task'),
    cost_per_1k_tokens: figure('cost_per_1k_tokens'),
  }
}
