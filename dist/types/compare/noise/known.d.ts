import type { CostSummary, HistoryPoint, RecordLeftOut } from '../../generated/types.js';
import type { Centre, Measured, MeasuredHead } from './measured.js';
/** Comparable records from which on the noise of a suite is known. */
export declare const ENOUGH = 8;
/** Records that measured the same kind of work, and those that did not. */
export interface Sorted {
    /** The oldest first. */
    readonly records: readonly HistoryPoint[];
    /** The newest first, at most 5, of the last 10 records. */
    readonly leftOut: readonly RecordLeftOut[];
}
/** What the records of the base branch tell. */
export interface KnownHistory extends Sorted {
    /** The record that stands for them, by its place in `records`. */
    readonly centre: Centre;
}
/** Whether the noise of a suite can be known from these records. */
export declare function isEnough(records: readonly HistoryPoint[]): boolean;
/** What a record of the history measured. */
export declare function measuredOfPoint(point: HistoryPoint): Measured;
/** What head measured. */
export declare function measuredOfSummary(summary: CostSummary): MeasuredHead;
