import type { Labeller } from '../../usage/label.js';
import type { CostRecord } from '../../usage/record.js';
/** Finds a text, whatever its case, in the names of a record, and in the keys and values of the metadata of the row that it was made of. */
export declare class Search {
    readonly text: string;
    private readonly needle;
    private readonly hasFigure;
    /** @param text nothing in it is a wildcard. */
    constructor(text: string);
    /** Looks into the metadata while there is a row: a record does not keep it. */
    readonly label: Labeller;
    has(record: CostRecord): boolean;
    /** Goes through lists and objects without calling itself: they may lie in each other thousands of times. */
    private isIn;
    private holds;
}
