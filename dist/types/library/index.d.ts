import type { CostRecordRow, CostReport, CostSummary, CostTrends, Report } from '../generated/types.js';
import type { Policy } from '../policy/policy.js';
import type { PriceQuote } from '../render/price.js';
import type { QueryOptions, ReportOptions, RunsOptions, TrendsOptions } from './analyse/options.js';
import type { QueryAnswer } from './analyse/query.js';
import type { RunsAnswer } from './analyse/runs.js';
import type { GateOptions, PriceOptions, SummarizeOptions } from './options.js';
export type { QueryRow } from '../analyse/query/row.js';
export { InputError } from '../errors.js';
export type { BareSummary, Check, Comparison, CostRecordRow, CostReport, CostSummary, CostTrends, Explanation, Finding, FlowSummary, Report, RunRow, Verdict, } from '../generated/types.js';
export { type BudgetAlert, BudgetExceededError, BudgetGuard, type BudgetLimits } from '../judge/budget-guard.js';
export type { Judgement } from '../judge/judge.js';
export type { Policy } from '../policy/policy.js';
export type { PriceQuote } from '../render/price.js';
export type { QueryOptions, ReportOptions, RunsOptions, SelectOptions, TrendsOptions } from './analyse/options.js';
export type { QueryAnswer } from './analyse/query.js';
export type { RunsAnswer } from './analyse/runs.js';
export type { Total } from './analyse/total.js';
export { compare, explain } from './compare.js';
export { type JudgeOptions, judge } from './judge.js';
export type { BaselineDocument, GateOptions, PriceOptions, SummarizeOptions, UsageOptions } from './options.js';
export { renderHtml, renderMarkdown, renderSummaryText, renderText } from './render.js';
/**
 * Sums up usage: files or globs, records that a program has, or what is in the usual places.
 * Rejects with an InputError where a file cannot be read or a record is invalid.
 */
export declare function summarize(usage?: string | readonly string[] | readonly CostRecordRow[], options?: SummarizeOptions): Promise<CostSummary>;
/** Says what a call costs: which entry of which list, and the sum with its parts. A price that nobody knows is null, with the reason. */
export declare function price(model: string, options?: PriceOptions): Promise<PriceQuote>;
/**
 * Finds records: the most expensive of those that match, as rows of a ledger with the file and line they stand in, and the sum of all.
 * Rejects with an InputError for a wrong option, a file that cannot be read or has sums only, and an invalid record.
 */
export declare function query(options?: QueryOptions): Promise<QueryAnswer>;
/**
 * Lists runs: the most expensive of those with a call that matches, with calls, tokens, US dollars and outcome, and what is in none of them.
 * A run's figures are those of its calls that match. Rejects as `query` does.
 */
export declare function runs(options?: RunsOptions): Promise<RunsAnswer>;
/**
 * Reports what was spent by agent, model, customer, step, case, run or day, each call in one group, in US dollars.
 * Judges nothing: `judgement` is null. Rejects as `query` does.
 */
export declare function report(options?: ReportOptions): Promise<CostReport>;
/**
 * Says how cost develops, in US dollars per week or day of usage, or per record of a stored baseline.
 * Rejects as `query` does, and for a baseline that breaks its schema.
 */
export declare function trends(options?: TrendsOptions): Promise<CostTrends>;
/** Reads a policy. Rejects with an InputError that says where it is wrong; `file` is what it calls the text. */
export declare function readPolicy(text: string, file?: string): Promise<Policy>;
/** Reads, prices, sums up, compares and judges a workspace, as `llm-cost-gate gate` does. Publishes nothing. */
export declare function gate(options?: GateOptions): Promise<Report>;
