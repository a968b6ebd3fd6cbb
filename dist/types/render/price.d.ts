import type { Part, Quote } from '../price/quote.js';
import type { Paint } from '../words/paint.js';
/** What a call costs, for a terminal: which entry, from where, and the sum with its parts. */
export declare function renderQuote(model: string, quote: Quote, list: string, paint: Paint): string;
/** The same for programs. Unit of rates: US dollars per 1 million tokens, per call and per search for fees. */
export interface PriceQuote {
    readonly model: string;
    readonly seller: string | null;
    readonly priced_as: string | null;
    readonly from: 'pricing-path' | 'list' | null;
    readonly day: string;
    /** How much dearer the price is than its entry says. */
    readonly factor: number;
    readonly cost_usd: number | null;
    readonly parts: readonly {
        kind: Part['kind'];
        amount: number;
        rate: number;
        factor: number;
        cost_usd: number;
    }[];
    readonly unpriced: Quote['unpriced'];
    readonly nearest: string | null;
}
export declare function toPriceQuote(model: string, { seller, pricedAs, origin, day, factor, parts, costUsd, unpriced, nearest }: Quote): PriceQuote;
