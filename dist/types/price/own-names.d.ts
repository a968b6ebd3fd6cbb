import type { PriceList } from './list/list.js';
import { type CatalogName, type Providers } from './names.js';
/** What a record's model may be called in the user's own price file. */
export interface OwnNames {
    /** Who sold it; null where neither the record nor the name tells. */
    readonly seller: string | null;
    /** Best first; without a provider where only the model's own name is meant. */
    readonly names: readonly CatalogName[];
}
/**
 * Names to look for in a price file: as the record writes them, and as the list spells them for the seller. One with the name of another seller in front is
 * none of them.
 */
export declare function namesFor(provider: string | null, model: string, list: PriceList, providers: Providers): OwnNames;
