import { type Address } from './address.js';
import type { ListData } from './data.js';
import type { Found } from './found.js';
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
    /** What a seller may mean by a name: the name itself, then shorter ones. */
    spellings({ seller, name }: Address): string[];
    /** Names of all models of a seller, or of all that are meant by a name alone. */
    namesOf(seller: string | null): string[];
    /** Names of all entries, and of those of others that a seller takes the prices of. */
    entryNames(): string[];
    get sellerNames(): string[];
    private whyNot;
    private priceOf;
    /** @param asked sellers and names that were looked for already. */
    private sameAsOthers;
    /** The price of the first of these sellers that has one, be it that of a further seller. */
    private firstOf;
    /** What a token costs on a machine of one's own is not what another seller takes. */
    private allowsOthers;
    private lookUpMakers;
    private lookUp;
    private spell;
    private named;
}
