import type { RunSort, Sort } from '../../analyse/query/sorts.js';
import type { CostSummary, ReportBy, TrendsBy } from '../../generated/types.js';
import type { UsageOptions } from '../options.js';
/** Where usage is, and which records are wanted. Several of them together leave the records that match all. */
export interface SelectOptions extends Omit<UsageOptions, 'since' | 'commit'> {
    /** Files or globs that record usage; without it the usual places. */
    readonly usagePath?: string | readonly string[];
    /** Names: `*` and `?` are wildcards, and an empty text leaves the records without such a name. */
    readonly agent?: string;
    readonly customer?: string;
    readonly model?: string;
    readonly step?: string;
    /** What was tested. */
    readonly case?: string;
    readonly runId?: string;
    /** ISO 8601 day or time from which on. */
    readonly since?: string;
    /** ISO 8601 day to the end of which, or time before which. */
    readonly until?: string;
}
/** Which records are listed. */
export interface QueryOptions extends SelectOptions {
    /** Text in a name (model, provider, run, step, agent, customer, case) or in a key or value of the metadata, whatever its case. */
    readonly search?: string;
    /** What comes first: the most expensive (as it is by default), the newest or the largest. */
    readonly sort?: Sort;
    /** How many at the most, from 1 to 100,000; by default 20. */
    readonly limit?: number;
}
/** Which runs are listed. */
export interface RunsOptions extends SelectOptions {
    /** What comes first: the most expensive (as it is by default), the newest, the busiest (most calls) or the largest. */
    readonly sort?: RunSort;
    /** How many at the most, from 1 to 100,000; by default 20. */
    readonly limit?: number;
}
/** What a report is about. */
export interface ReportOptions extends SelectOptions {
    /** What to group by; `agent` by default. */
    readonly by?: ReportBy;
    /** Calendar days in place of `since` and `until`: `yesterday`, `today`, `last-7-days` (or another number), `this-month`, `last-month`, `all`. */
    readonly period?: string;
}
/** What trends are about. They end with the last record, or with `until`. */
export interface TrendsOptions extends Omit<SelectOptions, 'since'> {
    /** What there is a series for; without it the total alone. */
    readonly by?: TrendsBy;
    /** How many ISO weeks, the last one included; 4 by default. */
    readonly weeks?: number;
    /** How many days, in place of weeks. */
    readonly days?: number;
    /** A stored baseline, in place of usage: its history has one total per record, so that only `by` may stand beside it. */
    readonly baseline?: CostSummary;
}
