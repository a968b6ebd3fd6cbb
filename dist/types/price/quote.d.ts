import type { CostRecord } from '../usage/record.js';
import type { PriceList } from './list/list.js';
import type { Source, Sources } from './sources.js';
import { type Kind } from './tariff.js';
import { type Unpriced } from './unpriced.js';
/** One kind of what a call is billed by. */
export interface Part {
    readonly kind: Kind;
    /** Tokens, calls or searches. */
    readonly amount: number;
    /** US dollars for one million tokens; for one call or search. */
    readonly rate: number;
    /** Part or multiple of that rate that is paid. */
    readonly factor: number;
    readonly usd: number;
}
/** What a call costs, and how that is known. */
export interface Quote {
    /** Who sold it, as the list calls them; null where neither the record nor the name tells. */
    readonly seller: string | null;
    /** The entry whose price it is: seller and model. */
    readonly pricedAs: string | null;
    /** The user's own file, or the bundled list. */
    readonly origin: Source['origin'] | null;
    /** The day whose prices are used: YYYY-MM-DD. */
    readonly day: string;
    /** How much dearer the price is than its entry says. */
    readonly factor: number;
    /** Empty where it has no price. */
    readonly parts: readonly Part[];
    /** US dollars. */
    readonly costUsd: number | null;
    readonly unpriced: Unpriced | null;
    /** Service tiers that have a price, where that of the call has none. */
    readonly serviceTiers: readonly string[];
    /** The name of the list that is nearest to one that it does not have. */
    readonly nearest: string | null;
}
/** Says what a record costs and how that comes about. */
export declare function quote(record: CostRecord, sources: Sources, list: PriceList, asOf: string): Quote;
