import type { Tally } from '../../summarize/figures/tally.js';
/** Calls and what they cost. */
export interface Total {
    readonly calls: number;
    /** US dollars. With `unpriced_calls` it is the cost of the other calls, so at least that was spent; null where no call has a known price. */
    readonly cost_usd: number | null;
    /** Calls without a known price. */
    readonly unpriced_calls: number;
}
export declare function toTotal({ calls, unpriced, cost }: Tally): Total;
