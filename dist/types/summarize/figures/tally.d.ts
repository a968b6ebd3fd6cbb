import type { Stats, UseStats } from '../../generated/types.js';
import { Money } from '../../usage/money.js';
import type { CostRecord } from '../../usage/record.js';
import { Largest } from './largest.js';
/** Figures of one subject while they grow. */
export declare class Tally {
    calls: number;
    errors: number;
    input: number;
    output: number;
    cached: number;
    cacheWrite: number;
    reasoning: number;
    unpriced: number;
    readonly cost: Money;
    /** Cost of calls that name no run; null: every call names one. */
    withoutRun: Money | null;
    readonly largest: Largest;
    /** Adds a record; null is an unknown cost, which is in no amount. */
    add(record: CostRecord, costUsd: number | null): void;
    plus(other: Tally): void;
    private addWithoutRun;
    addStats(stats: Stats & Pick<UseStats, 'cost_without_run_usd'>): void;
    /** As it stands in a cost summary; figures that no record gave are left out. */
    toStats(): Stats;
    optionalTokens(): {
        cached_input_tokens?: number;
        cache_write_tokens?: number;
        reasoning_tokens?: number;
    };
}
