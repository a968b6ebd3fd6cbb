import type { CostSummary, StepRunStats } from '../generated/types.ts'
import { count, milliseconds, percent } from '../render/format.ts'
import type { Named } from './flow-rule.ts'
import type { FlowStepRule } from './rule.ts'
import { cite, decide, leaveUnmatched, type Ruling } from './ruling.ts'
import { judgeEach } from './target.ts'

/** Judges each step by the most specific limit on it, key by key. */
export function judgeSteps(rules: readonly FlowStepRule[], steps: readonly StepRunStats[]): Ruling[] {
  const byName = Object.fromEntries(steps.map((step) => [step.name, step]))
  return judgeEach(rules, () => byName, judgeStep)
}

function judgeStep(rule: FlowStepRule, name: string, step: StepRunStats): Ruling {
  const facts = cite(rule, name)
  const { limit, level } = rule
  if (rule.key === 'max_avg_latency_ms') {
    const actual = step.avg_latency_ms
    if (actual === null) return leaveUnmatched({ ...facts, message: `${name}: none of its runs says how long it took` })
    const message = `${name}: mean latency ${milliseconds(actual, limit)}, limit ${milliseconds(limit, actual)}`
    return decide(actual > limit, level, { ...facts, message, actual })
  }
  const [all, failed, noun] =
    rule.key === 'max_error_rate' ? [step.runs, step.errors, 'run'] : [step.mcp?.calls ?? 0, step.mcp?.errors ?? 0, 'MCP call']
  if (all === 0) return leaveUnmatched({ ...facts, message: `${name}: it has no ${noun}s, so there is no error rate` })
  const actual = failed / all
  const shares = `${percent(actual * 100, limit * 100)}, limit ${percent(limit * 100, actual * 100)}`
  return decide(actual > limit, level, { ...facts, message: `${name}: ${failed} of ${count(all, noun)} failed: ${shares}`, actual })
}

/** Judges whether each required step ran; where no run events say so, whether it made a call. */
export function judgeRequiredSteps(required: readonly Named[], { steps, step_stats }: Pick<CostSummary, 'steps' | 'step_stats'>): Ruling[] {
  const ran = new Map(
    steps ? steps.map(({ name, runs }) => [name, runs]) : Object.entries(step_stats).map(([name, { calls }]) => [name, calls]),
  )
  return required.map(({ name, policy }) => {
    const actual = ran.get(name) ?? 0
    const message = `required step ${name} ${actual === 0 ? 'did not run' : 'ran'}`
    return decide(actual === 0, 'error', {
      rule: 'required_steps',
      subject: { kind: 'step', name },
      message,
      actual,
      unit: steps ? 'runs' : 'calls',
      policy,
    })
  })
}
