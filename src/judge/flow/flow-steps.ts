import type { CostSummary, PolicyLine, StepRunStats } from '../../generated/types.ts'
import type { RequiredStepsRule } from '../../policy/flow/flow-rule.ts'
import type { FlowStepRule } from '../../policy/rule.ts'
import { isTold } from '../../summarize/flow/flow-told.ts'
import { milliseconds, percent } from '../../words/format.ts'
import { measureMcp, measureRuns } from '../rules/error-rate.ts'
import { cite, decide, leaveUnmatched, type Ruling } from '../ruling.ts'
import { judgeEach } from '../subjects/target.ts'

/** Judges each step by the most specific limit on it, key by key. */
export function judgeSteps(rules: readonly FlowStepRule[], steps: readonly StepRunStats[]): Ruling[] {
  const byName = Object.fromEntries(steps.map((step) => [step.name, step]))
  return judgeEach(rules, () => byName, judgeStep)
}

function judgeStep(rule: FlowStepRule, name: string, step: StepRunStats): Ruling {
  const facts = cite(rule, name)
  const { limit, level } = rule
  if (limit === null) return leaveUnmatched({ ...facts, message: `${name}: no limit` })
  if (rule.key === 'max_avg_latency_ms') {
    const actual = step.avg_latency_ms ?? null
    if (actual === null) return leaveUnmatched({ ...facts, message: `${name}: none of its runs says how long it took` })
    const message = `${name}: mean latency ${milliseconds(actual, limit)}, limit ${milliseconds(limit, actual)}`
    return decide(actual > limit, level, { ...facts, message, actual })
  }
  const errors = rule.key === 'max_error_rate' ? measureRuns(step) : measureMcp([step.mcp])
  if (errors.rate === null) {
    const noun = rule.key === 'max_error_rate' ? 'runs' : 'MCP calls'
    const why = errors.why === 'none' ? `it has no ${noun}, so there is no error rate` : `nobody says whether its ${noun} failed`
    return leaveUnmatched({ ...facts, message: `${name}: ${why}` })
  }
  const actual = errors.rate
  const shares = `${percent(actual * 100, limit * 100)}, limit ${percent(limit * 100, actual * 100)}`
  return decide(actual > limit, level, { ...facts, message: `${name}: ${errors.words}: ${shares}`, actual })
}

/** What tells which steps there are. */
type Steps = Pick<CostSummary, 'flow_told' | 'mcp' | 'models' | 'steps' | 'step_stats'>

/**
 * Judges whether the required steps are there: those that are not are one finding, as in the framework's gate, for which a step that is listed
 * with 0 runs is there. Where nothing tells of steps, a step counts that made a call.
 * @param earlier each step that was missing then, too, is a finding of its own: easing it must not depend on which others are missing. Null:
 * nothing is known of then.
 */
export function judgeRequiredSteps(required: readonly RequiredStepsRule[], flow: Steps, earlier: Steps | null): Ruling[] {
  const now = listRuns(flow)
  const before = earlier && listRuns(earlier)
  const unit = now.told ? 'runs' : 'calls'
  return required.flatMap(({ steps: all, level }) => {
    const facts = (name: string, policy: PolicyLine) => ({ rule: 'required_steps', subject: { kind: 'step', name }, unit, policy }) as const
    const missing = all.filter(({ name }) => runsOf(name, now) === null)
    const old = missing.filter(({ name }) => before !== null && runsOf(name, before) === null)
    const fresh = missing.filter((step) => !old.includes(step))
    return [
      ...[fresh, ...old.map((step) => [step])].flatMap((steps) => {
        const [first] = steps
        if (first === undefined) return []
        const names = steps.map(({ name }) => name).join(', ')
        const message = `required ${steps.length === 1 ? 'step' : 'steps'} ${names} did not run`
        return [decide(true, level, { ...facts(names, first.policy), message, actual: 0 })]
      }),
      ...all.flatMap(({ name, policy }) => {
        const actual = runsOf(name, now)
        if (actual === null) return []
        const message = `required step ${name} ${actual === 0 ? 'is there' : 'ran'}`
        return [decide(false, level, { ...facts(name, policy), message, actual })]
      }),
    ]
  })
}

interface Ran {
  /** Whether a flow tells of its steps. */
  readonly told: boolean
  /** Runs of each, or its calls. */
  readonly ran: ReadonlyMap<string, number>
}

function listRuns(flow: Steps): Ran {
  const told = isTold(flow, 'steps')
  const { steps = [], step_stats } = flow
  const ran = told
    ? steps.map(({ name, runs }) => [name, runs] as const)
    : Object.entries(step_stats).map(([name, { calls }]) => [name, calls] as const)
  return { told, ran: new Map(ran) }
}

/** Null: it is not there. */
function runsOf(name: string, { told, ran }: Ran): number | null {
  const runs = ran.get(name) ?? null
  return told || runs !== 0 ? runs : null
}
