import type { CostSummary, ErrorCounts, FlowSummary, Source } from '../generated/types.js';
import type { CostRecord } from './record.js';
/** Where usage was read: the format of the content, the file, and the path or pattern that named it. */
export interface Origin {
    readonly format: Source['format'];
    /** File, relative to the working directory where it is inside. */
    readonly file: string;
    /** Path or pattern of usage-path that matched the file. */
    readonly pattern: string;
}
/** How a run ended; null is unknown. */
export type Outcome = 'success' | 'failure' | null;
/** How many runs an aggregate knows, and how many of them to have succeeded and failed. */
export interface Tasks {
    readonly runs: number;
    readonly successes: number;
    readonly failures: number;
}
/** What a run says about itself at its end. */
export interface RunReport {
    readonly runId: string;
    readonly outcome: Outcome;
    /** Whether it says how the run ended, be it that it did not: a run that does is one of the runs whose success is judged. */
    readonly reportsEnd: boolean;
    /** The run's spend as one record, a source only where nothing else covers the run; null where it names neither cost nor tokens. */
    readonly spend: CostRecord | null;
}
/** Why a step failed. */
export type ErrorType = keyof ErrorCounts;
/** How one step of a flow ended. */
export interface StepEnd {
    readonly runId: string;
    readonly step: string;
    readonly isSuccess: boolean;
    /** Null: it did not fail. */
    readonly error: ErrorType | null;
    readonly latencyMs: number | null;
    /** Whether the step is a call of an MCP server. */
    readonly isMcp: boolean;
    /** Model that it called. */
    readonly model: string | null;
}
/** One call of a call log, whether of a model or of a tool. */
export interface LoggedCall {
    readonly timeMs: number | null;
    readonly model: string;
    readonly isError: boolean;
    readonly inputTokens: number;
    readonly outputTokens: number;
    /** As logged; US dollars. */
    readonly costUsd: number | null;
}
/** What governs a flow, beside its spend: a call log belongs to one run. */
export type FlowPiece = {
    readonly kind: 'steps';
    readonly ends: readonly StepEnd[];
} | {
    readonly kind: 'calls';
    readonly runId: string;
    readonly calls: readonly LoggedCall[];
} | {
    readonly kind: 'summary';
    readonly summary: FlowSummary;
};
/** What a reader found about the data itself. */
export interface ReadQuality {
    readonly invalid: number;
    /** The first invalid records, `file:line: JSON path: what`. */
    readonly examples: readonly string[];
    readonly duplicates: number;
    readonly placeholders: number;
    /** Databases beside a ledger that this Node cannot read, so that nobody knows whether they agree. */
    readonly notCompared?: readonly string[];
    /** Files of other tools that nobody named and that do not count: git tracks them unchanged, or they are answers of providers beside other usage. */
    readonly leftOut?: readonly string[];
}
/** One piece of usage. Pieces come in the order of trust: records first, then what only checks or completes them. */
export type Usage = {
    readonly type: 'records';
    readonly origin: Origin;
    readonly records: readonly CostRecord[];
    /** Number of each record's line, where the file has lines. */
    readonly lines?: readonly number[];
} | {
    readonly type: 'flow';
    readonly origin: Origin;
    readonly piece: FlowPiece;
} | {
    readonly type: 'summary';
    readonly origin: Origin;
    readonly summary: CostSummary;
} | {
    readonly type: 'run';
    readonly origin: Origin;
    readonly run: RunReport;
} | {
    readonly type: 'unread';
    readonly origin: Origin;
} | {
    readonly type: 'ends';
    readonly origin: Origin;
    readonly outcomes: ReadonlyMap<string, Outcome>;
} | {
    readonly type: 'quality';
    readonly quality: ReadQuality;
};
/** The record has no cost, or a cost of 0 although tokens were used: only a catalog can tell what it cost. What a cache on disk answered cost nothing. */
export declare function needsPrice(record: CostRecord): boolean;
