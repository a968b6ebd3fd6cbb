import type { Comparison, Level, Noise, OnInconclusive, PolicyLine } from '../../generated/types.js';
import type { Policy } from '../../policy/policy.js';
import { type Ruling } from '../ruling.js';
import type { JudgeSettings } from '../settings.js';
/** The limit on the total that is in force. Units: percent of the baseline, US dollars. */
export interface RegressionLimits {
    readonly maxIncreasePercent: number;
    readonly minIncreaseUsd: number;
    readonly level: Level;
    /** What growth above the limit means that chance alone may have made. */
    readonly onInconclusive: OnInconclusive;
    /** Share of the limit from which on it is a warning, in percent; null: no such share. */
    readonly warnAtPercent: number | null;
    /** Where the percentage stands; null: an input or the default. */
    readonly policy: PolicyLine | null;
}
/** Settles the limit on the total: an input comes before the policy, and the policy before the defaults. How bad it is, the policy alone says. */
export declare function regressionLimits(settings: Pick<JudgeSettings, 'maxIncreasePercent' | 'minIncreaseUsd' | 'onInconclusive'>, policy: Pick<Policy, 'total'> | null): RegressionLimits;
/** Judges the growth of the total over the baseline: what chance may have made is no error, unless that was asked for. */
export declare function judgeTotal(limits: RegressionLimits, comparison: Pick<Comparison, 'total'> | null, noise: Noise | null): Ruling;
