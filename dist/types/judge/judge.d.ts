import type { BaselineUsed, Check, CostSummary, Explanation, Finding, Verdict } from '../generated/types.js';
import type { Policy } from '../policy/policy.js';
import type { Evidence } from './evidence.js';
import { type Ruling } from './ruling.js';
import type { JudgeSettings } from './settings.js';
export interface JudgeInput extends Omit<Evidence, 'workload'> {
    /** null: no policy, the default rules alone. */
    readonly policy: Policy | null;
    readonly head: CostSummary;
    /** Why it changed; null: not known. */
    readonly explanation: Explanation | null;
    readonly baseline: Pick<BaselineUsed, 'source' | 'path' | 'reason' | 'from_disk_calls' | 'graders'>;
    /** The cost summary behind the baseline; null where the baseline is something less. */
    readonly before: CostSummary | null;
    /** The day on which it is judged, YYYY-MM-DD, in the time zone of the settings: limits may apply up to some day only. */
    readonly today: string;
    readonly settings: JudgeSettings;
}
/** What all rules together found. */
export interface Judgement {
    /** Rules that were broken, the worst first. */
    readonly findings: Finding[];
    /** Every other rule that was applied, the nearest to its limit first. */
    readonly checks: Check[];
    readonly verdict: Verdict;
}
/** Applies every rule, always: one broken rule never hides another. */
export declare function judge({ policy, head, baseline, before, today, settings, explanation, ...evidence }: JudgeInput): Judgement;
/**
 * What rulings come to.
 * @param known findings about the baseline by the same limits, which ease errors that are as bad.
 */
export declare function settle(rulings: readonly Ruling[], known?: readonly Finding[]): Judgement;
