/** What may come first in a list of records: the most expensive, the newest, the largest. */
export declare const QUERY_SORTS: readonly ['cost', 'time', 'tokens'];
export type Sort = (typeof QUERY_SORTS)[number];
/** The same of runs, which have calls, too. */
export declare const RUN_SORTS: readonly ['cost', 'time', 'calls', 'tokens'];
export type RunSort = (typeof RUN_SORTS)[number];
/** Rows of a list where nobody says how many, and at the most. */
export declare const ROWS = 20;
export declare const MOST_ROWS = 100000;
