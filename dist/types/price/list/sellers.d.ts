import type { ListData, SellerData } from './data.js';
import { type Models } from './models.js';
/** A spelling of a name, and how much dearer the model is with what it left out. */
export interface Spelling {
    readonly name: string;
    readonly factor: number;
}
/** One who sells models. */
export interface Seller {
    readonly name: string;
    readonly data: SellerData;
    models(): Models;
    claims(name: string): boolean;
    isFree(name: string): boolean;
    /** Whether a name that names no seller may be one of its own models. */
    makes(name: string): boolean;
    /**
     * The name as it is, then shorter ones that mean the same to this seller: without its own name in front, without what its names may have around
     * them, without the name of who makes the model.
     * @param cut gives a name without the seller in front of it, by that seller's name; null where there is none.
     */
    spell(name: string, cut: Cut): Iterable<Spelling>;
}
/** Takes a seller's name from the front of a model's; null where none, or one of no use, stands there. */
export type Cut = (name: string, whose: 'own' | 'maker') => string | null;
export declare function readSellers({ sellers }: ListData): ReadonlyMap<string, Seller>;
