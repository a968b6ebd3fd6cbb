import type { DatedPrice } from '../../generated/types.js';
/** The bundled price list, `catalog/prices.json`, as `npm run prices` writes it. */
export interface ListData {
    /** Where the prices come from, and their version. */
    readonly source: string;
    /** Changes with anything in the list. */
    readonly fingerprint?: string;
    /** The day whose prices are used where a record has no time: YYYY-MM-DD. */
    readonly as_of: string;
    readonly defaults: {
        readonly batch_discount: number;
        readonly unknown_model: 'warn' | 'fail';
    };
    /** What writers call a seller, in records or before a model's name. Lower case. */
    readonly providers: Readonly<Record<string, string>>;
    /** Sellers whose models are meant by a name alone, in this order. */
    readonly makers: readonly string[];
    readonly sellers: Readonly<Record<string, SellerData>>;
}
/** What is known of a seller of models. */
export interface SellerData {
    /** Patterns of names that nobody else gives. */
    readonly claims?: readonly string[];
    /** Patterns of what may be left out of a name of this seller, one after the other; what stays of them; and how much dearer a model is with it. */
    readonly leave_out?: readonly {
        readonly pattern: string;
        readonly becomes?: string;
        readonly factor?: number;
    }[];
    /** Sellers whose prices are the same, for models that are not in the list of this one. */
    readonly same_prices_as?: readonly string[];
    /** Pattern of the models that it makes itself: a name alone means none of the others that it sells. Absent: it makes all of them. */
    readonly makes?: string;
    /** It has no batches that cost less. */
    readonly no_batch?: boolean;
    /** Patterns of names that cost nothing. */
    readonly free?: readonly string[];
    /** Runs on machines of the user's own: what a token costs there, no list knows. */
    readonly self_hosted?: boolean;
    readonly models?: readonly ListedModel[];
}
/** A model in the list of a seller. Names are in lower case. */
export interface ListedModel {
    readonly id: string;
    /** Nothing may be added to these. */
    readonly names?: readonly string[];
    /** A date, a number or another documented ending may follow these. */
    readonly stems?: readonly string[];
    /** Oldest first. Unit: US dollars per 1 million tokens. */
    readonly prices: readonly DatedPrice[];
}
