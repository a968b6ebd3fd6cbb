import type { RunRow } from '../../generated/types.js';
import type { RunsOptions } from './options.js';
import { type Total } from './total.js';
/** The first runs by one figure, and what is in none of them. */
export interface RunsAnswer {
    readonly runs: readonly RunRow[];
    /** How many runs have a call that matches. */
    readonly matches: number;
    /** All calls of these runs that match. */
    readonly total: Total;
    /** Calls that match and name no run: they are in no row and not in `total`. */
    readonly without_run: Total;
    /** Calls of graders that match: they are in no other figure. */
    readonly graders: Total;
    /** Calls that `since` or `until` leaves out because their time is not known. */
    readonly undated_calls: number;
}
export declare function queryRuns({ sort, limit, ...options }: RunsOptions): Promise<RunsAnswer>;
