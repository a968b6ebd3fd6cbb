import type { LargestCalls } from '../../generated/types.js';
import type { CostRecord } from '../../usage/record.js';
/** The calls with the longest prompt and the longest answer. The largest by a total order, so that order never matters. */
export declare class Largest {
    /** Calls that were looked at. */
    private calls;
    private input;
    private output;
    add(record: CostRecord): void;
    plus(other: Largest): void;
    absorb({ calls, input, output }: LargestCalls): void;
    /** As it stands in a cost summary; nothing where no call was looked at. */
    toJson(): {
        largest_calls?: LargestCalls;
    };
}
