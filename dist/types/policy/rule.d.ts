import type { LimitSubject } from '../generated/types.js';
import { type Grouped, type ProjectionRule, type WholeRule } from './whole-rule.js';
/** Limits on the dearest day or month. */
export declare const PERIOD_KEYS: readonly ["max_cost_per_day_usd", "max_cost_per_month_usd", "max_daily_spend_usd"];
export type PeriodKey = (typeof PERIOD_KEYS)[number];
/** A rule about every subject that its pattern names, each by itself. */
interface Targeted extends Grouped {
    readonly kind: LimitSubject;
    /** An exact name, or a glob with `*` and `?`. */
    readonly pattern: string;
    /** Within one group the most specific pattern decides; groups are independent of each other. */
    readonly group: string;
    /** Whether the name of a model means nothing but itself: not its dated snapshots, and no other spelling. Default: false. */
    readonly exact?: boolean;
}
/** The dearest run of an agent. Unit: US dollars. */
export interface RunBudgetRule extends Targeted {
    readonly kind: 'agent';
    readonly key: 'max_cost_per_run_usd';
    readonly limit: number;
}
/** Limits on what most runs cost: so many of 100 at most that. */
export declare const PERCENTILE_KEYS: readonly ["max_p95_cost_per_run_usd", "max_p50_cost_per_run_usd"];
/** What most runs of an agent cost. Unit: US dollars. */
export interface RunPercentileRule extends Targeted {
    readonly kind: 'agent';
    readonly key: (typeof PERCENTILE_KEYS)[number];
    readonly limit: number;
}
/** The dearest day or month of an agent, model or customer. Unit: US dollars. */
export interface PeriodBudgetRule extends Targeted {
    readonly key: PeriodKey;
    readonly limit: number;
}
/** Any use of a model or agent; `required: false` frees a name from a wider pattern. */
export interface ApprovalRule extends Targeted {
    readonly kind: 'agent' | 'model';
    readonly key: 'require_approval';
    readonly required: boolean;
}
/** Growth of one model, agent or step over the baseline. Units: percent, and US dollars below which it never counts. */
export interface IncreaseRule extends Targeted {
    readonly key: 'max_increase_percent';
    readonly limit: number;
    readonly minIncreaseUsd: number;
}
/** Limits on one step of a flow. */
export declare const FLOW_STEP_KEYS: readonly ["max_error_rate", "max_avg_latency_ms", "max_mcp_error_rate"];
/** How often one step of a flow fails, or how long it takes; null frees a name from a wider pattern. Units: share from 0 to 1, milliseconds. */
export interface FlowStepRule extends Targeted {
    readonly kind: 'step';
    readonly key: (typeof FLOW_STEP_KEYS)[number];
    readonly limit: number | null;
}
/** Limits on a figure of a subject that has it whatever its kind. */
export declare const FIGURE_KEYS: readonly ["max_total_cost_usd", "max_input_tokens", "max_output_tokens", "max_cost_per_1k_tokens_usd", "max_price_drift_percent"];
/** One figure of each subject. Units: US dollars, tokens per call, US dollars per 1,000 tokens, percent of the cost at list price. */
export interface FigureRule<K extends (typeof FIGURE_KEYS)[number] = (typeof FIGURE_KEYS)[number]> extends Targeted {
    readonly key: K;
    readonly limit: number;
}
/** Cost per run that succeeded, of an agent. Unit: US dollars. */
export interface TaskCostRule extends Targeted {
    readonly kind: 'agent';
    readonly key: 'max_cost_per_successful_task_usd';
    readonly limit: number;
}
/** A rule about named subjects, of which the most specific decides. */
export type TargetedRule = RunBudgetRule | RunPercentileRule | PeriodBudgetRule | ApprovalRule | IncreaseRule | FlowStepRule | FigureRule | TaskCostRule;
export type Rule = TargetedRule | WholeRule;
export declare function isPeriodBudget(rule: Rule): rule is PeriodBudgetRule;
export declare function isProjection(rule: Rule): rule is ProjectionRule;
/** Whether the rule limits anything: one that only frees a name from a wider pattern does not. */
export declare function isLimit(rule: Rule): boolean;
/** Whether less is worse: of every other rule more is. */
export declare function isMinimum(rule: string): boolean;
export {};
