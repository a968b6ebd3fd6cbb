import type { CostSummary, Noise } from '../generated/types.js';
import { type Judgement } from '../judge/judge.js';
import type { Policy } from '../policy/policy.js';
import type { BaselineDocument } from './options.js';
/** What is judged, and by what; what is not given is as in the action. */
export interface JudgeOptions {
    readonly head: CostSummary;
    /** Null: none. */
    readonly baseline?: BaselineDocument | null;
    /** From `readPolicy`, one or several that apply together; null: the limit on the total alone. */
    readonly policy?: Policy | readonly Policy[] | null;
    /** Unit: percent of the baseline. */
    readonly maxIncreasePercent?: number;
    /** Unit: US dollars. */
    readonly minIncreaseUsd?: number;
    /** Records whose median is the baseline, where the baseline has a history. */
    readonly baselineWindow?: number;
    /** What growth of the total means that chance alone may have made; as the policy says, or a warning, where it is not given. */
    readonly onInconclusive?: 'pass' | 'warn' | 'fail';
    readonly onMissingBaseline?: 'pass' | 'warn' | 'fail';
    /** What invalid records in head mean: `fail` an error, `skip` a warning. */
    readonly onInvalid?: 'fail' | 'skip';
    /** What calls without a known price mean. */
    readonly unknownModel?: 'warn' | 'fail';
    /** The day by which limits expire, YYYY-MM-DD; today in UTC where it is not given. */
    readonly today?: string;
}
/** What all rules together found, and how much of the growth of the total is chance; null without a baseline. */
export interface JudgementOfGrowth extends Judgement {
    readonly noise: Noise | null;
}
/** Applies every rule. Throws an InputError for a document that breaks its schema and for an option that is wrong. */
export declare function judge({ policy: given, ...options }: JudgeOptions): JudgementOfGrowth;
