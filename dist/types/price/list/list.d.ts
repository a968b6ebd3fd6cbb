import { type Address } from './address.js';
import type { ListData, ListedModel } from './data.js';
/** An entry of the list, for one who sells it. */
export interface Listed {
    /** Seller and model, for example `openai/gpt-4o`. */
    readonly name: string;
    /** Null where the seller takes nothing for it. */
    readonly model: ListedModel | null;
    /** How much dearer it is than the entry says. */
    readonly factor: number;
}
/** Why the list has no price of a model. */
export type Missing = 'self_hosted' | 'unknown_seller' | 'unknown_model';
/** What the list knows of a name. */
export interface Found {
    readonly address: Address;
    readonly listed: Listed | null;
    /** Why it is not listed; null: it is. */
    readonly missing: Missing | null;
}
/** What a user's price file says of sellers. */
export interface Terms {
    /** What writers call sellers, lower case; '' for one that sells nothing itself. */
    readonly providers: ReadonlyMap<string, string>;
    /** Sellers who take the prices of others. */
    readonly samePrices: ReadonlyMap<string, readonly string[]>;
    /** Whether a model that its seller does not list gets the price of those who make it. */
    readonly allowsOthers: boolean;
}
/** The bundled price list. */
export declare class PriceList {
    private readonly terms;
    private readonly sellers;
    private readonly makers;
    constructor(data: ListData, terms: Terms);
    find(provider: string | null, model: string): Found;
    /** Names of all models of a seller, or of all that are meant by a name alone. */
    namesOf(seller: string | null): string[];
    get sellerNames(): string[];
    private whyNot;
    private priceOf;
    private sameAsOthers;
    private lookUpAmong;
    private lookUp;
    private spell;
    private named;
}
