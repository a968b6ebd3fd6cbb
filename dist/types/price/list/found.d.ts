import type { Address } from './address.js';
import type { ListedModel } from './data.js';
/** An entry of the list, for one who sells it. */
export interface Listed {
    /** Seller and model, for example `openai/gpt-4o`. */
    readonly name: string;
    /** Null where the seller takes nothing for it. */
    readonly model: ListedModel | null;
    /** How much dearer it is than the entry says. */
    readonly factor: number;
    /** Whether its seller has batches that cost less. */
    readonly hasBatch: boolean;
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
