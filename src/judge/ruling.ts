import type { Check, Finding, Level, RuleResult, Subject } from '../generated/types.ts'
import type { Rule } from '../policy/rule.ts'
import { isMinimum } from '../policy/rule.ts'
import { percent } from '../words/format.ts'
import { compareShare } from './exact.ts'

/** One rule applied to one subject: broken (a finding) or not (a check). */
export type Ruling = Finding | Check

/** The figures of a rule; what is not given is null. */
export type Facts = Pick<RuleResult, 'rule' | 'subject' | 'message'> &
  Partial<Pick<RuleResult, 'actual' | 'limit' | 'unit' | 'run_id' | 'step' | 'period' | 'policy'> & Pick<Finding, 'approvable'>> & {
    /** Share of the limit from which on it is a warning, in percent. */
    readonly warnAtPercent?: number | null
  }

/** A finding where the rule is broken, a warning where it nearly is and the policy wants to know, else a passed check. */
export function decide(isBroken: boolean, level: Level, facts: Facts): Ruling {
  return isBroken ? find(level, facts) : warnNear({ ...toResult(facts), outcome: 'passed' }, level, facts.warnAtPercent ?? null)
}

/** A rule that is broken. */
export function find(level: Level, facts: Facts): Finding {
  return { ...toResult(facts), level, approvable: facts.approvable ?? false, eased: null }
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

/** Units of limits that are no amounts. */
const UNITS: ReadonlyMap<string, RuleResult['unit']> = new Map([
  ['max_increase_percent', 'percent'],
  ['creep', 'percent'],
  ['max_increase_tokens_percent', 'percent'],
  ['max_error_rate', 'ratio'],
  ['max_mcp_error_rate', 'ratio'],
  ['max_avg_latency_ms', 'ms'],
  ['max_input_tokens', 'tokens'],
  ['max_output_tokens', 'tokens'],
  ['max_price_drift_percent', 'percent'],
  ['max_unattributed_percent', 'percent'],
  ['max_unpriced_calls', 'calls'],
])

/** The facts that a rule of the policy brings itself, applied to the subject of this name. */
export function cite(rule: Rule, name: string | null): Omit<Facts, 'message'> {
  const subject: Subject = { kind: rule.kind, name }
  const { key, policy, approvable, warnAtPercent = null } = rule
  if (rule.key === 'require_approval') return { rule: key, subject, unit: 'calls', policy, approvable }
  return { rule: key, subject, limit: rule.limit, unit: UNITS.get(key) ?? 'usd', policy, approvable, warnAtPercent }
}

function toResult(facts: Facts): RuleResult {
  const { rule, subject, message, actual = null, limit = null, unit = null, run_id = null, step, period = null, policy = null } = facts
  const share = toPercent(actual, limit)
  return {
    rule,
    subject,
    message,
    actual,
    limit,
    unit,
    percent_of_limit: share,
    run_id,
    ...(step !== undefined && { step }),
    period,
    policy,
  }
}

function toPercent(actual: number | null, limit: number | null): number | null {
  return actual === null || limit === null || limit === 0 ? null : (actual / limit) * 100
}

/**
 * A limit that is kept, but used to at least `warnAtPercent` of it, as a warning; it is never worse than breaking the limit would be.
 * Limits of 0 and minimums have no such share.
 */
function warnNear(ruling: Ruling, level: Level, warnAtPercent: number | null): Ruling {
  if (warnAtPercent === null || !('outcome' in ruling) || ruling.outcome !== 'passed') return ruling
  const { outcome: _, ...result } = ruling
  const { rule, actual, limit, message } = result
  if (isMinimum(rule) || actual === null || limit === null || limit <= 0) return ruling
  if (compareShare(actual, limit, warnAtPercent, 100) < 0) return ruling
  return {
    ...result,
    message: `${message}; a warning from ${percent(warnAtPercent)} of the limit on`,
    level: level === 'notice' ? 'notice' : 'warning',
    approvable: false,
    eased: null,
  }
}
