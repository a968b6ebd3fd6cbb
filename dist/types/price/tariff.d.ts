import type { CostRecord } from '../usage/record.js';
/** Prices of the tokens of a call, US dollars per 1 million tokens. */
export interface Tariff {
    readonly input: number;
    readonly output: number;
    readonly cachedInput: number;
    readonly cacheWrite: number;
    /** For tokens that the cache keeps for an hour. */
    readonly cacheWrite1h: number;
}
/** Everything that decides the cost of a model's calls. */
export interface ModelPrice {
    readonly base: Tariff;
    /** Prices of calls with more prompt tokens than a limit, lowest limit first. The whole call pays them. */
    readonly tiers: readonly {
        readonly aboveInputTokens: number;
        readonly tariff: Tariff;
    }[];
    /** Fee per call, US dollars. */
    readonly callUsd: number;
    /** Part of the price that a batch call pays. */
    readonly batch: {
        readonly input: number;
        readonly output: number;
    };
    /** Parts or multiples of the price that calls of other service tiers pay. */
    readonly serviceTiers: ReadonlyMap<string, number>;
}
export type Usage = Pick<CostRecord, 'calls' | 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'cacheWriteTokens' | 'cacheWrite1hTokens' | 'batch' | 'serviceTier'>;
/** One kind of what a call is billed by. */
export interface Part {
    readonly kind: 'input' | 'cached_input' | 'cache_write' | 'cache_write_1h' | 'output' | 'calls';
    /** Tokens, or calls. */
    readonly amount: number;
    /** US dollars for one million of them; for one call. */
    readonly rate: number;
    /** Part or multiple of that rate that is paid. */
    readonly factor: number;
    readonly usd: number;
}
/** Cost of a record in US dollars, by what is billed; null where nobody knows what its service tier costs. */
export declare function partsOf(usage: Usage, price: ModelPrice): Part[] | null;
/** Cost of a record in US dollars; null where nobody knows what its service tier costs. */
export declare function costOf(usage: Usage, price: ModelPrice): number | null;
