import type { Check, Finding, Level, RuleResult } from '../generated/types.js';
import type { Rule } from '../policy/rule.js';
/** One rule applied to one subject: broken (a finding) or not (a check). */
export type Ruling = Finding | Check;
/** The figures of a rule; what is not given is null. */
export type Facts = Pick<RuleResult, 'rule' | 'subject' | 'message'> & Partial<Pick<RuleResult, 'actual' | 'limit' | 'unit' | 'run_id' | 'step' | 'period' | 'policy'> & Pick<Finding, 'approvable'>> & {
    /** Share of the limit from which on it is a warning, in percent. */
    readonly warnAtPercent?: number | null;
};
/** A finding where the rule is broken, a warning where it nearly is and the policy wants to know, else a passed check. */
export declare function decide(isBroken: boolean, level: Level, facts: Facts): Ruling;
/** A rule that is broken. */
export declare function find(level: Level, facts: Facts): Finding;
/** A rule for which there was nothing to judge. */
export declare function leaveUnmatched(facts: Facts): Check;
export declare function isFinding(ruling: Ruling): ruling is Finding;
export declare function isCheck(ruling: Ruling): ruling is Check;
/** The facts that a rule of the policy brings itself, applied to the subject of this name. */
export declare function cite(rule: Rule, name: string | null): Omit<Facts, 'message'>;
