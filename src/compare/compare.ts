import type { Comparison } from '../generated/types.ts'
import { compareFigure, compareSubject, compareSubjects } from './change.ts'
import type { Side } from './side.ts'

/** Head against baseline, in total and per model, agent, step and customer. */
export function compare(baseline: Side, head: Side): Comparison {
  return {
    total: compareSubject('total', totalOf(baseline), totalOf(head)),
    calls: compareFigure(baseline.calls, head.calls),
    input_tokens: compareFigure(baseline.inputTokens, head.inputTokens),
    output_tokens: compareFigure(baseline.outputTokens, head.outputTokens),
    cost_per_run_usd: compareFigure(baseline.costPerRunUsd, head.costPerRunUsd),
    models: compareSubjects(baseline.models, head.models),
    agents: compareSubjects(baseline.agents, head.agents),
    steps: compareSubjects(baseline.steps, head.steps),
    customers: compareSubjects(baseline.customers, head.customers),
  }
}

function totalOf(side: Side) {
  const tokens = side.inputTokens === null || side.outputTokens === null ? null : side.inputTokens + side.outputTokens
  return { costUsd: side.totalUsd, calls: side.calls, tokens }
}
