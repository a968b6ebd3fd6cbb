/** What may come first in a list of records: the most expensive, the newest, the largest. */
export const QUERY_SORTS = ['cost', 'time', 'tokens'] as const
export type Sort = (typeof QUERY_SORTS)[number]

/** The same of runs, which have calls, too. */
export const RUN_SORTS = ['cost', 'time', 'calls', 'tokens'] as const
export type RunSort = (typeof RUN_SORTS)[number]

/** Rows of a list where nobody says how many, and at the most. */
export const ROWS = 20
export const MOST_ROWS = 100_000
