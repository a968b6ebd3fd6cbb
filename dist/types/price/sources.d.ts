import type { Catalog } from './catalog.js';
import type { Missing } from './list/found.js';
import type { PriceList } from './list/list.js';
import type { ModelPrice } from './tariff.js';
/** A price of a model, in the order of trust. */
export interface Source {
    /** Seller and model as the source calls them. */
    readonly name: string;
    /** Tells its prices from others of the same model. */
    readonly fingerprint: string;
    readonly origin: 'file' | 'list';
    /** How much dearer it is than its entry says. */
    readonly factor: number;
    /** Whether it is the price of another seller than the one of the call, as a price file may allow. */
    readonly isOfAnother: boolean;
    /** Price of a call at a time (milliseconds since 1970; null: the day of the list); null before that of its first price. */
    at(timeMs: number | null): ModelPrice | null;
}
/** What holds for all of them. */
export interface Terms {
    readonly providers: ReadonlyMap<string, string>;
    /** Null where there are no batches. */
    readonly batchDiscount: number | null;
    /** Day of calls without a time: YYYY-MM-DD. */
    readonly asOf: string;
}
/** What knows the price of a model. */
export interface Known {
    /** The user's own file first. */
    readonly known: readonly Source[];
    /** Why there is none; null: there is one. */
    readonly missing: Missing | null;
}
/** Where prices are looked for. */
export interface Sources {
    of(provider: string | null, model: string): Known;
}
/** Looks every model up once: a ledger repeats few names often. */
export declare function readSources(own: Catalog | null, list: PriceList, terms: Terms): Sources;
