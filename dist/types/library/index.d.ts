import type { CostRecordRow, CostSummary, Report } from '../generated/types.js';
import type { Policy } from '../policy/policy.js';
import type { PriceQuote } from '../render/price.js';
import type { GateOptions, PriceOptions, SummarizeOptions } from './options.js';
export { InputError } from '../errors.js';
export type { BareSummary, Check, Comparison, CostRecordRow, CostSummary, Explanation, Finding, FlowSummary, Report, Verdict, } from '../generated/types.js';
export { type BudgetAlert, BudgetExceededError, BudgetGuard, type BudgetLimits } from '../judge/budget-guard.js';
export type { Judgement } from '../judge/judge.js';
export type { Policy } from '../policy/policy.js';
export type { PriceQuote } from '../render/price.js';
export { compare, explain } from './compare.js';
export { type JudgeOptions, judge } from './judge.js';
export type { BaselineDocument, GateOptions, PriceOptions, SummarizeOptions, UsageOptions } from './options.js';
export { renderMarkdown, renderSummaryText, renderText } from './render.js';
/**
 * Sums up usage: files or globs, records that a program has, or what is in the usual places.
 * Rejects with an InputError where a file cannot be read or a record is invalid.
 */
export declare function summarize(usage?: string | readonly string[] | readonly CostRecordRow[], options?: SummarizeOptions): Promise<CostSummary>;
/** Says what a call costs: which entry of which list, and the sum with its parts. A price that nobody knows is null, with the reason. */
export declare function price(model: string, options?: PriceOptions): Promise<PriceQuote>;
/** Reads a policy. Rejects with an InputError that says where it is wrong; `file` is what it calls the text. */
export declare function readPolicy(text: string, file?: string): Promise<Policy>;
/** Reads, prices, sums up, compares and judges a workspace, as `llm-cost-gate gate` does. Publishes nothing. */
export declare function gate(options?: GateOptions): Promise<Report>;
