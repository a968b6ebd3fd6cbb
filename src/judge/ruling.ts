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
  if (isBroken) return find(level, facts)
  return findNear(level, facts) ?? { ...toResult(facts), outcome: 'passed' }
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
  const used = usedOf(facts)
  return {
    rule,
    subject,
    message,
    actual,
    limit,
    unit,
    percent_of_limit: used && (used.actual / used.limit) * 100,
    run_id,
    ...(step !== undefined && { step }),
    period,
    policy,
  }
}

/** What of a limit was used; null where nothing is a share of it. */
interface Used {
  readonly actual: number
  readonly limit: number
}

function usedOf({ actual = null, limit = null }: Facts): Used | null {
  return actual === null || limit === null || limit === 0 ? null : { actual, limit }
}

/**
 * A limit that is kept, but used to at least `warnAtPercent` of it, as a warning; it is never worse than breaking the limit would be.
 * Limits of 0 and minimums have no such share.
 */
function findNear(level: Level, facts: Facts): Finding | null {
  const { rule, message, warnAtPercent = null } = facts
  const used = usedOf(facts)
  if (used === null || warnAtPercent === null || isMinimum(rule)) return null
  if (compareShare(used.actual, used.limit, warnAtPercent, 100) < 0) return null
  const said = `${message}; a warning from ${percent(warnAtPercent)} of the limit on`
  return find(level === 'notice' ? 'notice' : 'warning', { ...facts, message: said, approvable: false })
}
