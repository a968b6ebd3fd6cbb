import { FaultyFile } from '../errors.js';
import type { PricedModel, PricingFile } from '../generated/types.js';
import { type Providers } from './names.js';
import type { OwnNames } from './own-names.js';
/** A pricing file as text, and the name to report it by. */
export interface CatalogText {
    readonly path: string;
    readonly text: string;
}
/** A checked pricing file. */
export interface Catalog {
    readonly data: PricingFile;
    /** What writers call sellers, lower case; '' for one that sells nothing itself. */
    readonly providers: Providers;
    /** The model whose id or alias fits a name best: exact, then with a date behind it, then the longest pattern, then the first name. */
    find(names: OwnNames): PricedModel | null;
    /** An error at a place in this file. */
    problem(path: readonly (string | number)[], message: string): FaultyFile;
}
/** Reads a pricing file; a FaultyFile says where it breaks its schema, its dates are out of order or two models share a name. */
export declare function readCatalog({ path: file, text }: CatalogText, known: Providers): Catalog;
