import { type QueryRow } from '../../analyse/query/row.js';
import type { QueryOptions } from './options.js';
import { type Total } from './total.js';
/** The first records by one figure, and the sums of all that match. */
export interface QueryAnswer {
    readonly records: readonly QueryRow[];
    /** How many records match. */
    readonly matches: number;
    /** All of them, those of graders included. */
    readonly total: Total;
    /** Calls of graders among them, which no total of the gate holds. */
    readonly grader_calls: number;
    /** Calls that `since` or `until` leaves out because their time is not known. */
    readonly undated_calls: number;
}
export declare function queryRecords({ search, sort, limit, ...options }: QueryOptions): Promise<QueryAnswer>;
