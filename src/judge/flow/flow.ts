import type { CostSummary, RuleResult } from '../../generated/types.ts'
import type { FlowPolicy, FlowTotalRule } from '../../policy/flow-rule.ts'
import { isMinimum } from '../../policy/rule.ts'
import { count, milliseconds, percent } from '../../words/format.ts'
import { measureMcp } from '../rules/error-rate.ts'
import { decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { judgeModelLists } from './flow-models.ts'
import { judgeRequiredSteps, judgeSteps } from './flow-steps.ts'

/** The figures of a flow, as a cost summary has them. */
export type FlowFigures = Pick<
  CostSummary,
  | 'runs'
  | 'flow_runs'
  | 'flow_told'
  | 'successes'
  | 'avg_latency_ms'
  | 'latency_count'
  | 'mcp'
  | 'steps'
  | 'models'
  | 'model_stats'
  | 'step_stats'
>

/** What a rule measures; null: there is nothing to judge. */
interface Measure {
  readonly actual: number | null
  readonly unit: RuleResult['unit']
  /** What was measured, with a colon at its end, or why nothing was. */
  readonly words: string
}

/** Applies the rules of flow governance. Limits are strict, and a share of nothing is not judged. */
export function judgeFlow(policy: FlowPolicy, flow: FlowFigures): Ruling[] {
  return [
    ...policy.totals.map((rule) => judgeTotal(rule, flow)),
    ...judgeSteps(policy.steps, flow.steps ?? []),
    ...judgeRequiredSteps(policy.requiredSteps, flow),
    ...judgeModelLists(policy.models, flow),
  ]
}

function judgeTotal({ key, limit, level, warnAtPercent, policy }: FlowTotalRule, flow: FlowFigures): Ruling {
  const { actual, unit, words } = MEASURES[key](flow)
  const facts = { rule: key, subject: { kind: 'total', name: null }, limit, unit, policy, warnAtPercent } as const
  if (actual === null) return leaveUnmatched({ ...facts, message: words })
  const isBroken = isMinimum(key) ? actual < limit : actual > limit
  const bound = isMinimum(key) ? 'at least' : 'limit'
  const message = `${words} ${writeMeasure(actual, unit, limit)}, ${bound} ${writeMeasure(limit, unit, actual)}`
  return decide(isBroken, level, { ...facts, message, actual })
}

const MEASURES: Record<FlowTotalRule['key'], (flow: FlowFigures) => Measure> = {
  min_runs: ({ runs }) => ({ actual: runs, unit: 'runs', words: 'in all:' }),
  min_success_rate: ({ flow_runs: runs = 0, successes = 0 }) => ({
    actual: runs > 0 ? successes / runs : null,
    unit: 'ratio',
    words: runs > 0 ? `${successes} of ${count(runs, 'run')} succeeded:` : 'no run says how it ended, so there is no success rate',
  }),
  max_avg_latency_ms: ({ avg_latency_ms = null, latency_count: ends }) => {
    // The mean of no latencies stands there as 0.
    const mean = ends === 0 ? null : avg_latency_ms
    return {
      actual: mean,
      unit: 'ms',
      words: mean === null ? 'no step says how long it took' : `mean latency of ${count(ends ?? 0, 'step run')}:`,
    }
  },
  // Totals of no calls are none: what the steps say of their own calls.
  max_mcp_error_rate: ({ mcp, steps = [] }) => {
    const errors = measureMcp(mcp && mcp.calls > 0 ? [mcp] : steps.map((step) => step.mcp))
    if (errors.rate !== null) return { actual: errors.rate, unit: 'ratio', words: `${errors.words}:` }
    const words = errors.why === 'none' ? 'there are no MCP calls' : 'nobody says whether the MCP calls failed'
    return { actual: null, unit: 'ratio', words }
  },
}

function writeMeasure(value: number, unit: RuleResult['unit'], like: number): string {
  if (unit === 'ratio') return percent(value * 100, like * 100)
  return unit === 'ms' ? milliseconds(value, like) : count(value, 'run')
}
