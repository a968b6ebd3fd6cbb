import type { Level, LimitSubject, PolicyLine, Thresholds, Totals } from '../generated/types.js';
/** What rules of groups have. */
export interface Grouped {
    readonly level: Level;
    /** Whether a person may accept what breaks it. */
    readonly approvable: boolean;
    readonly policy: PolicyLine;
    /** Share of the limit from which on it is a warning, in percent; null: no such share. */
    readonly warnAtPercent?: number | null;
    /** Last day on which it applies, YYYY-MM-DD; null: it always does. */
    readonly expires?: string | null;
}
/** The dearest run, whichever agents made it. Unit: US dollars. */
export interface ThresholdRule extends Grouped {
    readonly kind: 'run';
    readonly key: keyof Thresholds;
    readonly limit: number;
}
/** A figure of everything together. Units: US dollars, calls. */
export interface TotalRule extends Grouped {
    readonly kind: 'total';
    readonly key: Exclude<keyof Totals, 'max_unattributed_percent' | ProjectionKey>;
    readonly limit: number;
}
/** Limits on the month that a volume leads to. */
export declare const PROJECTION_KEYS: readonly ["max_projected_cost_per_month_usd", "max_projected_increase_per_month_usd"];
export type ProjectionKey = (typeof PROJECTION_KEYS)[number];
/** A projected month, or its growth over that of the baseline. Unit: US dollars. */
export interface ProjectionRule extends Grouped {
    readonly kind: 'total';
    readonly key: ProjectionKey;
    readonly limit: number;
}
/** Growth of the total since a record of some days ago. Units: percent of it, days. */
export interface CreepRule extends Grouped {
    readonly kind: 'total';
    readonly key: 'creep';
    readonly limit: number;
    readonly days: number;
}
/** Growth of all tokens together over the baseline. Unit: percent. */
export interface TokensRule extends Grouped {
    readonly kind: 'total';
    readonly key: 'max_increase_tokens_percent';
    readonly limit: number;
}
/** Cost of calls that name no subject of this kind. Unit: percent of the total cost. */
export interface UnattributedRule extends Grouped {
    readonly kind: LimitSubject;
    readonly key: 'max_unattributed_percent';
    readonly limit: number;
}
/** A rule about everything together, or about what names no subject. */
export type WholeRule = ThresholdRule | TotalRule | TokensRule | CreepRule | ProjectionRule | UnattributedRule;
