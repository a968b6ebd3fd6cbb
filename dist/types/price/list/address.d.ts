import type { Seller } from './sellers.js';
/** Whose price a record asks for, and by what name. */
export interface Address {
    /** Null where neither the record nor the name tells who sold it. */
    readonly seller: string | null;
    /** Lower case, as the seller may call it. */
    readonly name: string;
}
/**
 * Finds who sold a call. The provider of the record decides; else a name as only one seller writes them; else what stands before the name,
 * the outermost first: `openrouter/anthropic/…` was bought at the router.
 * @param providers what writers call sellers, lower case; one that is called '' sells nothing itself.
 */
export declare function addressOf(provider: string | null, model: string, providers: ReadonlyMap<string, string>, sellers: ReadonlyMap<string, Seller>): Address;
