import type { Check, Finding, Level, RuleResult, Subject } from '../generated/types.ts'
import type { Rule } from './rule.ts'

/** One rule applied to one subject: broken (a finding) or not (a check). */
export type Ruling = Finding | Check

/** The figures of a rule; what is not given is null. */
export type Facts = Pick<RuleResult, 'rule' | 'subject' | 'message'> &
  Partial<Pick<RuleResult, 'actual' | 'limit' | 'unit' | 'run_id' | 'period' | 'policy'> & Pick<Finding, 'approvable'>>

/** A finding where the rule is broken, else a passed check. */
export function decide(isBroken: boolean, level: Level, facts: Facts): Ruling {
  return isBroken
    ? { ...toResult(facts), level, approvable: facts.approvable ?? false, eased: null }
    : { ...toResult(facts), outcome: 'passed' }
}

/** A rule for which there was nothing to judge. */
export function leaveUnmatched(facts: Facts): Check {
  return { ...toResult(facts), outcome: 'unmatched' }
}

export function isFinding(ruling: Ruling): ruling is Finding {
  return 'level' in ruling
}

export function isCheck(ruling: Ruling): ruling is Check {
  return !isFinding(ruling)
}

/** The facts that a rule of the policy brings itself, applied to the subject of this name. */
export function cite(rule: Rule, name: string | null): Omit<Facts, 'message'> {
  const subject: Subject = { kind: rule.kind, name }
  const { key, policy, approvable } = rule
  if (rule.key === 'require_approval') return { rule: key, subject, unit: 'calls', policy, approvable }
  return { rule: key, subject, limit: rule.limit, unit: rule.key === 'max_increase_percent' ? 'percent' : 'usd', policy, approvable }
}

function toResult(facts: Facts): RuleResult {
  const { rule, subject, message, actual = null, limit = null, unit = null, run_id = null, period = null, policy = null } = facts
  return { rule, subject, message, actual, limit, unit, percent_of_limit: toPercent(actual, limit), run_id, period, policy }
}

function toPercent(actual: number | null, limit: number | null): number | null {
  return actual === null || limit === null || limit === 0 ? null : (actual / limit) * 100
}
