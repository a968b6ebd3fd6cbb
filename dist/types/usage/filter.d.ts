import type { CostRecord } from './record.js';
/** A calendar day (YYYY-MM-DD), which begins and ends where the time zone says, or an instant in milliseconds since 1970. */
export type Bound = {
    readonly day: string;
} | {
    readonly timeMs: number;
};
/** Patterns of names that `toMatcher` takes; an empty pattern stands for records without such a name, null for all records. */
export interface Names {
    readonly agent: string | null;
    readonly customer: string | null;
    readonly model: string | null;
    readonly step: string | null;
    /** Cases that were tested. */
    readonly testCase: string | null;
    readonly runId: string | null;
}
/** Which records are wanted. */
export interface Filter extends Names {
    /** The first day, or the first instant. */
    readonly since: Bound | null;
    /** The last day, or the first instant that is too late. */
    readonly until: Bound | null;
}
export declare const ALL: Filter;
/** Tells which records are wanted. */
export declare class Selection {
    /** Calls that are left out of a period because their time is not known. */
    undatedCalls: number;
    private readonly filter;
    private readonly dayOf;
    private readonly tests;
    constructor(filter: Filter, dayOf: (timeMs: number) => string);
    has(record: CostRecord): boolean;
    private isBefore;
    private isOn;
}
