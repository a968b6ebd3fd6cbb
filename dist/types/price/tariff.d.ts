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
    /** Fee per search of the web, US dollars; null where nobody knows it. */
    readonly webSearchUsd: number | null;
    /** Part of the price that a batch call pays; null where the seller has no batches. */
    readonly batch: {
        readonly input: number;
        readonly output: number;
    } | null;
    /** Parts or multiples of the price that calls of other service tiers pay. */
    readonly serviceTiers: ReadonlyMap<string, number>;
}
export type Usage = Pick<CostRecord, 'calls' | 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'cacheWriteTokens' | 'batch'> & Partial<Pick<CostRecord, 'cacheWrite1hTokens' | 'serviceTier' | 'mediaTokens' | 'webSearches' | 'paidTools'>>;
/** What a call is billed by. */
export type Kind = 'input' | 'cached_input' | 'cache_write' | 'cache_write_1h' | 'output' | 'calls' | 'web_searches';
/** Why a model that has a price has none for a call. */
export type Gap = 'service_tier' | 'media' | 'web_search' | 'paid_tool';
/** Takes what is billed: tokens, calls or searches; US dollars for one million tokens, or for one of the others; the part of that which is paid. */
type Bill = (kind: Kind, amount: number, rate: number, factor: number) => void;
/** What a record used that a price leaves open; null where it has a price for all of it. */
export declare function gapOf(usage: Usage, price: ModelPrice): Gap | null;
/** Tells what a record is billed by. @returns whether the price knows all of it; where it does not, nothing is told. */
export declare function billTo(bill: Bill, usage: Usage, price: ModelPrice): boolean;
/** Cost of what is billed, US dollars. */
export declare function usdOf(kind: Kind, amount: number, rate: number, factor: number): number;
/** Cost of a record in US dollars; null where its price does not know all of it. */
export declare function costOf(usage: Usage, price: ModelPrice): number | null;
/** The class of a call that costs something else than the list says; null for all others. */
export declare function classOf(usage: Usage): string | null;
/** Tiers that a price file cannot give a factor. */
export declare function isFixedTier(tier: string): boolean;
export {};
