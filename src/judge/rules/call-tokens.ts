import type { LargestCall } from '../../generated/types.ts'
import type { FigureRule } from '../../policy/rule.ts'
import { count, integer } from '../../words/format.ts'
import { cite, decide, type Facts, leaveUnmatched, type Ruling } from '../ruling.ts'
import { type SubjectStats, type Subjects, subjectsOf } from '../subjects/subjects.ts'
import { judgeEach } from '../subjects/target.ts'

type CallTokensRule = FigureRule<'max_input_tokens' | 'max_output_tokens'>

const SIDES = {
  max_input_tokens: { side: 'input', noun: 'input token' },
  max_output_tokens: { side: 'output', noun: 'output token' },
} as const

/**
 * Judges the largest call of each agent, model or step. Of a record that stands for several calls their mean is judged: the largest of them
 * has at least as many tokens.
 */
export function judgeCallTokens(rules: readonly CallTokensRule[], head: Subjects): Ruling[] {
  return judgeEach(rules, subjectsOf(head), judgeLargest)
}

function judgeLargest(rule: CallTokensRule, name: string, { calls, largest_calls: known }: SubjectStats): Ruling {
  const { limit, level } = rule
  const { side, noun } = SIDES[rule.key]
  if (!known?.[side]) {
    const reason = calls === 0 ? 'it has no calls' : `nothing says how many ${noun}s a single call had; summarize its records again`
    return leaveUnmatched({ ...cite(rule, name), message: `${name}: ${reason}` })
  }
  const call = known[side]
  const { tokens: actual, run_id, step } = call
  const size = `${describe(call, rule.kind)} had ${call.mean_of === undefined ? '' : 'a mean of '}${count(actual, noun)}`
  const message = `${name}: ${size}, limit ${integer(limit)} per call`
  const isElse = rule.kind === 'step' || step === null
  const facts: Facts = { ...cite(rule, name), message, actual, run_id, ...(!isElse && { step }) }
  if (actual <= limit && known.calls < calls) {
    const part = `only ${integer(known.calls)} of ${count(calls, 'call')} are known one by one`
    return leaveUnmatched({ ...facts, message: `${message}; ${part}` })
  }
  return decide(actual > limit, level, facts)
}

/** Which call it was, beside the subject itself. */
function describe({ step, model, run_id, mean_of }: LargestCall, kind: CallTokensRule['kind']): string {
  const where = kind === 'step' || step === null ? '' : ` of step ${step}`
  const by = kind === 'model' ? '' : ` of ${model}`
  const run = run_id === null ? '' : ` in run ${run_id}`
  return `${mean_of === undefined ? 'a call' : `a record of ${count(mean_of, 'call')}`}${by}${where}${run}`
}
