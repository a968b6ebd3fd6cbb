import type { SpendSink } from '../../summarize/counter.js';
import { Tally } from '../../summarize/figures/tally.js';
import { type Filter } from '../../usage/filter.js';
import type { CostRecord } from '../../usage/record.js';
import type { Search } from './search.js';
import type { Sort } from './sorts.js';
/** A record, what it cost, and where it stands. */
export interface FoundRecord {
    readonly record: CostRecord;
    /** US dollars; null: no price is known. */
    readonly costUsd: number | null;
    readonly file: string;
    /** Null where the file has no lines. */
    readonly line: number | null;
    /** How many records were read before it. */
    readonly place: number;
}
/** The first records by one figure, and the sums of all that match. */
export interface QueryResult {
    readonly records: readonly FoundRecord[];
    /** How many records match. */
    readonly matches: number;
    readonly all: Tally;
    /** Those of them that are calls of graders. */
    readonly graderCalls: number;
    /** Calls that are left out of a period because their time is not known. */
    readonly undatedCalls: number;
    /** Text that was searched; null: none. */
    readonly search: string | null;
}
export interface QuerySettings {
    readonly filter: Filter;
    /** Null: all records that the filter leaves. */
    readonly search: Search | null;
    readonly sort: Sort;
    readonly limit: number;
    /** IANA time zone in which a day begins. */
    readonly timezone: string;
}
/** Keeps the records that weigh most. */
export declare class Top implements SpendSink {
    private readonly settings;
    private readonly selection;
    private readonly all;
    private readonly heaviest;
    private matches;
    private graderCalls;
    private read;
    constructor(settings: QuerySettings);
    add(record: CostRecord, costUsd: number | null, file: string, line: number | null): void;
    /** They are records like any other here. */
    addGrader(...found: Parameters<SpendSink['add']>): void;
    finish(): QueryResult;
}
