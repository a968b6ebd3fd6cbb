import type { Level, OnInconclusive, PolicyLine } from '../generated/types.js';
import type { FlowPolicy } from './flow/flow-rule.js';
import type { Rule } from './rule.js';
/** Growth of the total as the policy limits it; null: it does not say. Units: percent, US dollars. */
export interface TotalLimit {
    readonly maxIncreasePercent: number | null;
    readonly minIncreaseUsd: number | null;
    readonly level: Level | null;
    /** What growth means that chance alone may have made. */
    readonly onInconclusive: OnInconclusive | null;
    /** Share of the limit from which on it is a warning, in percent. */
    readonly warnAtPercent: number | null;
    /** Whether it limits tokens: then nobody is warned of what is within that. */
    readonly isOnTokens: boolean;
    /** Where the percentage stands. */
    readonly policy: PolicyLine | null;
}
/** A fall of the success rate while the cost does not rise, as the policy limits it; null: it does not say. */
export interface SuccessLimit {
    /** The smallest fall that counts. Unit: share from 0 to 1. */
    readonly minDrop: number | null;
    readonly level: Level | null;
    /** Where the smallest fall stands. */
    readonly policy: PolicyLine | null;
}
/** How many runs there are. */
export interface Runs {
    readonly runs: number;
    readonly per: 'day' | 'month';
}
/** Runs of the agents that a name or glob matches. */
export interface AgentRuns extends Runs {
    readonly pattern: string;
    readonly policy: PolicyLine;
}
/** How many runs there are in production; null: of everything together the policy does not say. */
export interface Volume {
    readonly all: Runs | null;
    readonly agents: readonly AgentRuns[];
}
/** A policy, of one file or several, as a list of rules in the order of their lines. */
export interface Policy {
    readonly rules: readonly Rule[];
    readonly total: TotalLimit;
    readonly success: SuccessLimit;
    /** null: the policy does not say, so nothing is projected. */
    readonly volume: Volume | null;
    /** What a limit means that the baseline broke at least as badly; null: the policy does not say. */
    readonly existingViolations: 'block' | 'warn' | null;
    readonly flow: FlowPolicy;
    /** What applies up to a day only. */
    readonly expiries: readonly Expiry[];
    /** What it says once for everything. */
    readonly settings: readonly Setting[];
}
/** A setting that is about everything: two files cannot say it differently. */
export interface Setting {
    /** Keys from the top of the file, with dots. */
    readonly name: string;
    readonly value: string | number;
    readonly policy: PolicyLine;
}
/** Limits that apply up to a day only. */
export interface Expiry {
    /** What they stand in: a group of limits, or a key such as `regression.per_model`. */
    readonly group: string;
    /** Their subject; null: all of the group. */
    readonly pattern: string | null;
    /** YYYY-MM-DD. */
    readonly lastDay: string;
    readonly policy: PolicyLine;
}
