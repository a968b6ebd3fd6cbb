import type { CostSummary, Figures } from '../generated/types.js';
import { type Group } from './groups.js';
/** Figures of one subject on one side; null is not known, which is not zero. */
export interface SideStats {
    /** US dollars; null: none of its calls has a known price. */
    readonly costUsd: number | null;
    readonly calls: number | null;
    /** Input and output tokens. */
    readonly tokens: number | null;
    /** Agents: runs with a call of it; absent where that is not known. */
    readonly runs?: number;
}
/** What one side did, beside its figures; what is null is not known. */
export interface Work {
    /** Cases that were tested, where their number is known. */
    readonly cases: number | null;
    /** Calls that a cache on disk answered. */
    readonly fromDiskCalls: number | null;
    /** Calls without a known price. */
    readonly unpricedCalls: number | null;
    /** How the runs ended; null unless every one of them says it. */
    readonly ends: Ends | null;
}
/** Runs, and those of them that succeeded. */
export interface Ends {
    readonly successes: number;
    readonly count: number;
}
type Subjects = ReadonlyMap<string, SideStats>;
/** Figures of the whole, by their names in a report; what is missing is not known. */
export type FigureValues = Readonly<Partial<Record<keyof Figures, number | null>>>;
/** One side of a comparison, from any document that may serve as a baseline. Null: the document does not say. */
export interface Side {
    readonly totalUsd: number;
    readonly figures: FigureValues;
    readonly models: Subjects | null;
    readonly agents: Subjects | null;
    readonly steps: Subjects | null;
    readonly customers: Subjects | null;
    /** Cases that were tested. */
    readonly cases: Subjects | null;
    readonly groups: readonly Group[] | null;
    /** Absent: nothing of it is known. */
    readonly work?: Work;
}
export declare function sideOfSummary(summary: CostSummary): Side;
/** Null unless every run says how it ended: a share of the others would be a guess. */
export declare function endsOf(successes: number | null, failures: number | null, runs: number | null): Ends | null;
/** Figures of the whole that a cost summary gives. */
export declare function figuresOf(summary: CostSummary): FigureValues;
export {};
