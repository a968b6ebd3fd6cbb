/** What one pipeline measured of a suite, as far as its noise is concerned: a record of the base branch, or head. Null is not known. */
export interface Measured {
    /** US dollars. */
    readonly totalUsd: number;
    readonly calls: number;
    /** Input and output tokens. */
    readonly tokens: number | null;
    /** Share of the prompt tokens that was read from the provider's cache, 0 to 1. */
    readonly cachedShare: number | null;
    /** Cost of the dearest run. US dollars. */
    readonly maxRunUsd: number | null;
    readonly agents: ReadonlyMap<string, Used>;
}
/** What one agent or model used. */
export interface Used {
    /** US dollars. */
    readonly costUsd: number;
    readonly calls: number;
    readonly tokens: number;
}
/** Head, with the cost of each of its runs. */
export interface MeasuredHead extends Measured {
    readonly runs: number;
    /** US dollars by run; null where they are not listed. */
    readonly runCosts: ReadonlyMap<string, number> | null;
}
/** The quantile of Student's t distribution: p between 0 and 1, degrees of freedom above 0. */
export type StudentQuantile = (p: number, degrees: number) => number;
/** Which record stands for the base branch. */
export interface Centre {
    /** Its place in the list. */
    readonly index: number;
    /** How many records it is the median of. */
    readonly records: number;
    /** newest: too few records to know their noise. level: the median of the newest level. rise, fall: the newest records, which are beyond the chance of those before. given: a window that somebody set. */
    readonly by: 'newest' | 'level' | 'rise' | 'fall' | 'given';
}
