import type { CostSummary, RuleResult } from '../../generated/types.ts'
import type { FlowPolicy, FlowTotalRule } from '../../policy/flow/flow-rule.ts'
import { isMinimum } from '../../policy/rule.ts'
import { isTold } from '../../summarize/flow/flow-told.ts'
import { count, integer, milliseconds, percent } from '../../words/format.ts'
import { measureMcp } from '../rules/error-rate.ts'
import { decide, find, leaveUnmatched, type Ruling } from '../ruling.ts'
import { atMostWarning, isFlowAlone } from './flow-alone.ts'
import { judgeModelLists } from './flow-models.ts'
import { judgeRequiredSteps, judgeSteps } from './flow-steps.ts'

/** The figures of a flow, as a cost summary has them. */
export type FlowFigures = Pick<
  CostSummary,
  | 'runs'
  | 'flow_runs'
  | 'flow_told'
  | 'sources'
  | 'successes'
  | 'success_rate'
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
  /** Whether the framework's gate does not look at it. */
  readonly isUngated?: boolean
}

/**
 * Applies the rules of flow governance. Limits are strict.
 * @param earlier steps that were missing then, too, are told apart from others; null: nothing is known of them.
 */
export function judgeFlow(policy: FlowPolicy, flow: FlowFigures, earlier: FlowFigures | null): Ruling[] {
  return [
    ...policy.totals.map((rule) => judgeTotal(rule, flow)),
    ...judgeSteps(policy.steps, flow.steps ?? []),
    ...judgeRequiredSteps(policy.requiredSteps, flow, earlier),
    ...judgeModelLists(policy.models, flow),
    ...policy.empty.map((place) =>
      find('warning', { rule: 'no_limits', subject: DATA, message: `nothing is limited by ${place.path}`, policy: place }),
    ),
  ]
}

function judgeTotal({ key, limit, level, warnAtPercent, policy }: FlowTotalRule, flow: FlowFigures): Ruling {
  const { actual, unit, words, isUngated } = MEASURES[key](flow)
  const facts = { rule: key, subject: { kind: 'total', name: null }, limit, unit, policy, warnAtPercent } as const
  if (actual === null) return leaveUnmatched({ ...facts, message: words })
  const isBroken = isMinimum(key) ? actual < limit : actual > limit
  const bound = isMinimum(key) ? 'at least' : 'limit'
  const message = `${words} ${writeMeasure(actual, unit, limit)}, ${bound} ${writeMeasure(limit, unit, actual)}`
  return decide(isBroken, isUngated ? atMostWarning(level) : level, { ...facts, message, actual })
}

/** How far a share that somebody wrote may be from its counts. */
const ROUNDED = 1e-9
const DATA = { kind: 'data', name: null } as const

const MEASURES: Record<FlowTotalRule['key'], (flow: FlowFigures) => Measure> = {
  min_runs: ({ runs }) => ({ actual: runs, unit: 'runs', words: 'in all:' }),
  min_success_rate: ({ flow_runs: runs, successes = 0, success_rate }) => {
    if (runs === undefined) return { actual: null, unit: 'ratio', words: 'no run says how it ended, so there is no success rate' }
    const counted = runs > 0 ? successes / runs : 0
    const actual = success_rate ?? counted
    const words =
      Math.abs(actual - counted) < ROUNDED
        ? `${integer(successes)} of ${count(runs, 'run')} succeeded:`
        : 'success rate as the flow summary says:'
    return { actual, unit: 'ratio', words }
  },
  max_avg_latency_ms: ({ avg_latency_ms = null, latency_count: ends = 0 }) => {
    // The mean of no latencies stands there as 0.
    const mean = ends === 0 && avg_latency_ms === 0 ? null : avg_latency_ms
    return {
      actual: mean,
      unit: 'ms',
      words: mean === null ? 'no step says how long it took' : `mean latency of ${count(ends, 'step run')}:`,
    }
  },
  // Totals of no calls are none: what the steps say of their own calls, which the framework's gate does not look at.
  max_mcp_error_rate: (flow) => {
    const { mcp, steps = [] } = flow
    const isAlone = isFlowAlone(flow)
    const total = measureMcp([isTold(flow, 'mcp') ? mcp : undefined])
    const isOfSteps = total.rate === null && (isAlone || total.why === 'none')
    const errors = isOfSteps ? measureMcp(steps.map((step) => step.mcp)) : total
    if (errors.rate !== null) {
      const isUngated = isAlone && isOfSteps
      const words = `${errors.words}${isUngated ? ' by the steps, and no total says so' : ''}:`
      return { actual: errors.rate, unit: 'ratio', words, isUngated }
    }
    const isNone = errors.why === 'none' && total.why === 'none'
    return { actual: null, unit: 'ratio', words: isNone ? 'there are no MCP calls' : 'nobody says whether the MCP calls failed' }
  },
}

function writeMeasure(value: number, unit: RuleResult['unit'], like: number): string {
  if (unit === 'ratio') return percent(value * 100, like * 100)
  return unit === 'ms' ? milliseconds(value, like) : count(value, 'run')
}
